import type { Experiment } from '../experiment/experiment.ts'
import { createBufferPool } from './bufferPool.ts'
import { revival } from './lifeline.ts'
import type { Port } from './port.ts'
import type { Command, Event } from './protocol.ts'
import { createWatchdog, type Timers } from './watchdog.ts'

/** What to sample. */
export interface SampleWish {
  /** Null for the extent that is needed. */
  readonly extent: number | null
  readonly columns: number
  readonly contourLevels: readonly number[] | null
}

/** The session died, and another runs from the document. */
export interface RestartedEvent {
  readonly kind: 'restarted'
  readonly sentence: string
  /** True when the new one runs in the page's own thread. */
  readonly isFallback: boolean
}

export type ClientEvent = Event | RestartedEvent

export interface EngineClientOptions {
  /** A new worker, or null where there can be none. */
  readonly createPort: () => Port | null
  /** The same session in this thread. */
  readonly createFallbackPort: () => Port
  readonly onEvent: (event: ClientEvent) => void
  readonly timers: Timers
}

/** The page's side of the engine: what is said goes out at once, in order; one sample and one tick are under way at most. */
export interface EngineClient {
  readonly load: (experiment: Experiment) => void
  readonly change: (experiment: Experiment) => void
  /** Left out while an earlier tick is unanswered: the next one makes up for the time. */
  readonly tick: (nowMs: number) => void
  readonly pause: () => void
  readonly step: () => void
  readonly reset: () => void
  /** The newest wish wins: it waits for the sample under way, and replaces one that waits. */
  readonly sample: (wish: SampleWish) => void
  readonly close: () => void
}

const restartedSentence = 'The simulation stopped and was started again from your settings.'
const fallbackSentence = 'The simulation kept stopping, so it now runs inside the page, which may be less smooth.'
const noWorkerSentence =
  'This page may not run the simulation in the background, so it runs inside the page, which may be less smooth.'

export function createEngineClient({
  createPort,
  createFallbackPort,
  onEvent,
  timers,
}: EngineClientOptions): EngineClient {
  const pool = createBufferPool()
  const deathsMs: number[] = []
  let document: Experiment | null = null
  let port: Port | null = null
  let isInPage = false
  let hasEverAnswered = false
  let isClosed = false
  /** Frames that are due; the landscape under way; the wish that waits for it. */
  let framesDue = 0
  let isTickUnderWay = false
  let wishUnderWay: SampleWish | null = null
  let wishWaiting: SampleWish | null = null
  let request = 0
  const watchdog = createWatchdog(timers, die)

  function post(command: Command, transfer: ArrayBuffer[] = []) {
    if (isClosed || port === null) return
    // In the page's own thread nobody could watch: when it hangs, so does the watchdog.
    if (command.kind !== 'pause' && !isInPage) watchdog.expect()
    if (command.kind !== 'pause' && command.kind !== 'sample') framesDue++
    port.post(command, transfer)
  }

  function open(worker: Port | null) {
    isInPage = worker === null
    const next = worker ?? createFallbackPort()
    port = next
    next.listen({
      onEvent: (event) => port === next && hear(event),
      onDeath: () => port === next && die(),
    })
  }

  function hear(event: Event) {
    hasEverAnswered = true
    const isAnswer = event.kind !== 'failed' || event.isOnlyAnswer
    const endsSample = event.kind === 'landscape' || (event.kind === 'failed' && event.answers === 'sample')
    if (isAnswer && !endsSample) framesDue = Math.max(0, framesDue - 1)
    if (isAnswer && event.kind !== 'landscape' && event.answers === 'tick') isTickUnderWay = false
    if (event.kind === 'landscape') pool.arrived(event.landscape)
    if (endsSample) wishUnderWay = null
    if (!isInPage) watchdog.heard(framesDue === 0 && wishUnderWay === null)
    onEvent(event)
    if (endsSample && wishUnderWay === null && wishWaiting !== null) sample(wishWaiting)
  }

  function die() {
    if (isClosed) return
    deathsMs.push(timers.now())
    const isFallback = revival(deathsMs, hasEverAnswered) === 'fall-back'
    port?.close()
    begin(
      isFallback ? null : createPort(),
      !hasEverAnswered ? noWorkerSentence : isFallback ? fallbackSentence : restartedSentence,
    )
  }

  /** Goes on with another session: nothing is under way in it, and it knows nothing. */
  function begin(next: Port | null, sentence: string) {
    watchdog.stop()
    pool.clear()
    const wish = wishWaiting ?? wishUnderWay
    framesDue = 0
    isTickUnderWay = false
    wishUnderWay = null
    wishWaiting = null
    open(next)
    if (document !== null) post({ kind: 'load', experiment: document })
    onEvent({ kind: 'restarted', sentence, isFallback: next === null })
    if (wish !== null && wishUnderWay === null) sample(wish)
  }

  function sample(wish: SampleWish) {
    if (wishUnderWay !== null) {
      wishWaiting = wish
      return
    }
    wishWaiting = null
    wishUnderWay = wish
    const buffers = pool.take(wish.columns)
    const transfer = buffers === null ? [] : [buffers.heights.buffer, buffers.gradients.buffer]
    post({ kind: 'sample', request: ++request, ...wish, buffers }, transfer)
  }

  function tell(kind: 'load' | 'change', experiment: Experiment) {
    document = experiment
    post({ kind, experiment })
  }

  open(createPort())

  return {
    load: (experiment) => tell('load', experiment),
    change: (experiment) => tell('change', experiment),
    tick(nowMs) {
      if (isTickUnderWay) return
      isTickUnderWay = true
      post({ kind: 'tick', nowMs })
    },
    pause: () => post({ kind: 'pause' }),
    step: () => post({ kind: 'step' }),
    reset: () => post({ kind: 'reset' }),
    sample,
    close() {
      isClosed = true
      watchdog.stop()
      port?.close()
    },
  }
}
