import type { Port } from '../port.ts'
import { createFetchedAnalysisPort, whenIdle } from './fetchedAnalysisPort.ts'
import type { AnalysisCommand, AnalysisEvent } from './protocol.ts'

/** A port to the analysis in a worker. It and its kernels are fetched here, when the first basin or density is wanted, and not before. */
export function createAnalysisPort(): Port<AnalysisCommand, AnalysisEvent> {
  return createFetchedAnalysisPort(async () => {
    const { createAnalysisWorkerPort } = await import('./analysisWorkerPort.ts')
    return createAnalysisWorkerPort() ?? fetchLocalPort()
  })
}

/** A port to the analysis in this thread, piece by piece in idle moments. */
export function createAnalysisMainThreadPort(): Port<AnalysisCommand, AnalysisEvent> {
  return createFetchedAnalysisPort(fetchLocalPort)
}

async function fetchLocalPort() {
  return (await import('./analysisLocalPort.ts')).createAnalysisLocalPort(whenIdle)
}
