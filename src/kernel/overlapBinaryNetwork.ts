import { gramInto, inverseGram } from '../model/gram.ts'
import type { BinaryNetwork, BinarySpec } from './binaryKernel.ts'
import { createMeter, type Training } from './binaryTraining.ts'
import { createTrainings, type Trainings } from './sharedTraining.ts'

/**
 * A field below this is rounding, and so 0: where as many memories as neurons are independent, their projection is the identity, and nothing of
 * it is left beside the diagonal but 1e-11. Fields of Hebb's rule are multiples of 1/N.
 */
const ROUNDING = 1e-9

/** What a network without its weights learns. */
interface OverlapTables {
  /** Ξ by neurons, N x P. */
  readonly columns: Int8Array
  /** G⁺ ξ_i by neurons, N x P: for Hebb the columns themselves. */
  readonly duals: Int8Array | Float64Array
  /** N w_ii, as far as it is taken off. */
  readonly diagonal: Float64Array
}

/** Trainings of networks without their weights. */
export function createOverlapTrainings(): Trainings<OverlapTables> {
  return createTrainings((spec) => {
    const { patternCount: p, neuronCount: n } = spec
    const columns = columnsOf(spec)
    const duals = spec.rule === 'pseudo-inverse' ? new Float64Array(n * p) : columns
    const learned = { columns, duals, diagonal: new Float64Array(n) }
    return { learned, training: prepare(spec, learned) }
  })
}

/**
 * A binary network without its weights, run on a = G⁺ M (M = Ξ s; G⁺ the inverse Gram matrix, or 1 for Hebb): O(P) an update.
 *
 *     h_i = (1/N) (Σ_μ ξ^μ_i a_μ - d_i s_i),   a flip of neuron i: a ← a + 2 s_i G⁺ ξ_i,   d_i = ξ_iᵀ G⁺ ξ_i (0 where the diagonal is kept)
 *
 * For Hebb all but the division is in whole numbers, so that a field of zero is zero; for the pseudo-inverse rule one within rounding is.
 */
export function createOverlapBinaryNetwork(spec: BinarySpec, trainings: Trainings<OverlapTables>): BinaryNetwork {
  const { patternCount: p, neuronCount: n } = spec
  const { learned, train, share, release } = trainings.join(spec)
  const { columns, duals, diagonal } = learned
  let isTrained = false
  const state = new Int8Array(n).fill(1)
  const sums = new Float64Array(p)
  const drives = new Float64Array(p)
  const next = new Int8Array(n)

  function refresh() {
    sums.fill(0)
    drives.fill(0)
    for (let i = 0; i < n; i++) add(i, state[i])
  }

  function add(i: number, amount: number) {
    const at = i * p
    for (let mu = 0; mu < p; mu++) {
      sums[mu] += amount * columns[at + mu]
      drives[mu] += amount * duals[at + mu]
    }
  }

  function localField(i: number): number {
    const at = i * p
    let sum = 0
    for (let mu = 0; mu < p; mu++) sum += columns[at + mu] * drives[mu]
    const field = (sum - diagonal[i] * state[i]) / n
    return Math.abs(field) < ROUNDING ? 0 : field
  }

  return {
    neuronCount: n,
    flavour: 'javascript',
    train() {
      if (isTrained) return true
      isTrained = train()
      if (isTrained) refresh()
      return isTrained
    },
    trainedShare: share,
    writeState(source) {
      state.set(source)
      refresh()
    },
    readState(out) {
      out.set(state)
      return out
    },
    localField,
    update(order, from, to) {
      let flips = 0
      for (let k = from; k < to; k++) {
        const i = order[k]
        if (!(localField(i) * state[i] < 0)) continue
        state[i] = -state[i]
        add(i, 2 * state[i])
        flips += 1
      }
      return flips
    },
    updateTogether() {
      for (let i = 0; i < n; i++) next[i] = localField(i) * state[i] < 0 ? -state[i] : state[i]
      let flips = 0
      for (let i = 0; i < n; i++) {
        if (next[i] === state[i]) continue
        state[i] = next[i]
        add(i, 2 * state[i])
        flips += 1
      }
      return flips
    },
    overlapsInto(out) {
      for (let mu = 0; mu < p; mu++) out[mu] = sums[mu] / n
      return out
    },
    energy() {
      let total = 0
      for (let mu = 0; mu < p; mu++) total += sums[mu] * drives[mu]
      for (let i = 0; i < n; i++) total -= diagonal[i]
      return -total / (2 * n)
    },
    dispose: release,
  }
}

/** Ξ by neurons: N x P. */
function columnsOf({ values, patternCount: p, neuronCount: n }: BinarySpec): Int8Array {
  const out = new Int8Array(n * p)
  for (let mu = 0; mu < p; mu++) {
    for (let i = 0; i < n; i++) out[i * p + mu] = values[mu * n + i]
  }
  return out
}

/** G⁺ ξ_i for every neuron into `duals` (for Hebb that is ξ_i itself), and the diagonal. N P² multiply-adds with the inverse. */
function* prepare(spec: BinarySpec, { columns, duals, diagonal }: OverlapTables): Training {
  const { patternCount: p, neuronCount: n, rule, hasZeroDiagonal } = spec
  const isFull = createMeter()
  if (rule === 'pseudo-inverse') {
    const { inverse } = inverseGram(gramInto(new Float64Array(p * p), spec), p)
    for (let i = 0; i < n; i++) {
      for (let mu = 0; mu < p; mu++) {
        let sum = 0
        for (let nu = 0; nu < p; nu++) sum += inverse[mu * p + nu] * columns[i * p + nu]
        duals[i * p + mu] = sum
      }
      if (isFull(p * p)) yield i / n
    }
  }
  if (!hasZeroDiagonal) return
  for (let i = 0; i < n; i++) {
    for (let mu = 0; mu < p; mu++) diagonal[i] += columns[i * p + mu] * duals[i * p + mu]
  }
}
