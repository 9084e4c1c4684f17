import { createJavascriptIntegrator } from './basinJavascript.ts'
import type { BasinKernel } from './basinKernel.ts'
import { createBasinTask } from './basinTask.ts'
import { createWasmIntegrator } from './basinWasm.ts'

/**
 * The kernel that was wished for, or the next slower one that this machine and this page's policy allow: relaxed SIMD, plain SIMD, JavaScript.
 * The boundaries of the basins are traced in double precision by all of them: the flavour is that of starts that are integrated.
 */
export function createBasinKernel(wish: 'fastest' | 'javascript'): BasinKernel {
  const fast = wish === 'fastest' ? (createWasmIntegrator('relaxed') ?? createWasmIntegrator('plain')) : null
  const integrator = fast ?? createJavascriptIntegrator()
  return {
    flavour: integrator.flavour,
    begin: (...request) => createBasinTask(integrator, ...request),
  }
}
