import { createJavascriptKernel } from '../src/kernel/javascriptKernel.ts'
import type { KernelNetwork, NetworkKernel } from '../src/kernel/networkKernel.ts'
import { createWasmKernel } from '../src/kernel/wasm/wasmKernel.ts'
import { makeNetworkScratch, vectorFieldInto, type Network } from '../src/model/network.ts'
import { plain as plainPeak, relaxed as relaxedPeak } from './assembly/peak.ts?wasm=both'
import type { Subject } from './harness.ts'
import {
  diagonalOf,
  gain,
  type KernelCase,
  kernelSizes,
  makeKernelCase,
  noise,
  sizeName,
  stepsOfCall,
  timeStep,
} from './kernelCases.ts'

/** What a field of a few tens of terms may be off in single precision, with a fast tanh; in a step, times its length. */
const FIELD_ERROR = 3e-5

function modelOf({ neuronCount, patternCount, patterns, saliency }: KernelCase): Network {
  const values = { values: patterns, patternCount, neuronCount }
  return { patterns: values, saliency: Float64Array.from(saliency), hasZeroDiagonal: true, gain, current: null }
}

function load(kernel: NetworkKernel, example: KernelCase): KernelNetwork {
  const network = kernel.createNetwork(example.neuronCount, example.patternCount)
  network.setPatterns(example.patterns)
  network.setCouplings(example.saliency)
  network.setGain(gain)
  network.setDiagonal(diagonalOf(example))
  network.writeState(example.state)
  return network
}

/** Against the double precision of src/model: the field, and where one step comes to. */
function checkStep(network: KernelNetwork, example: KernelCase): string | null {
  const model = modelOf(example)
  const state = Float64Array.from(example.state)
  const field = vectorFieldInto(new Float64Array(state.length), model, state, makeNetworkScratch(model.patterns))
  const farthest = (found: Float32Array, wanted: (i: number) => number): number =>
    found.reduce((most, x, i) => Math.max(most, Math.abs(x - wanted(i))), 0)
  network.writeState(example.state)
  const ofField = farthest(network.vectorFieldInto(new Float32Array(state.length)), (i) => field[i] ?? Number.NaN)
  if (!(ofField < FIELD_ERROR)) return `the field differs from the reference by ${ofField}`
  network.stepEuler(1, timeStep, 0)
  const next = (i: number): number => (state[i] ?? Number.NaN) + timeStep * (field[i] ?? Number.NaN)
  const ofStep = farthest(network.readState(new Float32Array(state.length)), next)
  return ofStep < timeStep * FIELD_ERROR + 1e-6 ? null : `a step differs from the reference by ${ofStep}`
}

/** The noise of one step has mean 0 and variance σ² dt, within five standard errors. */
function checkNoise(network: KernelNetwork, example: KernelCase): string | null {
  const wrong = checkStep(network, example)
  if (wrong !== null) return wrong
  const n = example.neuronCount
  const quiet = network.readState(new Float32Array(n))
  network.writeState(example.state)
  network.stepEuler(1, timeStep, noise)
  const kicks = network
    .readState(new Float32Array(n))
    .map((x, i) => (x - (quiet[i] ?? 0)) / (noise * Math.sqrt(timeStep)))
  const mean = kicks.reduce((sum, x) => sum + x, 0) / n
  const variance = kicks.reduce((sum, x) => sum + x * x, 0) / n
  const isRight = Math.abs(mean) < 5 / Math.sqrt(n) && Math.abs(variance - 1) < 5 * Math.sqrt(2 / n)
  return isRight ? null : `the noise has mean ${mean} and variance ${variance}`
}

function kernelSubject(name: string, kernel: NetworkKernel, example: KernelCase, sigma = 0): Subject {
  const network = load(kernel, example)
  const items = kernel.flavour === 'javascript' ? Math.ceil(stepsOfCall(example) / 5) : stepsOfCall(example)
  return {
    name: `${name} ${sizeName(example.neuronCount, example.patternCount)}`,
    items,
    run: () => network.stepEuler(items, timeStep, sigma),
    check: () => (sigma === 0 ? checkStep(network, example) : checkNoise(network, example)),
  }
}

