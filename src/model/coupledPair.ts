import { crossWeight, selfWeight, type TwoNeuronSystem } from './twoNeurons.ts'
import type { ReadonlyPair } from './vector.ts'

/**
 * Two coupled units, dx/dt = -x + A ψ(x) + b with A = (a₁₁ a₁₂; a₂₁ a₂₂), a₁₂a₂₁ ≥ 0: two neurons, or the two groups of neurons of a slice.
 * What `boxSearch.ts` solves. The condition is that of a symmetric W between groups of unequal size; it makes all eigenvalues real.
 */
export interface CoupledPair {
  /** g > 0. */
  readonly gain: number
  /** (b₁, b₂). */
  readonly current: ReadonlyPair
  /** a₁₁, a₁₂, a₂₁, a₂₂. */
  readonly weights: readonly [number, number, number, number]
}

/** The two-neuron system in these terms: a₁₁ = a₂₂ = W₁₁, a₁₂ = a₂₁ = W₁₂. */
export function coupledPair(system: TwoNeuronSystem): CoupledPair {
  const self = selfWeight(system.saliency)
  const cross = crossWeight(system.saliency)
  return { gain: system.gain, current: system.current, weights: [self, cross, cross, self] }
}
