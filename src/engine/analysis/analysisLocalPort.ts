import type { Port, PortListeners } from '../port.ts'
import { analysisTools } from './analysisTools.ts'
import type { AnalysisCommand, AnalysisEvent } from './protocol.ts'
import { createAnalysisSession, type AnalysisSession } from './session/analysisSession.ts'

/** A session of the analysis in this thread and a port to it. `whenIdle`: calls back when the page has nothing to do; every piece waits for that. */
export function createAnalysisLocalPort(
  whenIdle: (task: () => void) => void,
  session: AnalysisSession = createAnalysisSession(analysisTools(() => performance.now())),
): Port<AnalysisCommand, AnalysisEvent> {
  let listeners: PortListeners<AnalysisEvent> | null = null
  let isOpen = true
  let isPieceDue = false

  function send(events: readonly AnalysisEvent[]) {
    for (const event of events) listeners?.onEvent(event)
  }

  function goOn() {
    if (isPieceDue || !isOpen || !session.hasWork) return
    isPieceDue = true
    whenIdle(() => {
      isPieceDue = false
      if (isOpen) send(session.advance())
      goOn()
    })
  }

  return {
    post(command) {
      // Answers come later, never within `post`.
      queueMicrotask(() => {
        if (!isOpen) return
        send(session.handle(command))
        goOn()
      })
    },
    listen(next) {
      listeners = next
    },
    close() {
      isOpen = false
      listeners = null
    },
  }
}
