import { relaxed as relaxedBytes, plain as plainBytes } from '../src/kernel/assembly/binary/index.ts?wasm=both'
import type { BinaryKernel, BinaryNetwork } from '../src/kernel/binaryKernel.ts'
import { createJavascriptBinaryKernel } from '../src/kernel/javascriptBinaryKernel.ts'
import { compileModule } from '../src/kernel/wasm/compileModule.ts'
import { createBinaryKernel } from '../src/kernel/wasm/createBinaryKernel.ts'
import { retrievalOverlap } from '../src/model/binary/capacity.ts'
import { sweep } from '../src/model/binary/dynamics.ts'
import { hebbWeights, type BinaryWeights } from '../src/model/binary/weights.ts'
import type { Patterns } from '../src/model/patterns.ts'
import {
  type BinaryCase,
  curveLoads,
  curveSamples,
  firstOverlap,
  hebbSpec,
  makeCurveCases,
  makeRecallCase,
  MOST_SWEEPS,
} from './binaryCases.ts'
import { type Options, type Subject, timeSubjects, type Timings } from './harness.ts'

/** What of src/kernel/assembly/binary is timed by itself. */
interface Trainer {
  readonly memory: WebAssembly.Memory
  readonly createTraining: (neuronCount: number, patternCount: number) => number
  readonly rowLength: () => number
  readonly weightRow: () => number
  readonly trainHebb: () => void
  readonly nibbles: WebAssembly.Global<'i32'>
  readonly weights: WebAssembly.Global<'i32'>
}

/** Writes the patterns as the trainer wants them: four to a byte, a byte a neuron. */
function pack(trainer: Trainer, { values, patternCount: p, neuronCount: n }: Patterns): void {
  const row = trainer.rowLength()
  const nibbles = new Uint8Array(trainer.memory.buffer, trainer.nibbles.value, row * Math.ceil(p / 4)).fill(0)
  for (let mu = 0; mu < p; mu++) {
    const at = row * (mu >> 2)
    const bit = 1 << (mu & 3)
    for (let i = 0; i < n; i++) if ((values[mu * n + i] ?? 0) > 0) nibbles[at + i] = (nibbles[at + i] ?? 0) | bit
  }
}

function checkTraining(trainer: Trainer, patterns: Patterns): string | null {
  const { neuronCount: n } = patterns
  const wanted = hebbWeights(patterns, false).values
  const row = trainer.weightRow()
  pack(trainer, patterns)
  trainer.trainHebb()
  const found = new Float32Array(trainer.memory.buffer, trainer.weights.value, row * n)
  const worst = wanted.reduce(
    (most, weight, at) => Math.max(most, Math.abs(weight - (found[row * Math.floor(at / n) + (at % n)] ?? Number.NaN))),
    0,
  )
  return worst < 1e-7 ? null : `a weight differs from the reference by ${worst}`
}

/** Training by counting bits, with and without packing them, against outer products in double precision: the reference itself. */
function trainingSubjects({ patterns }: BinaryCase, module: WebAssembly.Module): Subject[] {
  const trainer = new WebAssembly.Instance(module).exports as unknown as Trainer
  trainer.createTraining(patterns.neuronCount, patterns.patternCount)
  const check = (): string | null => checkTraining(trainer, patterns)
  const trainFromPatterns = (): void => {
    pack(trainer, patterns)
    trainer.trainHebb()
  }
  return [
    { name: 'binary training', items: 1, run: trainer.trainHebb, check },
    { name: 'binary training, packing included', items: 1, run: trainFromPatterns, check },
    { name: 'outer products', items: 1, run: () => void hebbWeights(patterns), check: () => null },
  ]
}

/** Sweeps to rest as the definition says: h_i from all weights for each neuron that is asked. Returns how many were asked. */
function denseRecall(state: Int8Array, weights: BinaryWeights, { start, order }: BinaryCase): number {
  state.set(start)
  let sweeps = 1
  while (sweep(state, weights, order) > 0 && sweeps < MOST_SWEEPS) sweeps++
  return sweeps * order.length
}

function kernelRecall(network: BinaryNetwork, { start, order }: BinaryCase): number {
  network.writeState(start)
  let sweeps = 1
  while (network.update(order, 0, order.length) > 0 && sweeps < MOST_SWEEPS) sweeps++
  return sweeps * order.length
}

function trained(kernel: BinaryKernel, example: BinaryCase): BinaryNetwork {
  const network = kernel.createNetwork(hebbSpec(example))
  while (!network.train());
  return network
}

const differences = (a: Int8Array, b: Int8Array): number => a.reduce((sum, value, i) => sum + Number(value !== b[i]), 0)

