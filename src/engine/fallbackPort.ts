import { createLazyPort } from './lazyPort.ts'
import type { Port } from './port.ts'
import type { Event } from './protocol.ts'

const missing: Event = {
  kind: 'failed',
  answers: 'load',
  isOnlyAnswer: true,
  sentence: 'The simulation could not be fetched. Check the connection, and load the page again.',
}

/**
 * A port to the session of the two neurons in this thread. The session is in a chunk of its own, which is only fetched here: nearly every page has
 * a worker, which brings it along.
 */
export function createFallbackPort(): Port {
  return createLazyPort(async () => (await import('./mainThreadPort.ts')).createMainThreadPort(), missing)
}
