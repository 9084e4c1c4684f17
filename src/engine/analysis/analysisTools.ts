import { createBasinKernel } from '../../kernel/phase/createBasinKernel.ts'
import { createDensityKernel } from '../../kernel/phase/createDensityKernel.ts'
import { beginDiagram } from '../../model/phase/diagramTrace.ts'
import { endOf } from './session/endOf.ts'
import type { AnalysisTools } from './session/work.ts'

/** The real ones: kernels in WebAssembly where that is allowed. `now`: milliseconds. */
export function analysisTools(now: () => number): AnalysisTools {
  return {
    createBasins: () => createBasinKernel('fastest'),
    createDensity() {
      const kernel = createDensityKernel('fastest')
      return {
        begin: ({ system }, noise, columns) => kernel.beginDensity(system, noise, columns),
        beginEscape: ({ system, equilibria }, noise, columns) => kernel.beginEscape(system, equilibria, noise, columns),
      }
    },
    beginDiagram,
    endOf,
    now,
  }
}
