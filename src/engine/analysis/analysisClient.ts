import { revival } from '../lifeline.ts'
import type { Port } from '../port.ts'
import type { RestartedEvent } from '../sessionClient.ts'
import { createWatchdog, type Timers } from '../watchdog.ts'
import type { AnalysisCommand, AnalysisEvent, AnalysisWish } from './protocol.ts'

export type AnalysisClientEvent = AnalysisEvent | RestartedEvent

export interface AnalysisPorts {
  /** A new worker; it falls back to this thread by itself where there can be none. */
  readonly createPort: () => Port<AnalysisCommand, AnalysisEvent>
  /** The same session in this thread. */
  readonly createFallbackPort: () => Port<AnalysisCommand, AnalysisEvent>
}

export interface AnalysisClientOptions extends AnalysisPorts {
  readonly onEvent: (event: AnalysisClientEvent) => void
  readonly timers: Timers
}

/** The page's side of the analysis. */
export interface AnalysisClient {
  /** The newest wish replaces the one before. The first one starts the engine. */
  readonly study: (wish: AnalysisWish) => void
  readonly stop: () => void
  readonly close: () => void
}

const restartedSentence = 'The analysis stopped and was started again.'
const fallbackSentence = 'The analysis kept stopping, so it now runs inside the page, which is slower.'

export function createAnalysisClient({
  createPort,
  createFallbackPort,
  onEvent,
  timers,
}: AnalysisClientOptions): AnalysisClient {
  const deathsMs: number[] = []
  let port: Port<AnalysisCommand, AnalysisEvent> | null = null
  let newest: AnalysisWish | null = null
  let request = 0
  let isInPage = false
  let hasEverAnswered = false
  let isClosed = false
  const watchdog = createWatchdog(timers, die)

  function open() {
    const next = isInPage ? createFallbackPort() : createPort()
    port = next
    next.listen({
      onEvent: (event) => port === next && hear(event),
      onDeath: () => port === next && die(),
    })
  }

  function hear(event: AnalysisEvent) {
    hasEverAnswered = true
    // In the page's own thread nobody could watch: when it hangs, so does the watchdog.
    const isLast = newest === null || event.request === 0 || (event.kind === 'done' && event.request === request)
    if (!isInPage) watchdog.heard(isLast)
    onEvent(event)
  }

  function post(wish: AnalysisWish) {
    if (!isInPage) watchdog.expect()
    port?.post({ kind: 'study', request: ++request, wish }, [])
  }

  function die() {
    if (isClosed) return
    deathsMs.push(timers.now())
    watchdog.stop()
    port?.close()
    isInPage = revival(deathsMs, hasEverAnswered) === 'fall-back'
    open()
    onEvent({ kind: 'restarted', sentence: isInPage ? fallbackSentence : restartedSentence, isFallback: isInPage })
    if (newest !== null) post(newest)
  }

  return {
    study(wish) {
      if (isClosed) return
      newest = wish
      if (port === null) open()
      post(wish)
    },
    stop() {
      newest = null
      watchdog.stop()
      port?.post({ kind: 'stop' }, [])
    },
    close() {
      isClosed = true
      watchdog.stop()
      port?.close()
    },
  }
}
