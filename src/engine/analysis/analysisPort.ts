import { createLazyPort } from '../lazyPort.ts'
import type { Port } from '../port.ts'
import type { AnalysisCommand, AnalysisEvent } from './protocol.ts'

/** Request 0 is before all wishes: nothing of the analysis can be had. */
const missing: AnalysisEvent = {
  kind: 'failed',
  request: 0,
  task: 'basins',
  sentence: 'This part of the page could not be fetched. Check the connection, and load the page again.',
}

/** Longest wait for an idle moment: the analysis of a busy page is slow, but it comes. */
const longestWaitMs = 200

/** Where a browser does not tell when it is idle, a pause of a frame leaves it room. */
const frameMs = 16

function whenIdle(task: () => void) {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(() => task(), { timeout: longestWaitMs })
  else setTimeout(task, frameMs)
}

/** A port to the analysis in a worker. It and its kernels are fetched here, when the first basin or density is wanted, and not before. */
export function createAnalysisPort(): Port<AnalysisCommand, AnalysisEvent> {
  return createLazyPort(async () => {
    const { createAnalysisWorkerPort } = await import('./analysisWorkerPort.ts')
    return createAnalysisWorkerPort() ?? fetchLocalPort()
  }, missing)
}

/** A port to the analysis in this thread, piece by piece in idle moments. */
export function createAnalysisMainThreadPort(): Port<AnalysisCommand, AnalysisEvent> {
  return createLazyPort(fetchLocalPort, missing)
}

async function fetchLocalPort() {
  return (await import('./analysisLocalPort.ts')).createAnalysisLocalPort(whenIdle)
}
