import { fastestRate } from '../../model/phase/basinsSolver.ts'
import { crossWeight, selfWeight } from '../../model/twoNeurons.ts'
import { plain, relaxed } from '../assembly/phase/basins.ts?wasm=both'
import { compileModule } from '../wasm/compileModule.ts'
import { LONGEST_TIME, type StartIntegrator } from './basinKernel.ts'

/** What src/kernel/assembly/phase/basins.ts exports. */
interface BasinExports {
  readonly memory: WebAssembly.Memory
  readonly configure: (
    selfWeight: number,
    crossWeight: number,
    gain: number,
    current1: number,
    current2: number,
    firstStep: number,
    longestTime: number,
    regionCount: number,
  ) => void
  readonly integrate: (count: number) => void
  readonly MOST_STARTS: WebAssembly.Global<'i32'>
  readonly starts1: WebAssembly.Global<'i32'>
  readonly starts2: WebAssembly.Global<'i32'>
  readonly labels: WebAssembly.Global<'i32'>
  readonly regions: WebAssembly.Global<'i32'>
}

/** A region is a little smaller than proved, so that rounding of states to single precision does not take anything in. No unit. */
const SHRINKAGE = 1e-4

/** Starts in WebAssembly, four at a time, in single precision; null where this flavour does not run here. */
export function createWasmIntegrator(flavour: 'relaxed' | 'plain'): StartIntegrator | null {
  const module = compileModule(flavour === 'relaxed' ? relaxed : plain)
  if (module === null) return null
  const kernel = new WebAssembly.Instance(module).exports as unknown as BasinExports
  const { buffer } = kernel.memory
  const most = kernel.MOST_STARTS.value
  const starts1 = new Float32Array(buffer, kernel.starts1.value, most)
  const starts2 = new Float32Array(buffer, kernel.starts2.value, most)
  const found = new Uint8Array(buffer, kernel.labels.value, most)
  const ofRegions = new Float32Array(buffer, kernel.regions.value, 64)
  return {
    flavour,
    mostStarts: most,
    load(system, regions) {
      const { saliency, gain, current } = system
      regions.forEach((region, k) => {
        // No state is in an ellipse whose form is 1 everywhere or more.
        const { x1, x2, weight1, weight2 } = region ?? { x1: 0, x2: 0, weight1: Infinity, weight2: Infinity }
        ofRegions.set([x1, x2, weight1 * (1 + SHRINKAGE), weight2 * (1 + SHRINKAGE)], 4 * k)
      })
      const firstStep = 0.1 / fastestRate(system)
      const weights = [selfWeight(saliency), crossWeight(saliency)] as const
      kernel.configure(...weights, gain, ...current, firstStep, LONGEST_TIME, regions.length)
    },
    labelsInto(labels, x1, x2) {
      for (let from = 0; from < x1.length; from += most) {
        const count = Math.min(most, x1.length - from)
        starts1.set(x1.subarray(from, from + count))
        starts2.set(x2.subarray(from, from + count))
        kernel.integrate(count)
        labels.set(found.subarray(0, count), from)
      }
      return labels
    },
  }
}
