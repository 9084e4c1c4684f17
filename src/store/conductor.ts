import { createEngineClient, type ClientEvent, type EngineClient } from '../engine/client.ts'
import type { LandscapeEvent } from '../engine/protocol.ts'
import type { Experiment } from '../experiment/experiment.ts'
import type { Environment } from './environment.ts'
import type { WritableFrameCell } from './frameCell.ts'
import { createSampler } from './sampler.ts'
import { createTicker, tickerDecision } from './ticker.ts'

/** What the conductor tells the store. */
export interface ConductorListener {
  readonly onSettled: (isSettled: boolean) => void
  readonly onFailed: (sentence: string, isRunOver: boolean) => void
  readonly onRestarted: (sentence: string, isFallback: boolean) => void
  readonly onFirstLandscape: () => void
}

/** What the conductor asks of the store. */
export interface PlayState {
  readonly isPlaying: boolean
  readonly isSettled: boolean
}

/** Keeps engine, cell and animation frames together. The store's actions speak to it. */
export interface Conductor {
  readonly load: (experiment: Experiment) => void
  /** The document changed: posts what follows from it at once, in the same turn. */
  readonly change: (before: Experiment, next: Experiment) => void
  /** Playing or settled changed. */
  readonly wake: () => void
  readonly pause: () => void
  readonly step: () => void
  readonly reset: () => void
  readonly wantContours: () => () => void
  /** The half-width at which the view comes to rest; null before the first landscape. */
  readonly aimedExtent: () => number | null
  readonly setOnScreen: (isOnScreen: boolean) => void
  readonly dispose: () => void
}

interface ConductorOptions {
  readonly environment: Environment
  readonly cell: WritableFrameCell
  readonly columns: number
  readonly playState: () => PlayState
  readonly listener: ConductorListener
}

export function createConductor({ environment, cell, columns, playState, listener }: ConductorOptions): Conductor {
  const { frames, page, prefersReducedMotion } = environment
  const client: EngineClient = createEngineClient({ ...environment, onEvent: hear })
  const ticker = createTicker(frames, animate)
  const sampler = createSampler({
    columns,
    prefersReducedMotion,
    view: () => cell.view,
    setView: (view) => cell.setView(view),
    ask: (wish) => client.sample(wish),
  })
  let isOnScreen = true
  const unsubscribe = page.subscribe(attend)

  const isAwake = () => isOnScreen && page.isVisible()

  function attend() {
    if (isAwake()) return ticker.wake()
    ticker.stop()
    client.pause()
  }

  function wake() {
    if (decide().goesOn) ticker.wake()
  }

  function decide() {
    const { isPlaying, isSettled } = playState()
    return tickerDecision({ isPlaying, isSettled, isAwake: isAwake(), isViewMoving: sampler.isViewMoving() })
  }

  function animate(nowMs: number, elapsedMs: number): boolean {
    const { ticksEngine, easesView } = decide()
    if (ticksEngine) client.tick(nowMs)
    if (easesView) sampler.ease(elapsedMs)
    return decide().goesOn
  }

  function takeLandscape(event: LandscapeEvent) {
    const isFirst = sampler.take(event.needed, event.landscape.extent, (view) => cell.takeLandscape(event, view))
    if (isFirst) listener.onFirstLandscape()
    wake()
  }

  function hear(event: ClientEvent) {
    switch (event.kind) {
      case 'landscape':
        return takeLandscape(event)
      case 'frame':
        cell.takeFrame(event)
        if (event.isSettled !== playState().isSettled) listener.onSettled(event.isSettled)
        return wake()
      case 'failed':
        return listener.onFailed(event.sentence, event.answers !== 'sample')
      case 'restarted':
        listener.onRestarted(event.sentence, event.isFallback)
        return wake()
      default:
        return event satisfies never
    }
  }

  return {
    load(experiment) {
      client.load(experiment)
      sampler.sample()
      wake()
    },
    change(before, next) {
      if (changesRun(before, next)) client.change(next)
      if (changesLandscape(before, next)) sampler.sample()
      wake()
    },
    wake,
    pause: () => client.pause(),
    step: () => client.step(),
    reset: () => client.reset(),
    wantContours: sampler.wantContours,
    aimedExtent: sampler.aimedExtent,
    setOnScreen(next) {
      if (next === isOnScreen) return
      isOnScreen = next
      attend()
    },
    dispose() {
      ticker.stop()
      unsubscribe()
      client.close()
    },
  }
}

/** Everything but the view is the engine's business, and of the view the particles. Parts that did not change are the same objects (`keepUnchanged`). */
function changesRun(before: Experiment, next: Experiment): boolean {
  return (
    changesLandscape(before, next) ||
    before.noise !== next.noise ||
    before.integration !== next.integration ||
    before.playback !== next.playback ||
    before.view.phase.cloud !== next.view.phase.cloud
  )
}

/** The balls count too: the view must hold their starts; and the curves, which come with the landscape. */
function changesLandscape(before: Experiment, next: Experiment): boolean {
  const isSame = before.model === next.model && before.input === next.input && before.balls === next.balls
  return !isSame || curveLayers.some((layer) => before.view.phase[layer] !== next.view.phase[layer])
}

/** Layers whose curves the engine traces. */
const curveLayers = ['flow', 'descent', 'nullclines', 'separatrices'] as const
