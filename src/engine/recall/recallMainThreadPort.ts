import { createLazyPort } from '../lazyPort.ts'
import type { Port } from '../port.ts'
import type { RecallCommand, RecallEvent } from './protocol.ts'

/** Later, but after what the page has to do: ticks that follow each other must leave it room. */
const deferred = (task: () => void) => void setTimeout(task, 0)

const missing: RecallEvent = {
  kind: 'failed',
  answers: 'load',
  isOnlyAnswer: true,
  sentence: 'The simulation could not be fetched. Check the connection, and load the page again.',
}

/**
 * A port to the session of the Recall view in this thread. The session and its kernels are in a chunk of their own, which is only fetched here:
 * nearly every page has a worker, which brings them along.
 */
export function createRecallMainThreadPort(
  defer: (task: () => void) => void = deferred,
): Port<RecallCommand, RecallEvent> {
  return createLazyPort(async () => (await import('./recallLocalPort.ts')).createRecallLocalPort(defer), missing)
}
