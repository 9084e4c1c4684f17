import { analysisTools } from './analysisTools.ts'
import type { AnalysisCommand, AnalysisEvent } from './protocol.ts'
import { createAnalysisSession } from './session/analysisSession.ts'
import { analysisTransferList } from './session/analysisTransferList.ts'

// The shell of the session: messages in, messages out, and a loop that does piece after piece.
declare const self: DedicatedWorkerGlobalScope

const session = createAnalysisSession(analysisTools(() => performance.now()))
// A message to itself stands in line behind what the page has sent meanwhile, and unlike a timer it does not wait.
const { port1, port2 } = new MessageChannel()
let isPieceDue = false

function send(events: readonly AnalysisEvent[]) {
  for (const event of events) self.postMessage(event, analysisTransferList(event))
}

function goOn() {
  if (isPieceDue || !session.hasWork) return
  isPieceDue = true
  port2.postMessage(null)
}

port1.addEventListener('message', () => {
  isPieceDue = false
  send(session.advance())
  goOn()
})
port1.start()

self.addEventListener('message', ({ data }: MessageEvent<AnalysisCommand>) => {
  send(session.handle(data))
  goOn()
})
