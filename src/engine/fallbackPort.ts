import { createFetchedPort } from './fetchedPort.ts'
import type { Port } from './port.ts'

/**
 * A port to the session of the two neurons in this thread. The session is in a chunk of its own, which is only fetched here: nearly every page has
 * a worker, which brings it along.
 */
export function createFallbackPort(): Port {
  return createFetchedPort(async () => (await import('./mainThreadPort.ts')).createMainThreadPort())
}
