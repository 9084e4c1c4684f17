import type { Port } from '../port.ts'
import { portToWorker } from '../portToWorker.ts'
import HeadlessWorker from './headless.worker.ts?worker&inline'
import type { HeadlessCommand, HeadlessEvent } from './run/protocol.ts'

/** A port to a run in a worker, or null where the page may not have one. Inlined like that of the two neurons. */
export function createHeadlessWorkerPort(): Port<HeadlessCommand, HeadlessEvent> | null {
  return portToWorker(() => new HeadlessWorker())
}
