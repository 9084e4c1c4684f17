import type { RecallFrameEvent, SliceEvent } from '../../engine/recall/protocol.ts'
import { createRecallClient, type RecallClient, type RecallClientEvent } from '../../engine/recall/recallClient.ts'
import type { RecallSettings } from '../../experiment/recall/recallSettings.ts'
import type { WritableFrameCell } from '../frameCell.ts'
import { createSampler } from '../sampler.ts'
import { createTicker, tickerDecision } from '../ticker.ts'
import type { WritableRecallCell } from './recallCell.ts'
import type { RecallEnvironment } from './recallEnvironment.ts'
import { createSliceBall } from './sliceBall.ts'
import { columnsOf, createSliceDetail, firstDetail } from './sliceDetail.ts'

/** What the conductor tells the store. */
export interface RecallListener {
  readonly onSettled: (isSettled: boolean) => void
  readonly onFailed: (sentence: string, isRunOver: boolean) => void
  readonly onRestarted: (sentence: string, isFallback: boolean) => void
  readonly onFirstFrame: () => void
}

/** What the conductor asks of the stores. */
export interface RecallPlayState {
  readonly isPlaying: boolean
  readonly isSettled: boolean
  readonly scrubTime: number | null
}

/** Keeps the engine of the Recall view, its cells and the animation frames together. */
export interface RecallConductor {
  /** Starts the engine at the first call. It runs between this and the call of what it returns. */
  readonly show: () => () => void
  /** The document changed: posts what follows from it at once, in the same turn. */
  readonly change: (before: RecallSettings, next: RecallSettings) => void
  readonly wake: () => void
  readonly pause: () => void
  readonly step: (unit: 'neuron' | 'step' | 'unit') => void
  readonly reset: () => void
  readonly scrub: (time: number | null) => void
  readonly wantContours: () => () => void
  readonly dispose: () => void
}

interface RecallConductorOptions {
  readonly environment: RecallEnvironment
  readonly cell: WritableRecallCell
  readonly frameCell: WritableFrameCell
  readonly recall: () => RecallSettings
  readonly playState: () => RecallPlayState
  readonly listener: RecallListener
}

