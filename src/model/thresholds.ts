import { criticalSaliency, existenceSaliency } from './memory.ts'

/** What the thresholds of an input-driven network depend on. */
export interface ThresholdFacts {
  /** α of every memory, P numbers. */
  readonly saliency: ArrayLike<number>
  /** N. */
  readonly neuronCount: number
  /** g > 0. */
  readonly gain: number
  /** W_ii = 0. */
  readonly hasZeroDiagonal: boolean
}

/** Saliencies from which a memory exists, and from which it is stable beside all others. */
export interface Thresholds {
  readonly existence: number
  /** Equal to `existence` where nothing else is strong enough to draw the state away. */
  readonly stability: number
  /** d, the self-coupling of every neuron that a zero diagonal takes off; 0 where the diagonal is kept. */
  readonly diagonal: number
}

/**
 * Thresholds of the memories of an input-driven network without current: exact for orthogonal memories.
 *
 * With W_ii = 0 the weights lose d on the diagonal, d = (1/N) Σ_μ α_μ (since ξ_i² = 1), and so do their eigenvalues: α_μ - d along ξ^μ, and -d
 * across all memories when P < N. That is a network with the diagonal kept and the saliencies α_μ - d, so from `existenceSaliency` and
 * `criticalSaliency` (Betteti et al. 2025, Fig. 5), with α_max not below 0 when P < N:
 *
 *     existence  α > d + 1/g          stability  α > d + α*(α_max - d)
 *
 * Eigenvalues at a memory: -1 + ψ'(γ)(α_μ - d), and -1 - d ψ'(γ), with γ = (α - d) tanh(gγ). In units of the saliency. Neglects
 * what memories that overlap do to each other.
 */
export function thresholdsOf({ saliency, neuronCount, gain, hasZeroDiagonal }: ThresholdFacts): Thresholds {
  let sum = 0
  let largest = saliency.length < neuronCount ? 0 : -Infinity
  for (let mu = 0; mu < saliency.length; mu++) {
    sum += saliency[mu]
    largest = Math.max(largest, saliency[mu])
  }
  const diagonal = hasZeroDiagonal ? sum / neuronCount : 0
  return {
    existence: diagonal + existenceSaliency(gain),
    stability: diagonal + criticalSaliency(largest - diagonal, gain),
    diagonal,
  }
}
