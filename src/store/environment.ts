import type { AnalysisPorts } from '../engine/analysis/analysisClient.ts'
import { createAnalysisMainThreadPort, createAnalysisPort } from '../engine/analysis/analysisPort.ts'
import { createFallbackPort } from '../engine/fallbackPort.ts'
import type { Port } from '../engine/port.ts'
import type { Timers } from '../engine/watchdog.ts'
import { createWorkerPort } from '../engine/workerPort.ts'
import { browserStorage, type SettingsStorage } from './settings.ts'
import type { FrameSource } from './ticker.ts'

/** Whether the page can be seen. */
export interface PageVisibility {
  readonly isVisible: () => boolean
  readonly subscribe: (listener: () => void) => () => void
}

/** Everything a lab takes from the browser, so that a test can make it up. */
export interface Environment {
  readonly createPort: () => Port | null
  readonly createFallbackPort: () => Port
  /** The same for the analysis: nothing is fetched before a port is made. */
  readonly analysis: AnalysisPorts
  readonly timers: Timers
  readonly frames: FrameSource
  readonly page: PageVisibility
  readonly storage: SettingsStorage | null
  readonly prefersReducedMotion: () => boolean
}

export const browserTimers: Timers = {
  now: () => performance.now(),
  after(delayMs, task) {
    const timer = setTimeout(task, delayMs)
    return () => clearTimeout(timer)
  },
}

/** Where the engine and the analysis run. */
export type EnginePorts = Pick<Environment, 'createPort' | 'createFallbackPort' | 'analysis'>

/** The real one. */
export function browserEnvironment(): Environment {
  return pageEnvironment({
    createPort: createWorkerPort,
    createFallbackPort,
    analysis: { createPort: createAnalysisPort, createFallbackPort: createAnalysisMainThreadPort },
  })
}

/** The browser's clock, frames and storage, with an engine that comes from somewhere else. */
export function pageEnvironment(ports: EnginePorts): Environment {
  const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)')
  return {
    ...ports,
    timers: browserTimers,
    frames: {
      request: (callback) => requestAnimationFrame(callback),
      cancel: (handle) => cancelAnimationFrame(handle),
    },
    page: {
      isVisible: () => document.visibilityState !== 'hidden',
      subscribe(listener) {
        document.addEventListener('visibilitychange', listener)
        return () => document.removeEventListener('visibilitychange', listener)
      },
    },
    storage: browserStorage(),
    prefersReducedMotion: () => reducedMotion.matches,
  }
}
