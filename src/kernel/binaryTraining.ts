import { gramInto, inverseGram } from '../model/gram.ts'
import { createRandom } from '../model/random.ts'
import type { BinarySpec } from './binaryKernel.ts'

/** Multiply-adds between two pauses of the training: about 2 ms. */
const WORK_PER_PIECE = 1_500_000
/** Sweeps after which a run that still flips is taken as it is (see `settle` in src/model/binary). */
const MAX_SWEEPS = 1000

/** Trains in pieces: each `next()` does one, and gives the share that is done, 0 to 1. */
export type Training = Generator<number, void>

/** Counts work, and tells when a piece is full. */
export function createMeter(): (work: number) => boolean {
  let done = 0
  return (work) => {
    done += work
    if (done < WORK_PER_PIECE) return false
    done = 0
    return true
  }
}

/** Hebb's weights into `weights`, N x N, diagonal kept. Formula: `hebbWeights` in src/model/binary. */
export function* trainHebb(weights: Float32Array, { values, patternCount: p, neuronCount: n }: BinarySpec): Training {
  const isFull = createMeter()
  const row = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    row.fill(0)
    for (let mu = 0; mu < p; mu++) {
      const own = values[mu * n + i] / n
      for (let j = 0; j < n; j++) row[j] += own * values[mu * n + j]
    }
    weights.set(row, i * n)
    if (isFull(p * n)) yield i / n
  }
}

/** The pseudo-inverse weights into `weights`, N x N, diagonal kept. Formula: `pseudoInverseWeights` in src/model/binary. */
export function* trainPseudoInverse(weights: Float32Array, spec: BinarySpec): Training {
  const { values, patternCount: p, neuronCount: n } = spec
  const isFull = createMeter()
  const patterns = { values, patternCount: p, neuronCount: n }
  const { inverse } = inverseGram(gramInto(new Float64Array(p * p), patterns), p)
  yield 0
  const row = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    row.fill(0)
    for (let mu = 0; mu < p; mu++) {
      let dual = 0
      for (let nu = 0; nu < p; nu++) dual += inverse[mu * p + nu] * values[nu * n + i]
      dual /= n
      for (let j = 0; j < n; j++) row[j] += dual * values[mu * n + j]
    }
    weights.set(row, i * n)
    if (isFull(p * (n + p))) yield i / n
  }
}

/** Storkey's weights into `weights`, N x N, diagonal kept. Formula: `storkeyWeights` in src/model/binary. */
export function* trainStorkey(
  weights: Float32Array,
  { values, patternCount: p, neuronCount: n }: BinarySpec,
): Training {
  const isFull = createMeter()
  const sums = new Float64Array(n)
  const diagonal = new Float64Array(n)
  if (p === 0) {
    weights.fill(0)
    return
  }
  // The first memory finds no weights, so that none need be cleared: 64 MB at the largest size.
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) weights[i * n + j] = (values[i] * values[j]) / n
    if (isFull(n)) yield i / n / p
  }
  for (let mu = 1; mu < p; mu++) {
    const xi = values.subarray(mu * n, (mu + 1) * n)
    for (let i = 0; i < n; i++) {
      let sum = 0
      for (let k = 0; k < n; k++) sum += weights[i * n + k] * xi[k]
      sums[i] = sum
      diagonal[i] = weights[i * n + i]
      if (isFull(n)) yield (mu + i / n / 5) / p
    }
    // w is symmetric, so each new weight needs only its own old one: h_ij = sums_i − w_ii ξ_i − w_ij ξ_j, and ξ_i² = 1.
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        const own = xi[i] * xi[j]
        const old = weights[i * n + j]
        const change = own * (1 + diagonal[i] + diagonal[j]) + 2 * old - xi[i] * sums[j] - xi[j] * sums[i]
        weights[i * n + j] = old + change / n
      }
      if (isFull(4 * n)) yield (mu + (1 + (4 * i) / n) / 5) / p
    }
  }
}

