import type { Landscape } from '../model/landscape.ts'
import { createBufferPool } from './bufferPool.ts'
import { revival } from './lifeline.ts'
import type { Port } from './port.ts'
import type { LandscapeBuffers } from './protocol.ts'
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

/** What an event of a session ends. */
export interface Answer {
  /** The kind of command that it is the last word on; null where more is to come. */
  readonly to: 'frame' | 'tick' | 'sample' | null
  /** A landscape whose buffers may later be written again. */
  readonly landscape: Landscape | null
}

/** How the commands and events of one kind of session are written. */
export interface Dialect<Document, Command, Event> {
  /** `before`: the document that the session was told last; null where it knows none. */
  readonly tell: (kind: 'load' | 'change', document: Document, before: Document | null) => Command
  readonly tick: (nowMs: number) => Command
  readonly ask: (request: number, wish: SampleWish, buffers: LandscapeBuffers | null) => Command
  readonly read: (event: Event) => Answer
}

export interface SessionClientOptions<Command, Event> {
  /** A new worker, or null where there can be none. */
  readonly createPort: () => Port<Command, Event> | null
  /** The same session in this thread. */
  readonly createFallbackPort: () => Port<Command, Event>
  readonly onEvent: (event: Event | RestartedEvent) => void
  readonly timers: Timers
}

/** The page's side of a session: what is said goes out at once, in order; one sample and one tick are under way at most. */
export interface SessionClient<Document, Command> {
  readonly load: (document: Document) => void
  readonly change: (document: Document) => void
  /** Left out while an earlier tick is unanswered: the next one makes up for the time. */
  readonly tick: (nowMs: number) => void
  /** Any other command, which is answered by a frame (or by nothing). */
  readonly say: (command: Command, isAnswered: boolean) => void
  /** The newest wish wins: it waits for the sample under way, and replaces one that waits. */
  readonly sample: (wish: SampleWish) => void
  readonly close: () => void
}

const restartedSentence = 'The simulation stopped and was started again from your settings.'
const fallbackSentence = 'The simulation kept stopping, so it now runs inside the page, which may be less smooth.'
const noWorkerSentence =
  'This page may not run the simulation in the background, so it runs inside the page, which may be less smooth.'

export function createSessionClient<Document, Command, Event>(
  { tell, tick, ask, read }: Dialect<Document, Command, Event>,
  { createPort, createFallbackPort, onEvent, timers }: SessionClientOptions<Command, Event>,
): SessionClient<Document, Command> {
  const pool = createBufferPool()
  const deathsMs: number[] = []
  let document: { readonly newest: Document } | null = null
  let port: Port<Command, Event> | null = null
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

  function post(command: Command, awaits: 'frame' | 'sample' | 'nothing', transfer: ArrayBuffer[] = []) {
    if (isClosed || port === null) return
    // In the page's own thread nobody could watch: when it hangs, so does the watchdog.
    if (awaits !== 'nothing' && !isInPage) watchdog.expect()
    if (awaits === 'frame') framesDue++
    port.post(command, transfer)
  }

  function open(worker: Port<Command, Event> | null) {
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
    const { to, landscape } = read(event)
    if (to === 'frame' || to === 'tick') framesDue = Math.max(0, framesDue - 1)
    if (to === 'tick') isTickUnderWay = false
    if (landscape !== null) pool.arrived(landscape)
    if (to === 'sample') wishUnderWay = null
    if (!isInPage) watchdog.heard(framesDue === 0 && wishUnderWay === null)
    onEvent(event)
    if (to === 'sample' && wishUnderWay === null && wishWaiting !== null) sample(wishWaiting)
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
  function begin(next: Port<Command, Event> | null, sentence: string) {
    watchdog.stop()
    pool.clear()
    const wish = wishWaiting ?? wishUnderWay
    framesDue = 0
    isTickUnderWay = false
    wishUnderWay = null
    wishWaiting = null
    open(next)
    if (document !== null) post(tell('load', document.newest, null), 'frame')
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
    post(ask(++request, wish, buffers), 'sample', transfer)
  }

  function tellOf(kind: 'load' | 'change') {
    return (next: Document) => {
      const before = document?.newest ?? null
      document = { newest: next }
      post(tell(kind, next, before), 'frame')
    }
  }

  open(createPort())

  return {
    load: tellOf('load'),
    change: tellOf('change'),
    tick(nowMs) {
      if (isTickUnderWay) return
      isTickUnderWay = true
      post(tick(nowMs), 'frame')
    },
    say: (command, isAnswered) => post(command, isAnswered ? 'frame' : 'nothing'),
    sample,
    close() {
      isClosed = true
      watchdog.stop()
      port?.close()
    },
  }
}
