import { createBinaryKernel } from '../../kernel/wasm/createBinaryKernel.ts'
import { createKernel } from '../../kernel/wasm/createKernel.ts'
import { createLocalPort } from '../localPort.ts'
import type { Port } from '../port.ts'
import type { RecallCommand, RecallEvent } from './protocol.ts'
import { createRecallSession } from './session/recallSession.ts'

/** A session of the Recall view and a port to it, all in this thread. */
export function createRecallLocalPort(defer: (task: () => void) => void): Port<RecallCommand, RecallEvent> {
  const now = () => performance.now()
  return createLocalPort(createRecallSession({ createKernel, createBinaryKernel, now }), defer)
}
