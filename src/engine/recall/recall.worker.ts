import { createBinaryKernel } from '../../kernel/wasm/createBinaryKernel.ts'
import { createKernel } from '../../kernel/wasm/createKernel.ts'
import type { RecallCommand } from './protocol.ts'
import { createRecallSession } from './session/recallSession.ts'
import { recallTransferList } from './session/recallTransferList.ts'

// The shell of the session: messages in, messages out, and a clock.
declare const self: DedicatedWorkerGlobalScope

const now = () => performance.now()
const session = createRecallSession({ createKernel, createBinaryKernel, now })

self.addEventListener('message', ({ data }: MessageEvent<RecallCommand>) => {
  const begin = now()
  for (const event of session.handle(data)) {
    const message = event.kind === 'slice' ? { ...event, computeMs: now() - begin } : event
    self.postMessage(message, recallTransferList(event))
  }
})
