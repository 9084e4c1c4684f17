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

/** A port to an analysis whose code is still to be fetched. */
export function createFetchedAnalysisPort(
  fetchPort: () => Promise<Port<AnalysisCommand, AnalysisEvent>>,
): Port<AnalysisCommand, AnalysisEvent> {
  return createLazyPort(fetchPort, missing)
}

/** Longest wait for an idle moment: the analysis of a busy page is slow, but it comes. */
const longestWaitMs = 200

/** Where a browser does not tell when it is idle, a pause of a frame leaves it room. */
const frameMs = 16

/** For an analysis in the page's own thread: calls back when there is nothing else to do. */
export function whenIdle(task: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(() => task(), { timeout: longestWaitMs })
  else setTimeout(task, frameMs)
}
