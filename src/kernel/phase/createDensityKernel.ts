import { createJavascriptEngine } from './densityJavascript.ts'
import { type DensityKernel, makeDensityKernel } from './densityKernel.ts'
import { createWasmEngine } from './densityWasm.ts'

/** The density kernel that was wished for: with relaxed SIMD, else plain SIMD, else JavaScript, as far as the machine and the page's policy allow. */
export function createDensityKernel(wish: 'fastest' | 'plain' | 'javascript'): DensityKernel {
  if (wish === 'fastest' && createWasmEngine('relaxed')) return makeDensityKernel('relaxed', wasmMaker('relaxed'))
  if (wish !== 'javascript' && createWasmEngine('plain')) return makeDensityKernel('plain', wasmMaker('plain'))
  return makeDensityKernel('javascript', createJavascriptEngine)
}

/** For a flavour that is known to run. */
function wasmMaker(flavour: 'relaxed' | 'plain') {
  return () => createWasmEngine(flavour) ?? createJavascriptEngine()
}
