import type { Port } from '../port.ts'
import { portToWorker } from '../portToWorker.ts'
import AnalysisWorker from './analysis.worker.ts?worker&inline'
import type { AnalysisCommand, AnalysisEvent } from './protocol.ts'

/** A port to the analysis in a worker, or null where the page may not have one. Inlined like that of the two neurons. */
export function createAnalysisWorkerPort(): Port<AnalysisCommand, AnalysisEvent> | null {
  return portToWorker(() => new AnalysisWorker())
}
