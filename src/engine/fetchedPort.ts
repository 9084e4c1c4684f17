import { createLazyPort } from './lazyPort.ts'
import type { Port } from './port.ts'
import type { Event } from './protocol.ts'

const missing: Event = {
  kind: 'failed',
  answers: 'load',
  isOnlyAnswer: true,
  sentence: 'The simulation could not be fetched. Check the connection, and load the page again.',
}

/** A port to a session of the two neurons whose code is still to be fetched. */
export function createFetchedPort(fetchPort: () => Promise<Port>): Port {
  return createLazyPort(fetchPort, missing)
}
