import type { Command } from './protocol.ts'
import { createSession } from './session/session.ts'
import { transferList } from './session/transferList.ts'

// The shell of the session: messages in, messages out, and a clock to measure with.
declare const self: DedicatedWorkerGlobalScope

const session = createSession()

self.addEventListener('message', ({ data }: MessageEvent<Command>) => {
  const begin = performance.now()
  for (const event of session.handle(data)) {
    const message = event.kind === 'landscape' ? { ...event, computeMs: performance.now() - begin } : event
    self.postMessage(message, transferList(event))
  }
})