/** Low-rank steps as one writes them down in JavaScript: lists of numbers, `map`, `reduce` and `Math.tanh`, a new state in every step. */
function naiveStep(patterns: readonly number[][], saliency: readonly number[], state: readonly number[]): number[] {
  const n = state.length
  const psi = state.map((x) => Math.tanh(gain * x))
  const drives = patterns.map(
    (row, mu) => ((saliency[mu] ?? 0) * row.reduce((sum, value, i) => sum + value * (psi[i] ?? 0), 0)) / n,
  )
  const diagonal = saliency.reduce((sum, alpha) => sum + alpha, 0) / n
  return state.map((x, i) => {
    let field = -x - diagonal * (psi[i] ?? 0)
    for (let mu = 0; mu < patterns.length; mu++) field += (drives[mu] ?? 0) * (patterns[mu]?.[i] ?? 0)
    return x + timeStep * field
  })
}

function naiveSubject(example: KernelCase): Subject {
  const { neuronCount: n, patternCount, patterns } = example
  const saliency = [...example.saliency]
  const rows = Array.from({ length: patternCount }, (_, mu) => [...patterns.subarray(mu * n, mu * n + n)])
  const start = [...example.state]
  let state = start
  return {
    name: `naive JavaScript ${sizeName(n, patternCount)}`,
    items: 1,
    run() {
      state = naiveStep(rows, saliency, state)
    },
    check() {
      const model = modelOf(example)
      const field = vectorFieldInto(
        new Float64Array(n),
        model,
        Float64Array.from(start),
        makeNetworkScratch(model.patterns),
      )
      const wrong = naiveStep(rows, saliency, start).some(
        (x, i) => Math.abs(x - (start[i] ?? 0) - timeStep * (field[i] ?? 0)) > 1e-9,
      )
      return wrong ? 'a step differs from the reference' : null
    },
  }
}

/** Operations of one item of the peak: a gigaflop is a thousand of them. */
export const PEAK_ITEM_OPERATIONS = 1e6

function peakSubject(flavour: 'relaxed' | 'plain'): Subject {
  const bytes = Uint8Array.from(atob(flavour === 'relaxed' ? relaxedPeak : plainPeak), (letter) => letter.charCodeAt(0))
  const { multiplyAdd, operationsOfTurn } = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as {
    multiplyAdd: (turns: number, factor: number, term: number) => number
    operationsOfTurn: () => number
  }
  const turns = 1e5
  return {
    name: 'multiply-add peak',
    items: (turns * operationsOfTurn()) / PEAK_ITEM_OPERATIONS,
    run: () => void multiplyAdd(turns, 0.5, 1),
    // Every chain of a ← a/2 + 1 goes to 2.
    check: () => (multiplyAdd(100, 0.5, 1) === 24 ? null : 'the chains do not come to their fixed point'),
  }
}

/** Which kernel these subjects run, and the subjects: steps by size, with noise, the slower kernels, and what they are compared with. */
export function makeKernelSubjects(): { readonly flavour: string; readonly subjects: readonly Subject[] } {
  const relaxed = createWasmKernel('relaxed')
  const plain = createWasmKernel('plain')
  const fastest = relaxed ?? plain
  if (!fastest || !plain) return { flavour: 'none: there is no WebAssembly SIMD here', subjects: [] }
  const example = makeKernelCase(1024, 10)
  return {
    flavour: fastest.flavour,
    subjects: [
      ...kernelSizes.map((size) => kernelSubject('step', fastest, makeKernelCase(...size))),
      kernelSubject('noisy step', fastest, example, noise),
      kernelSubject('plain SIMD', plain, example),
      kernelSubject('JavaScript kernel', createJavascriptKernel(), example),
      naiveSubject(example),
      peakSubject(relaxed ? 'relaxed' : 'plain'),
    ],
  }
}
