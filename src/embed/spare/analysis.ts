import { createAnalysisLocalPort } from '../../engine/analysis/analysisLocalPort.ts'
import { createAnalysisWorkerPort } from '../../engine/analysis/analysisWorkerPort.ts'
import { whenIdle } from '../../engine/analysis/fetchedAnalysisPort.ts'
import { embedParts } from '../stage.ts'

const createFallbackPort = () => createAnalysisLocalPort(whenIdle)

embedParts().analysis = {
  createPort: () => createAnalysisWorkerPort() ?? createFallbackPort(),
  createFallbackPort,
}