/** w_ii ← 0. */
export function clearDiagonal(weights: Float32Array, n: number): void {
  for (let i = 0; i < n; i++) weights[i * n + i] = 0
}

/** Unlearns on `weights` in place. The same random numbers as `unlearn` in src/model/binary, with the fields kept up to date by every flip. */
export function* trainUnlearning(weights: Float32Array, { neuronCount: n, unlearning }: BinarySpec): Training {
  const isFull = createMeter()
  const random = createRandom(unlearning.seed)
  const state = new Int8Array(n)
  const fields = new Float64Array(n)
  const order = new Uint32Array(n)
  for (let k = 0; k < unlearning.steps; k++) {
    for (let i = 0; i < n; i++) state[i] = random.uniform() < 0.5 ? -1 : 1
    for (let i = 0; i < n; i++) {
      fields[i] = fieldOf(weights, state, i)
      if (isFull(n)) yield (k + i / n / 3) / unlearning.steps
    }
    for (let i = 0; i < n; i++) order[i] = i
    for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) {
      for (let i = n - 1; i > 0; i--) {
        const j = Math.floor(random.uniform() * (i + 1))
        const held = order[i]
        order[i] = order[j]
        order[j] = held
      }
      const flips = updateInOrder(weights, state, fields, order, 0, n)
      // How many sweeps there will be is not known: each is taken for half of those that are left.
      if (isFull(n * (1 + flips))) yield (k + (2 - 0.5 ** (sweep + 1)) / 3) / unlearning.steps
      if (flips === 0) break
    }
    for (let i = 0; i < n; i++) {
      const factor = (unlearning.rate / n) * state[i]
      for (let j = 0; j < n; j++) if (i !== j) weights[i * n + j] -= factor * state[j]
      if (isFull(n)) yield (k + (2 + i / n) / 3) / unlearning.steps
    }
  }
}

/** h_i = Σ_j w_ij s_j. */
function fieldOf(weights: Float32Array, state: Int8Array, i: number): number {
  const n = state.length
  let sum = 0
  for (let j = 0; j < n; j++) sum += weights[i * n + j] * state[j]
  return sum
}

/**
 * h = W s. `out`: N. Returns `out`. Four rows at a time, each summed as `fieldOf` does, so that the fields are the same to the last bit: an addition need
 * not wait for the one before, and N = 4096 takes a third of the time.
 */
export function fieldsInto(out: Float64Array, weights: Float32Array, state: Int8Array): Float64Array {
  const n = state.length
  let i = 0
  for (; i + 3 < n; i += 4) {
    const at = i * n
    let sum0 = 0
    let sum1 = 0
    let sum2 = 0
    let sum3 = 0
    for (let j = 0; j < n; j++) {
      const s = state[j]
      sum0 += weights[at + j] * s
      sum1 += weights[at + n + j] * s
      sum2 += weights[at + 2 * n + j] * s
      sum3 += weights[at + 3 * n + j] * s
    }
    out[i] = sum0
    out[i + 1] = sum1
    out[i + 2] = sum2
    out[i + 3] = sum3
  }
  for (; i < n; i++) out[i] = fieldOf(weights, state, i)
  return out
}

/** Asynchronous updates of the neurons `order[from]` to `order[to - 1]`; keeps `fields` right. Returns how many flipped. */
export function updateInOrder(
  weights: Float32Array,
  state: Int8Array,
  fields: Float64Array,
  order: Uint32Array,
  from: number,
  to: number,
): number {
  const n = state.length
  let flips = 0
  for (let k = from; k < to; k++) {
    const i = order[k]
    if (!(fields[i] * state[i] < 0)) continue
    state[i] = -state[i]
    flips += 1
    const change = 2 * state[i]
    // The weights are symmetric: a row serves as the column.
    for (let j = 0; j < n; j++) fields[j] += change * weights[i * n + j]
  }
  return flips
}
