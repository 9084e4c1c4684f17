import { plain, relaxed } from '../assembly/phase/density.ts?wasm=both'
import { DIRECTIONS } from '../../model/phase/fokkerPlanck.ts'
import { compileModule } from '../wasm/compileModule.ts'
import { type EliminationEngine, LEAST_PIVOT } from './densityEngine.ts'
import type { ChainArrays } from './densityFronts.ts'
import { loadChainInto } from './densityJavascript.ts'
import type { DensityPlan } from './densityPlan.ts'

/** What src/kernel/assembly/phase/density.ts exports. Addresses are globals that `create` sets. */
interface DensityExports {
  readonly memory: WebAssembly.Memory
  readonly create: (
    count: number,
    frontCount: number,
    cellsLength: number,
    placesLength: number,
    runsLength: number,
    frontLength: number,
    factorLength: number,
    updateLength: number,
  ) => number
  readonly begin: (isStationary: number) => void
  readonly eliminate: (from: number, to: number) => void
  readonly substitute: () => void
  readonly fronts: WebAssembly.Global<'i32'>
  readonly cells: WebAssembly.Global<'i32'>
  readonly places: WebAssembly.Global<'i32'>
  readonly runs: WebAssembly.Global<'i32'>
  readonly rates: WebAssembly.Global<'i32'>
  readonly exits: WebAssembly.Global<'i32'>
  readonly costs: WebAssembly.Global<'i32'>
  readonly solution: WebAssembly.Global<'i32'>
  readonly smallestPivot: WebAssembly.Global<'f64'>
}

const base64 = { relaxed, plain }
const modules: { relaxed?: WebAssembly.Module | null; plain?: WebAssembly.Module | null } = {}

/** The engine in WebAssembly SIMD; null where this flavour does not run here. */
export function createWasmEngine(flavour: 'relaxed' | 'plain'): EliminationEngine | null {
  modules[flavour] ??= compileModule(base64[flavour])
  const module = modules[flavour]
  if (!module) return null
  const kernel = new WebAssembly.Instance(module).exports as unknown as DensityExports
  let at: DensityPlan | null = null
  let chain: ChainArrays | null = null
  return {
    workOfPiece: 16e6,
    load(plan, wanted) {
      if (at !== plan || chain === null) {
        chain = layOut(kernel, plan)
        at = plan
      }
      loadChainInto(chain, wanted)
      kernel.begin(wanted.kind === 'stationary' ? 1 : 0)
    },
    eliminate(from, to) {
      kernel.eliminate(from, to)
      return kernel.smallestPivot.value >= LEAST_PIVOT
    },
    solution() {
      if (at === null) return null
      kernel.substitute()
      const values = new Float64Array(kernel.memory.buffer, kernel.solution.value, at.columns * at.columns)
      return values.every(Number.isFinite) ? values : null
    },
  }
}

/** Writes a plan into the memory. Returns where the rates of a chain are to be written. */
function layOut(kernel: DensityExports, plan: DensityPlan): ChainArrays {
  const count = plan.columns * plan.columns
  const { cells, rates, runs, frontLength, factorLength, updateLength } = plan
  const size = kernel.create(
    count,
    plan.frontCount,
    cells.length,
    rates.length,
    runs.length,
    frontLength,
    factorLength,
    updateLength,
  )
  if (size === 0) {
    throw new RangeError(`This device has no memory left for a density on ${plan.columns} x ${plan.columns} cells.`)
  }
  const { buffer } = kernel.memory
  const copy = (address: WebAssembly.Global<'i32'>, values: Int32Array): void => {
    new Int32Array(buffer, address.value, values.length).set(values)
  }
  copy(kernel.fronts, plan.fronts)
  copy(kernel.cells, cells)
  copy(kernel.places, rates)
  copy(kernel.runs, runs)
  const doubles = (address: WebAssembly.Global<'i32'>, length: number): Float64Array =>
    new Float64Array(buffer, address.value, length)
  return {
    rates: doubles(kernel.rates, DIRECTIONS * count),
    exits: doubles(kernel.exits, count),
    costs: doubles(kernel.costs, count),
  }
}
