import { createBasinKernel } from '../../kernel/phase/createBasinKernel.ts'
import { createDensityKernel } from '../../kernel/phase/createDensityKernel.ts'
import { createBinaryKernel } from '../../kernel/wasm/createBinaryKernel.ts'
import { createKernel } from '../../kernel/wasm/createKernel.ts'
import { createJavascriptBinaryKernel } from '../../kernel/javascriptBinaryKernel.ts'
import type { KernelWish } from '../../kernel/networkKernel.ts'
import { beginDiagram } from '../../model/phase/diagramTrace.ts'
import { endOf } from '../analysis/session/endOf.ts'
import type { HeadlessTools } from './run/stage.ts'

/**
 * The real kernels. `wish`: null for those of the lab, which are the fastest, and in the race what the document says; 'reproducible' and
 * 'javascript' hold for everything. `now`: milliseconds; results do not depend on it.
 */
export function headlessTools(wish: KernelWish | null, now: () => number): HeadlessTools {
  const isFastest = wish === null || wish === 'fastest'
  return {
    analysis: {
      createBasins: () => createBasinKernel(isFastest ? 'fastest' : 'javascript'),
      createDensity() {
        const kernel = createDensityKernel(isFastest ? 'fastest' : wish === 'javascript' ? 'javascript' : 'plain')
        return {
          begin: ({ system }, noise, columns) => kernel.beginDensity(system, noise, columns),
          beginEscape: ({ system, equilibria }, noise, columns) =>
            kernel.beginEscape(system, equilibria, noise, columns),
        }
      },
      beginDiagram,
      endOf,
      now,
    },
    createKernel: (ofDocument) => createKernel(wish ?? ofDocument),
    createBinaryKernel: wish === 'javascript' ? createJavascriptBinaryKernel : createBinaryKernel,
  }
}
