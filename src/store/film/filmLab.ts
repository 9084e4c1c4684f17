import { createMainThreadPort } from '../../engine/mainThreadPort.ts'
import { effectiveTimeStep, startingBalls } from '../../experiment/derive.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import { createLab } from '../createLab.ts'
import type { Environment } from '../environment.ts'
import type { Lab } from '../lab.ts'

/** A lab whose clock is driven by hand, for films: the same document gives the same run, however long each frame takes to draw. */
export interface FilmLab {
  readonly lab: Lab
  /** Moves the clock to a time since the beginning. Fulfilled when everything that the picture shows then is there. */
  readonly advanceTo: (clockSeconds: number) => Promise<void>
  readonly dispose: () => void
}

interface FilmLabOptions {
  readonly experiment: Experiment
  /** The equilibrium that is chosen in the picture. */
  readonly selectedKey: string | null
  /** Basins and densities are computed in a worker, as on the page. */
  readonly analysis: Environment['analysis']
  readonly signal: AbortSignal
  /** Called now and then while much is computed at once: the page may do something else. */
  readonly breathe: () => Promise<void>
}

const millisecondsPerSecond = 1000
/** The engine never counts more in one tick. Milliseconds. */
const longestTickMs = 100
/** Steps times bodies in one tick: well below what the engine would cut. */
const workPerTick = 5000

/** How much of the clock may pass in one tick so that no model time is dropped, in milliseconds. */
function tickMs(experiment: Experiment): number {
  const { noise, view, playback } = experiment
  const bodies = startingBalls(experiment).length + (view.phase.cloud ? noise.particles : 0)
  const steps = Math.max(1, Math.floor(workPerTick / Math.max(1, bodies)))
  const span = steps * effectiveTimeStep(experiment)
  return Math.min(longestTickMs, (millisecondsPerSecond * span) / playback.speed)
}

/** A lab of its own for one document: it shares nothing with that of the page. */
export function createFilmLab({ experiment, selectedKey, analysis, signal, breathe }: FilmLabOptions): FilmLab {
  let nowMs = 0
  let frames = new Map<number, (nowMs: number) => void>()
  let lastHandle = 0
  const tasks: (() => void)[] = []
  const environment: Environment = {
    createPort: () => null,
    createFallbackPort: () => createMainThreadPort((task) => tasks.push(task)),
    analysis,
    // Nothing is watched: a frame takes as long as it takes.
    timers: { now: () => nowMs, after: () => () => {} },
    frames: {
      request(callback) {
        frames.set(++lastHandle, callback)
        return lastHandle
      },
      cancel: (handle) => void frames.delete(handle),
    },
    page: { isVisible: () => true, subscribe: () => () => {} },
    storage: null,
    prefersReducedMotion: () => false,
  }
  const lab = createLab({ experiment, environment })
  lab.store.getState().select(selectedKey)

  function answer() {
    for (let task = tasks.shift(); task !== undefined; task = tasks.shift()) task()
  }

  function passTo(nextMs: number) {
    nowMs = nextMs
    const due = frames
    frames = new Map()
    for (const callback of due.values()) callback(nowMs)
    answer()
  }

  answer()
  return {
    lab,
    async advanceTo(clockSeconds) {
      answer()
      const aimMs = clockSeconds * millisecondsPerSecond
      const ticks = Math.max(1, Math.ceil((aimMs - nowMs) / tickMs(lab.store.getState().experiment) - 1e-6))
      const fromMs = nowMs
      for (let k = 1; k <= ticks; k++) {
        passTo(fromMs + ((aimMs - fromMs) * k) / ticks)
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        await breathe()
        signal.throwIfAborted()
      }
      await analysed(lab, signal)
      signal.throwIfAborted()
    },
    dispose() {
      tasks.length = 0
      frames.clear()
      lab.dispose()
    },
  }
}

/** Until nothing of the analysis is under way, or the signal says stop. */
function analysed({ analysis: { cell } }: Lab, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let unsubscribe = () => {}
    const look = () => {
      if (cell.underWay.size > 0 && !signal.aborted) return
      unsubscribe()
      signal.removeEventListener('abort', look)
      resolve()
    }
    unsubscribe = cell.subscribe(look)
    signal.addEventListener('abort', look)
    look()
  })
}