export function createRecallConductor(options: RecallConductorOptions): RecallConductor {
  const { environment, cell, frameCell, recall, playState, listener } = options
  const { frames, page, prefersReducedMotion } = environment
  const ball = createSliceBall(frameCell)
  const ticker = createTicker(frames, animate)
  const sampler = createSampler({
    columns: columnsOf(firstDetail, false),
    prefersReducedMotion,
    view: () => frameCell.view,
    setView: (view) => frameCell.setView(view),
    ask: (wish) => client?.sample(wish),
  })
  const detail = createSliceDetail(environment.timers, (next) => sampler.setColumns(next))
  let client: RecallClient | null = null
  let viewers = 0
  /** The document that the engine has. */
  let told: RecallSettings | null = null
  /** The landscape that was asked for last, as frames count them. */
  let landscapeAsked: number | null = null
  /** A step was too long for one go: ticks finish it, whether the run plays or not. */
  let owesStep = false
  let hasFrame = false
  const unsubscribe = page.subscribe(attend)

  const isAwake = () => viewers > 0 && page.isVisible()

  function attend() {
    if (isAwake()) return ticker.wake()
    ticker.stop()
    client?.pause()
  }

  function decide() {
    const { isPlaying, isSettled } = playState()
    return tickerDecision({
      isPlaying: isPlaying || owesStep,
      isSettled: isSettled && !owesStep,
      isAwake: isAwake(),
      isViewMoving: sampler.isViewMoving(),
    })
  }

  function wake() {
    if (client !== null && decide().goesOn) ticker.wake()
  }

  function animate(nowMs: number, elapsedMs: number): boolean {
    const { ticksEngine, easesView } = decide()
    if (ticksEngine) client?.tick(nowMs)
    if (easesView) sampler.ease(elapsedMs)
    if (ticksEngine || easesView) detail.moved()
    return decide().goesOn
  }

  function takeFrame(event: RecallFrameEvent) {
    const distance = ball.takeFrame(event, recall().slice.lane)
    if (distance !== undefined) cell.setDistance(distance)
    cell.takeFrame(event)
    // What a person did was followed by a question for the landscape in the same turn; what time did was not.
    const isAskedFor = event.answers !== 'tick' && event.answers !== 'step'
    if (!isAskedFor && event.landscapeVersion !== landscapeAsked) sampler.sample()
    landscapeAsked = event.landscapeVersion
    settleStep(event)
    if (event.isSettled !== playState().isSettled) listener.onSettled(event.isSettled)
    if (!hasFrame) listener.onFirstFrame()
    hasFrame = true
    wake()
  }

  function settleStep({ answers, droppedTime }: RecallFrameEvent) {
    const owedBefore = owesStep
    if (answers === 'step') owesStep = droppedTime > 0
    else if (answers === 'tick') owesStep &&= droppedTime > 0
    // The ticks that finished the step must not count as time that played.
    if (owedBefore && !owesStep) client?.pause()
  }

  function takeSlice(event: SliceEvent) {
    const columnOf = (id: number) => cell.memoryIds.indexOf(id)
    const trace = cell.lanes.get(recall().slice.lane)?.trace
    const overlapWith = (id: number) =>
      trace === undefined || trace.length === 0 || columnOf(id) < 0
        ? 0
        : trace.overlapAt(trace.length - 1, columnOf(id))
    sampler.take(event.needed, event.landscape.extent, (view) =>
      frameCell.takeLandscape({ ...event, system: null }, view),
    )
    const [first, second] = event.memories
    cell.setDistance(ball.takeSlice(event, cell.time, [overlapWith(first), overlapWith(second)]))
    cell.takeSlice(event)
    wake()
  }

  function hear(event: RecallClientEvent) {
    switch (event.kind) {
      case 'slice':
        return takeSlice(event)
      case 'frame':
        return takeFrame(event)
      case 'failed':
        return listener.onFailed(event.sentence, event.answers !== 'slice')
      case 'restarted': {
        const { scrubTime } = playState()
        owesStep = false
        if (scrubTime !== null) client?.scrub(scrubTime)
        sampler.sample()
        listener.onRestarted(event.sentence, event.isFallback)
        return wake()
      }
      default:
        return event satisfies never
    }
  }

  /** Tells the engine what it does not know yet. */
  function tellDocument() {
    const next = recall()
    if (client === null) {
      client = createRecallClient({ ...environment, onEvent: hear })
      client.load(next)
    } else if (told === null || changesRun(told, next)) client.change(next)
    else return
    told = next
    sampler.sample()
  }

  return {
    show() {
      viewers++
      tellDocument()
      attend()
      let isShown = true
      return () => {
        if (isShown) viewers--
        isShown = false
        attend()
      }
    },
    change(before, next) {
      // While nobody looks the engine is left alone; it is told when the view is shown again.
      if (viewers > 0 && changesRun(before, next)) tellDocument()
      // Drawn on while it stands still: no animation frame will tell.
      if (viewers > 0 && !decide().goesOn) detail.moved()
      wake()
    },
    wake,
    pause() {
      owesStep = false
      client?.pause()
    },
    step(unit) {
      client?.step(unit)
    },
    reset() {
      client?.reset()
      sampler.sample()
      wake()
    },
    scrub(time) {
      client?.scrub(time)
      sampler.sample()
      wake()
    },
    wantContours: sampler.wantContours,
    dispose() {
      detail.dispose()
      ticker.stop()
      unsubscribe()
      client?.close()
      client = null
    },
  }
}

/** Everything but the camera and the kind of picture is the engine's business. Parts that did not change are the same objects. */
export function changesRun(before: RecallSettings, next: RecallSettings): boolean {
  return (Object.keys(next) as (keyof RecallSettings)[]).some((part) =>
    part === 'slice'
      ? before.slice.memories !== next.slice.memories || before.slice.lane !== next.slice.lane
      : before[part] !== next[part],
  )
}
