import { createEngineClient, type ClientEvent, type EngineClient } from '../engine/client.ts'
import type { LandscapeEvent } from '../engine/protocol.ts'
import type { Experiment } from '../experiment/experiment.ts'
import { niceLevels } from '../model/contours.ts'
import type { ViewScale } from '../model/viewScale.ts'
import type { Environment } from './environment.ts'
import type { WritableFrameCell } from './frameCell.ts'
import { createTicker, tickerDecision } from './ticker.ts'
import { createViewFollower } from './viewFollower.ts'

/** Contour lines between the floor and the ceiling of the view, about. */
const contourCount = 20

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
  readonly setColumns: (columns: number) => void
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
  const follower = createViewFollower(prefersReducedMotion)
  const client: EngineClient = createEngineClient({ ...environment, onEvent: hear })
  const ticker = createTicker(frames, animate)
  let columnCount = columns
  let contourReaders = 0
  /** The levels of the newest request, as one string; empty without contours. */
  let levelsAsked = ''
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
    return tickerDecision({ isPlaying, isSettled, isAwake: isAwake(), isViewMoving: follower.isMoving })
  }

  function animate(nowMs: number, elapsedMs: number): boolean {
    const { ticksEngine, easesView } = decide()
    if (ticksEngine) client.tick(nowMs)
    if (easesView && follower.ease(elapsedMs)) showView()
    return decide().goesOn
  }

  function showView() {
    cell.setView(viewOf(cell.view.extent))
    sampleIfOutdated()
  }

  /** Floor and ceiling are shown at once; the extent is always that of the landscape. */
  function viewOf(extent: number): ViewScale {
    const { floor, ceiling } = follower.wanted ?? cell.view
    return { extent, floor, ceiling }
  }

  function contourLevels(): readonly number[] | null {
    const { wanted } = follower
    return contourReaders === 0 || wanted === null ? null : niceLevels(wanted.floor, wanted.ceiling, contourCount)
  }

  function sample() {
    const levels = contourLevels()
    levelsAsked = levels?.join() ?? ''
    client.sample({ extent: follower.wanted?.extent ?? null, columns: columnCount, contourLevels: levels })
  }

  /** Asks again where the view has moved on since the landscape in the cell was asked for. */
  function sampleIfOutdated() {
    const levels = contourLevels()?.join() ?? ''
    if (follower.wanted?.extent !== cell.view.extent || levels !== levelsAsked) sample()
  }

  function takeLandscape(event: LandscapeEvent) {
    const isFirst = follower.wanted === null
    follower.aim(event.needed)
    cell.takeLandscape(event, viewOf(event.landscape.extent))
    if (isFirst) listener.onFirstLandscape()
    sampleIfOutdated()
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
      sample()
      wake()
    },
    change(before, next) {
      if (changesRun(before, next)) client.change(next)
      if (changesLandscape(before, next)) sample()
      wake()
    },
    wake,
    pause: () => client.pause(),
    step: () => client.step(),
    reset: () => client.reset(),
    wantContours() {
      contourReaders++
      if (contourReaders === 1 && follower.wanted !== null) sample()
      let isWanted = true
      return () => {
        if (isWanted) contourReaders--
        isWanted = false
      }
    },
    setColumns(next) {
      if (next === columnCount) return
      columnCount = next
      if (follower.wanted !== null) sample()
    },
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

/** Everything but the view is the engine's business. Parts that did not change are the same objects (`keepUnchanged`). */
function changesRun(before: Experiment, next: Experiment): boolean {
  return (
    changesLandscape(before, next) ||
    before.noise !== next.noise ||
    before.integration !== next.integration ||
    before.playback !== next.playback
  )
}

/** The balls count too: the view must hold their starts. */
function changesLandscape(before: Experiment, next: Experiment): boolean {
  return before.model !== next.model || before.input !== next.input || before.balls !== next.balls
}