function checkRecall(network: BinaryNetwork, example: BinaryCase, weights: BinaryWeights): string | null {
  const wanted = new Int8Array(example.start.length)
  const askedByReference = denseRecall(wanted, weights, example)
  const asked = kernelRecall(network, example)
  const wrong = differences(network.readState(new Int8Array(wanted.length)), wanted)
  if (wrong > 0) return `${wrong} neurons of the final state differ from the reference`
  if (asked !== askedByReference) return `came to rest after ${asked} updates, not ${askedByReference}`
  return firstOverlap(example, wanted) > 0.95 ? null : 'the memory is not recalled'
}

/** Recall from a corrupted memory to rest. An item is an attempted update. */
function recallSubjects(example: BinaryCase, kernels: readonly BinaryKernel[]): Subject[] {
  const weights = hebbWeights(example.patterns)
  const state = new Int8Array(example.start.length)
  const updates = denseRecall(state, weights, example)
  const ofKernels = kernels.map((kernel): Subject => {
    const network = trained(kernel, example)
    return {
      name: `binary recall, ${kernel.flavour}`,
      items: updates,
      run: () => void kernelRecall(network, example),
      check: () => checkRecall(network, example, weights),
    }
  })
  const run = (): void => void denseRecall(state, weights, example)
  return [...ofKernels, { name: 'dense recall', items: updates, run, check: () => null }]
}

/** Trains a network and lets it come to rest. */
function kernelSample(kernel: BinaryKernel, example: BinaryCase): Int8Array {
  const network = trained(kernel, example)
  kernelRecall(network, example)
  const state = network.readState(new Int8Array(example.start.length))
  network.dispose()
  return state
}

function denseSample(example: BinaryCase): Int8Array {
  const state = new Int8Array(example.start.length)
  denseRecall(state, hebbWeights(example.patterns), example)
  return state
}

/** As `denseSample`, in whole numbers: where a field is zero, fractions of 1/500 leave a rounding error, and that would decide. */
function exactSample(example: BinaryCase): Int8Array {
  const { values, neuronCount } = hebbWeights(example.patterns)
  const state = new Int8Array(neuronCount)
  denseRecall(state, { values: values.map((weight) => Math.round(weight * neuronCount)), neuronCount }, example)
  return state
}

/** All 420 recalls: states as the reference finds them, and mean overlaps as theory has them for large networks. */
function checkCurve(kernel: BinaryKernel, timed: readonly BinaryCase[]): string | null {
  const wrong = timed.reduce(
    (sum, example) => sum + differences(kernelSample(kernel, example), exactSample(example)),
    0,
  )
  if (wrong > 0) return `${wrong} neurons of the final states differ from the reference`
  const cases = makeCurveCases(curveSamples)
  for (const [k, load] of curveLoads.entries()) {
    const overlaps = cases
      .filter((_, place) => place % curveLoads.length === k)
      .map((example) => firstOverlap(example, kernelSample(kernel, example)))
    const mean = overlaps.reduce((sum, overlap) => sum + overlap, 0) / overlaps.length
    const theory = retrievalOverlap(load)
    // Near the critical load some of the small networks fall out of the memory early.
    if (theory !== null && Math.abs(mean - theory) > (load > 0.11 ? 0.05 : 0.01)) {
      return `mean overlap ${mean} at load ${load}, where theory has ${theory}`
    }
    if (load >= 0.17 && mean > 0.8) return `mean overlap ${mean} at load ${load}, where nothing is retrieved`
  }
  return null
}

/** One recall at each load, with the training of its network: the whole curve is 60 times as much, of the same mixture. */
function curveSubjects(kernel: BinaryKernel): Subject[] {
  const cases = makeCurveCases(1)
  const all = (sample: (example: BinaryCase) => unknown) => () => cases.forEach((example) => void sample(example))
  return [
    {
      name: 'capacity curve',
      items: cases.length,
      run: all((example) => kernelSample(kernel, example)),
      check: () => checkCurve(kernel, cases),
    },
    { name: 'dense capacity curve', items: cases.length, run: all(denseSample), check: () => null },
  ]
}

/** Training, recall and the capacity curve, and what they are compared with; none without WebAssembly. */
export function makeBinarySubjects(): readonly Subject[] {
  const module = compileModule(relaxedBytes) ?? compileModule(plainBytes)
  const kernel = createBinaryKernel()
  if (module === null) return []
  const example = makeRecallCase()
  return [
    ...trainingSubjects(example, module),
    ...recallSubjects(example, [kernel, createJavascriptBinaryKernel()]),
    ...curveSubjects(kernel),
  ]
}

/** Binary networks under Hebb's rule: the same in Node and in a worker of a browser. */
export function runBinarySuite(options: Omit<Options, 'clock'>): Timings {
  return timeSubjects(makeBinarySubjects(), { ...options, clock: () => performance.now() })
}
