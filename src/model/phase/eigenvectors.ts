import { activationSlope } from '../activation.ts'
import { crossWeight, pairEigenvalues, selfWeight, type TwoNeuronSystem } from '../twoNeurons.ts'
import type { ReadonlyPair } from '../vector.ts'

/** Slopes are not taken to be less than this, relative to the larger one: products of two must not round to 0. No unit. */
const LEAST_SLOPE = 1e-140

/** Eigenvalues of the Jacobian, ascending, and a unit eigenvector of each. */
export interface Eigensystem {
  readonly values: ReadonlyPair
  readonly vectors: readonly [ReadonlyPair, ReadonlyPair]
}

/**
 * Eigenvalues and unit eigenvectors of the Jacobian J = -1 + W diag(ψ'(x)).
 *
 * With s_i = ψ'(x_i) and D = diag(√s_i), D J D⁻¹ = -1 + D W D is symmetric; one Jacobi rotation of tangent t turns it to its axes, and D⁻¹
 * turns those into (1, -τ s₁) and (τ s₂, 1), τ = t/√(s₁s₂), which stays finite where slopes round to 0. Relative error about 1e-15; exactly
 * along (1, ±1) where s₁ = s₂ and W₁₂ ≠ 0, and exactly the axes where W₁₂ = 0; at right angles in these two cases only. The first component that
 * is not 0 is positive.
 */
export function pairEigenvectors(system: TwoNeuronSystem, x1: number, x2: number): Eigensystem {
  const w11 = selfWeight(system.saliency)
  const w12 = crossWeight(system.saliency)
  const slope1 = activationSlope(x1, system.gain)
  const slope2 = activationSlope(x2, system.gain)
  // Only the ratio of the slopes matters for directions.
  const largest = Math.max(slope1, slope2, LEAST_SLOPE)
  const s1 = Math.max(slope1 / largest, LEAST_SLOPE)
  const s2 = Math.max(slope2 / largest, LEAST_SLOPE)
  const gap = w11 * (s2 - s1)
  const tau =
    w12 === 0 ? 0 : ((gap < 0 ? -2 : 2) * w12) / (Math.abs(gap) + Math.sqrt(gap * gap + 4 * w12 * w12 * s1 * s2))
  const first = unit(1, -tau * s1)
  const second = unit(tau * s2, 1)
  // In the symmetric coordinates these belong to W₁₁s₁ - τW₁₂s₁s₂ and W₁₁s₂ + τW₁₂s₁s₂.
  const isAscending = gap + 2 * tau * w12 * s1 * s2 >= 0
  return { values: pairEigenvalues(system, x1, x2), vectors: isAscending ? [first, second] : [second, first] }
}

function unit(a: number, b: number): ReadonlyPair {
  const length = Math.hypot(a, b)
  const sign = a < 0 || (a === 0 && b < 0) ? -1 : 1
  return [(sign * a) / length + 0, (sign * b) / length + 0] // -0 becomes 0
}
