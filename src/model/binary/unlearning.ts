import type { RandomSource } from '../random.ts'
import { sweep, type BinaryState } from './dynamics.ts'
import type { BinaryWeights } from './weights.ts'

/** Sweeps after which a run that still flips is taken as it is: with zero diagonal it never takes near as many. */
const MAX_SWEEPS = 1000

/** A random state, each neuron a fair coin. */
export function randomState(neuronCount: number, random: RandomSource): BinaryState {
  return Int8Array.from({ length: neuronCount }, () => (random.uniform() < 0.5 ? -1 : 1))
}

/** Runs a state to its fixed point by asynchronous sweeps, each in a new random order, in place. Returns the state. */
export function settle(state: BinaryState, weights: BinaryWeights, random: RandomSource): BinaryState {
  const order = Uint32Array.from(state, (_, i) => i)
  for (let k = 0; k < MAX_SWEEPS; k++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random.uniform() * (i + 1))
      const held = order[i]
      order[i] = order[j]
      order[j] = held
    }
    if (sweep(state, weights, order) === 0) break
  }
  return state
}

/**
 * Unlearning (Hopfield, Feinstein & Palmer 1983): `steps` times, runs a random state to its fixed point s and takes w_ij -= (rate/N) s_i s_j
 * (i ≠ j), in place. What is found from random starts is mostly spurious, or the memory with the widest basin, so that basins even out and
 * spurious states vanish. With 5 to 10 memories in 100 neurons a total steps x rate of 2 to 4 helps most; beyond 5 it destroys the memories too.
 */
export function unlearn(
  weights: BinaryWeights,
  plan: { readonly steps: number; readonly rate: number },
  random: RandomSource,
): BinaryWeights {
  const { values, neuronCount: n } = weights
  for (let k = 0; k < plan.steps; k++) {
    const state = settle(randomState(n, random), weights, random)
    for (let i = 0; i < n; i++) {
      const factor = (plan.rate / n) * state[i]
      for (let j = 0; j < n; j++) if (i !== j) values[i * n + j] -= factor * state[j]
    }
  }
  return weights
}
