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

/** Low-rank steps as anyone would write them: the functions of src/model, double precision, `Math.tanh`. They are the reference themselves. */
function naiveSubject(example: KernelCase): Subject {
  const model = modelOf(example)
  const scratch = makeNetworkScratch(model.patterns)
  const state = Float64Array.from(example.state)
  const field = new Float64Array(state.length)
  return {
    name: `naive JavaScript ${sizeName(example.neuronCount, example.patternCount)}`,
    items: 1,
    run() {
      vectorFieldInto(field, model, state, scratch)
      for (let i = 0; i < state.length; i++) state[i] = (state[i] ?? 0) + timeStep * (field[i] ?? 0)
    },
    check: () => null,
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
