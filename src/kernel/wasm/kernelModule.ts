import { plain, relaxed } from '../assembly/index.ts?wasm=both'
import { compileModule } from './compileModule.ts'

/** What src/kernel/assembly exports. Addresses are globals that `create` sets. */
export interface KernelExports {
  readonly memory: WebAssembly.Memory
  readonly create: (neuronCount: number, patternCount: number) => number
  readonly configure: (gain: number, isDense: number, hasTerms: number, uniformDiagonal: number) => void
  readonly couple: () => void
  readonly evaluate: () => void
  readonly observe: () => void
  readonly stepEuler: (count: number, timeStep: number, kick: number) => void
  readonly stepRungeKutta: (count: number, timeStep: number) => void
  readonly rowBytes: WebAssembly.Global<'i32'>
  readonly words: WebAssembly.Global<'i32'>
  readonly state: WebAssembly.Global<'i32'>
  readonly activity: WebAssembly.Global<'i32'>
  readonly field: WebAssembly.Global<'i32'>
  readonly current: WebAssembly.Global<'i32'>
  readonly diagonal: WebAssembly.Global<'i32'>
  readonly overlaps: WebAssembly.Global<'i32'>
  readonly drives: WebAssembly.Global<'i32'>
  readonly couplings: WebAssembly.Global<'i32'>
  readonly pairCodes: WebAssembly.Global<'i32'>
  readonly groupCodes: WebAssembly.Global<'i32'>
  readonly hasNibbles: WebAssembly.Global<'i32'>
}

const base64 = { relaxed, plain }
const modules: { relaxed?: WebAssembly.Module | null; plain?: WebAssembly.Module | null } = {}

/** The compiled module, once a flavour; null where the engine does not know its instructions, or a policy forbids WebAssembly. */
export function kernelModule(flavour: 'relaxed' | 'plain'): WebAssembly.Module | null {
  modules[flavour] ??= compileModule(base64[flavour])
  return modules[flavour] ?? null
}
