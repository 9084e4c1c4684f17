import type { BinaryWeights } from './weights.ts'

/** States s of binary neurons, N values of ±1. */
export type BinaryState = Int8Array

/** Local field h_i = Σ_j w_ij s_j. */
export function localField(weights: BinaryWeights, state: BinaryState, i: number): number {
  const { values, neuronCount: n } = weights
  let sum = 0
  for (let j = 0; j < n; j++) sum += values[i * n + j] * state[j]
  return sum
}

/** Energy E = -½ Σ_ij w_ij s_i s_j (Hopfield 1982). It never rises in `sweep`, as long as no w_ii is negative. */
export function binaryEnergy(weights: BinaryWeights, state: BinaryState): number {
  let total = 0
  for (let i = 0; i < weights.neuronCount; i++) total += state[i] * localField(weights, state, i)
  return -total / 2
}

/** Asynchronous updates s_i ← sign(h_i) of the neurons in `order`, in place; a zero field leaves s_i. Returns how many flipped. */
export function sweep(state: BinaryState, weights: BinaryWeights, order: ArrayLike<number>): number {
  let flips = 0
  for (let k = 0; k < order.length; k++) {
    const i = order[k]
    const field = localField(weights, state, i)
    if (field * state[i] < 0) {
      state[i] = field > 0 ? 1 : -1
      flips += 1
    }
  }
  return flips
}

/**
 * All neurons at once, s ← sign(W s), in place; zero fields leave theirs. Returns how many flipped.
 *
 * The energy may rise. With symmetric weights it ends in a fixed point or goes to and fro between two states (Goles & Olivos 1981): a
 * two-cycle, to be seen by comparing a state with the one two updates before.
 */
export function updateTogether(state: BinaryState, weights: BinaryWeights): number {
  const fields = Float64Array.from(state, (_, i) => localField(weights, state, i))
  let flips = 0
  for (let i = 0; i < state.length; i++) {
    if (fields[i] * state[i] < 0) {
      state[i] = fields[i] > 0 ? 1 : -1
      flips += 1
    }
  }
  return flips
}
