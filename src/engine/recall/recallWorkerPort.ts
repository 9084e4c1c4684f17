import type { Port } from '../port.ts'
import { portToWorker } from '../portToWorker.ts'
import type { RecallCommand, RecallEvent } from './protocol.ts'
import RecallWorker from './recall.worker.ts?worker&inline'

/** A port to the session of the Recall view in a worker, or null where the page may not have one. Inlined like that of the two neurons. */
export function createRecallWorkerPort(): Port<RecallCommand, RecallEvent> | null {
  return portToWorker(() => new RecallWorker())
}
