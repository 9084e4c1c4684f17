import { createFetchedAnalysisPort } from '../../engine/analysis/fetchedAnalysisPort.ts'
import { createFetchedPort } from '../../engine/fetchedPort.ts'
import { createWorkerPort } from '../../engine/workerPort.ts'
import { pageEnvironment, type Environment } from '../../store/environment.ts'
import { loadAnalysis, loadEngine } from './laterParts.ts'

/** The browser as an embed uses it: code that few of them need is fetched when they do, and nothing is kept for a reader of somebody else's page. */
export function embedEnvironment(): Environment {
  const ports = {
    createPort: createWorkerPort,
    createFallbackPort: () => createFetchedPort(async () => (await loadEngine())()),
    analysis: {
      createPort: () => createFetchedAnalysisPort(async () => (await loadAnalysis()).createPort()),
      createFallbackPort: () => createFetchedAnalysisPort(async () => (await loadAnalysis()).createFallbackPort()),
    },
  }
  return { ...pageEnvironment(ports), storage: null }
}
