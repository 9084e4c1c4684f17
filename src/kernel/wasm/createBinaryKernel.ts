import { base64 as plainBytes } from '../assembly/binary/index.ts?wasm=plain'
import { base64 as relaxedBytes } from '../assembly/binary/index.ts?wasm=relaxed'
import { createMeter, type Training } from '../binaryTraining.ts'
import { needsDenseWeights, type BinaryKernel, type BinaryNetwork, type BinarySpec } from '../binaryKernel.ts'
import { createDenseBinaryNetwork, createDenseTrainings, type HebbTrainer } from '../denseBinaryNetwork.ts'
import { createJavascriptBinaryKernel } from '../javascriptBinaryKernel.ts'
import { createOverlapBinaryNetwork, createOverlapTrainings } from '../overlapBinaryNetwork.ts'
import { compileModule } from './compileModule.ts'

/** Overlaps times N must fit 16 bits, signed. */
const MOST_NEURONS = 32_767
/** Sums over the patterns must fit a byte, signed, in the training (see assembly/binary); a field 32 bits. */
const MOST_TRAINED_PATTERNS = 124
const MOST_PATTERNS = 255
/** Memories of networks that were disposed of, kept for the next: a memory takes much room until it is collected. */
const MOST_SPARE = 2

/** What src/kernel/assembly/binary exports. */
interface BinaryExports {
  readonly memory: WebAssembly.Memory
  readonly createRecall: (neuronCount: number, patternCount: number, hasZeroDiagonal: number) => number
  readonly refresh: () => void
  readonly field: (neuron: number) => number
  readonly update: (from: number, to: number) => number
  readonly updateTogether: () => number
  readonly createTraining: (neuronCount: number, patternCount: number) => number
  readonly rowLength: () => number
  readonly weightRow: () => number
  readonly trainStrip: (from: number) => void
  readonly stripRows: () => number
  readonly state: WebAssembly.Global<'i32'>
  readonly order: WebAssembly.Global<'i32'>
  readonly sums: WebAssembly.Global<'i32'>
  readonly columns: WebAssembly.Global<'i32'>
  readonly nibbles: WebAssembly.Global<'i32'>
  readonly weights: WebAssembly.Global<'i32'>
}

/** Binary networks: Hebb's rule in WebAssembly where the machine and the page's policy allow it; the other rules in JavaScript. */
export function createBinaryKernel(): BinaryKernel {
  // Both give the same whole numbers; relaxed is a quarter faster.
  const module = compileModule(relaxedBytes) ?? compileModule(plainBytes)
  if (module === null) return createJavascriptBinaryKernel()
  const spare: BinaryExports[] = []
  const instantiate = () => spare.pop() ?? (new WebAssembly.Instance(module).exports as unknown as BinaryExports)
  const release = (exports: BinaryExports) => {
    if (spare.length < MOST_SPARE) spare.push(exports)
  }
  const fits = ({ neuronCount, patternCount }: BinarySpec) =>
    neuronCount <= MOST_NEURONS && patternCount <= MOST_PATTERNS
  const trainFast: HebbTrainer = (weights, spec) => trainHebb(weights, spec, instantiate, release)
  const dense = createDenseTrainings((spec) =>
    fits(spec) && spec.patternCount <= MOST_TRAINED_PATTERNS ? trainFast : null,
  )
  const overlap = createOverlapTrainings()
  return {
    flavour: 'wasm',
    createNetwork(spec) {
      const isDense = needsDenseWeights(spec)
      ;(isDense ? overlap : dense).drop()
      if (isDense) return createDenseBinaryNetwork(spec, dense)
      if (spec.rule === 'hebb' && fits(spec)) return createRecallNetwork(spec, instantiate(), release)
      return createOverlapBinaryNetwork(spec, overlap)
    },
  }
}

/** Hebb's weights, N x N, diagonal kept, by counting the patterns in which two neurons differ. */
function* trainHebb(
  weights: Float32Array,
  spec: BinarySpec,
  instantiate: () => BinaryExports,
  release: (exports: BinaryExports) => void,
): Training {
  const kernel = instantiate()
  try {
    const { values, patternCount: p, neuronCount: n } = spec
    if (kernel.createTraining(n, p) === 0) throw noMemory(spec)
    const row = kernel.rowLength()
    const nibbles = new Uint8Array(kernel.memory.buffer, kernel.nibbles.value, row * Math.ceil(p / 4))
    for (let mu = 0; mu < p; mu++) {
      const at = row * (mu >> 2)
      for (let i = 0; i < n; i++) if (values[mu * n + i] > 0) nibbles[at + i] |= 1 << (mu & 3)
    }
    const isFull = createMeter()
    const strip = kernel.stripRows()
    const weightRow = kernel.weightRow()
    const trained = new Float32Array(kernel.memory.buffer, kernel.weights.value, weightRow * n)
    for (let from = 0; from < n; from += strip) {
      kernel.trainStrip(from)
      const to = Math.min(n, from + strip)
      for (let i = from; i < to; i++) weights.set(trained.subarray(i * weightRow, i * weightRow + n), i * n)
      if (isFull(strip * n)) yield to / n
    }
  } finally {
    release(kernel)
  }
}

function createRecallNetwork(
  spec: BinarySpec,
  kernel: BinaryExports,
  release: (exports: BinaryExports) => void,
): BinaryNetwork {
  const { values, patternCount: p, neuronCount: n } = spec
  if (kernel.createRecall(n, p, spec.hasZeroDiagonal ? 1 : 0) === 0) throw noMemory(spec)
  const { buffer } = kernel.memory
  const padded = 8 * Math.ceil(p / 8)
  const columns = new Int16Array(buffer, kernel.columns.value, n * padded)
  const sums = new Int16Array(buffer, kernel.sums.value, p)
  const state = new Int8Array(buffer, kernel.state.value, n)
  const order = new Uint32Array(buffer, kernel.order.value, n)
  for (let i = 0; i < n; i++) {
    for (let mu = 0; mu < p; mu++) columns[i * padded + mu] = values[mu * n + i]
  }
  state.fill(1)
  kernel.refresh()
  return {
    neuronCount: n,
    flavour: 'wasm',
    train: () => true,
    trainedShare: () => 1,
    writeState(source) {
      state.set(source)
      kernel.refresh()
    },
    readState(out) {
      out.set(state)
      return out
    },
    localField: (neuron) => kernel.field(neuron) / n,
    update(wanted, from, to) {
      order.set(wanted.subarray(from, to))
      return kernel.update(0, to - from)
    },
    updateTogether: () => kernel.updateTogether(),
    overlapsInto(out) {
      for (let mu = 0; mu < p; mu++) out[mu] = sums[mu] / n
      return out
    },
    energy() {
      let total = spec.hasZeroDiagonal ? -p * n : 0
      for (let mu = 0; mu < p; mu++) total += sums[mu] * sums[mu]
      return -total / (2 * n)
    },
    dispose: () => release(kernel),
  }
}

function noMemory({ neuronCount, patternCount }: BinarySpec): RangeError {
  return new RangeError(
    `This device has no memory left for a network of ${neuronCount} neurons and ${patternCount} memories.`,
  )
}
