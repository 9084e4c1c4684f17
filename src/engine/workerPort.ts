import EngineWorker from './engine.worker.ts?worker&inline'
import type { Port } from './port.ts'
import { portToWorker } from './portToWorker.ts'

/**
 * A port to the session of the two neurons in a worker, or null where the page may not have one. Only this file and its sisters for the
 * analysis and the Recall view start workers.
 *
 * Inlined as a classic blob worker: that works in a sandboxed frame and on a foreign origin, where a worker by address does not.
 */
export function createWorkerPort(): Port | null {
  return portToWorker(() => new EngineWorker())
}
