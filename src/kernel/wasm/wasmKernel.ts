import { networkEnergy } from '../networkEnergy.ts'
import { codeWords, encodeChangedInto, encodeInto } from '../networkCodes.ts'
import type { KernelNetwork, NetworkKernel } from '../networkKernel.ts'
import { requireLength, requireNetworkSize } from '../networkSize.ts'
import { NOISE_WORDS, seedNoiseInto, TILE } from '../noise.ts'
import { kernelModule, type KernelExports } from './kernelModule.ts'

/** Memories of networks that were disposed of, kept for the next: a memory takes gigabytes of addresses until it is collected. */
const MOST_SPARE = 4

/** The kernel in WebAssembly; null where this flavour does not run here. */
export function createWasmKernel(flavour: 'relaxed' | 'plain'): NetworkKernel | null {
  const module = kernelModule(flavour)
  if (!module) return null
  const spare: KernelExports[] = []
  return {
    flavour,
    createNetwork(neuronCount, patternCount) {
      requireNetworkSize(neuronCount, patternCount, networkBytes(neuronCount, patternCount))
      const exports = spare.pop() ?? (new WebAssembly.Instance(module).exports as unknown as KernelExports)
      if (exports.create(neuronCount, patternCount) === 0) {
        throw new RangeError(
          `This device has no memory left for a network of ${neuronCount} neurons and ${patternCount} memories.`,
        )
      }
      let isReleased = false
      return createNetwork(exports, neuronCount, patternCount, () => {
        if (!isReleased && spare.length < MOST_SPARE) spare.push(exports)
        isReleased = true
      })
    },
  }
}

/** Bytes of the arrays in src/kernel/assembly/layout.ts, but for a few fixed ones. */
function networkBytes(neuronCount: number, patternCount: number): number {
  const tiles = Math.ceil(neuronCount / TILE)
  const pairs = Math.ceil(patternCount / 2)
  const groups = Math.ceil(patternCount / 4)
  return tiles * (7 * 64 + pairs * 64 + groups * 128) + groups * groups * 64
}

function createNetwork(
  kernel: KernelExports,
  neuronCount: number,
  patternCount: number,
  release: () => void,
): KernelNetwork {
  const n = neuronCount
  const p = patternCount
  // The padding of all arrays is 0, and stays so: states that begin there never leave it.
  const { buffer } = kernel.memory
  const padded = 4 * Math.ceil(p / 4)
  const tiles = kernel.rowBytes.value / 64
  const numbers = (at: WebAssembly.Global<'i32'>, length = n): Float32Array =>
    new Float32Array(buffer, at.value, length)
  const doubles = (at: WebAssembly.Global<'i32'>): Float64Array => new Float64Array(buffer, at.value, p)
  const state = numbers(kernel.state)
  const activity = numbers(kernel.activity)
  const field = numbers(kernel.field)
  const current = numbers(kernel.current)
  const diagonal = numbers(kernel.diagonal)
  const overlaps = doubles(kernel.overlaps)
  const drives = numbers(kernel.drives, p)
  const couplings = numbers(kernel.couplings, padded * padded)
  const words = new Uint32Array(buffer, kernel.words.value, NOISE_WORDS)
  const hasNibbles = kernel.hasNibbles.value !== 0
  const wordsOfTile = codeWords(p, hasNibbles)
  const codes = {
    pairCodes: new Int32Array(buffer, kernel.pairCodes.value, tiles * wordsOfTile.pairs),
    groupCodes: new Int32Array(buffer, kernel.groupCodes.value, tiles * wordsOfTile.groups),
    hasNibbles,
  }
  let gain = 1
  let isDense = false
  let hasCurrent = false
  /** d where it is one number; the array has it in any case. */
  let uniformDiagonal: number | null = 0
  /** Activity and overlaps are those of the state. */
  let isFresh = false

  const configure = (): void => {
    const hasTerms = hasCurrent || uniformDiagonal === null
    kernel.configure(gain, isDense ? 1 : 0, hasTerms ? 1 : 0, hasTerms ? 0 : (uniformDiagonal ?? 0))
  }
  const refresh = (): void => {
    if (!isFresh) kernel.observe()
    isFresh = true
  }
  configure()
  seedNoiseInto(words, 0, 0)
  return {
    neuronCount,
    patternCount,
    setPatterns(values, changed) {
      requireLength('patterns', values.length, p * n)
      if (changed === undefined) encodeInto(codes, values, n, p)
      else encodeChangedInto(codes, values, n, p, changed)
      isFresh = false
    },
    setCouplings(values) {
      requireLength('couplings', values.length, p, p * p)
      isDense = values.length !== p
      if (!isDense) couplings.set(values)
      else for (let mu = 0; mu < p; mu++) couplings.set(values.subarray(mu * p, mu * p + p), mu * padded)
      configure()
    },
    setGain(value) {
      gain = value
      isFresh = false
      configure()
    },
    setCurrent(values) {
      hasCurrent = values !== null
      if (values === null) current.fill(0)
      else {
        requireLength('currents', values.length, n)
        current.set(values)
      }
      configure()
    },
    setDiagonal(value) {
      uniformDiagonal = typeof value === 'number' ? value : null
      if (typeof value === 'number') diagonal.fill(value)
      else {
        requireLength('diagonal elements', value.length, n)
        diagonal.set(value)
      }
      configure()
    },
    writeState(values) {
      requireLength('neurons of the state', values.length, n)
      state.set(values)
      isFresh = false
    },
    readState(out) {
      out.set(state)
      return out
    },
    seed: (seed, stream) => void seedNoiseInto(words, seed, stream),
    stepEuler(count, timeStep, noise) {
      refresh()
      kernel.stepEuler(count, timeStep, noise * Math.sqrt(timeStep))
    },
    stepRungeKutta(count, timeStep) {
      refresh()
      kernel.stepRungeKutta(count, timeStep)
    },
    activityInto(out) {
      refresh()
      out.set(activity)
      return out
    },
    overlapsInto(out) {
      refresh()
      out.set(overlaps)
      return out
    },
    vectorFieldInto(out) {
      refresh()
      kernel.evaluate()
      out.set(field)
      return out
    },
    energy() {
      refresh()
      kernel.couple()
      return networkEnergy(n, { gain, state, activity, overlaps, drives, diagonal, current })
    },
    dispose: release,
  }
}
