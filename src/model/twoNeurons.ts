import { activation, activationIntegral, activationSlope } from './activation.ts'
import type { ReadonlyPair, Vector } from './vector.ts'

/**
 * The network of two neurons with memories ξ¹ = (1, 1) and ξ² = (1, -1), in scalars (Betteti et al. 2025, Fig. 2):
 *
 *     dx₁/dt = -x₁ + W₁₁ψ(x₁) + W₁₂ψ(x₂) + b₁      W₁₁ = W₂₂ = (α₁ + α₂)/2
 *     dx₂/dt = -x₂ + W₁₂ψ(x₁) + W₁₁ψ(x₂) + b₂      W₁₂ = W₂₁ = (α₁ - α₂)/2
 *
 * Input-driven: `saliency` = α(u), `current` = (0, 0). Classic of strength s with an input as current: {saliency: [s, s], current: u}.
 */
export interface TwoNeuronSystem {
  /** (α₁, α₂). */
  readonly saliency: ReadonlyPair
  /** g > 0. */
  readonly gain: number
  /** (b₁, b₂). */
  readonly current: ReadonlyPair
}

/** W₁₁ = W₂₂ = (α₁ + α₂)/2. */
export function selfWeight(saliency: ReadonlyPair): number {
  return (saliency[0] + saliency[1]) / 2
}

/** W₁₂ = W₂₁ = (α₁ - α₂)/2. */
export function crossWeight(saliency: ReadonlyPair): number {
  return (saliency[0] - saliency[1]) / 2
}

/**
 * Energy of a state, E = Σ_i [x_iψ_i - ln cosh(g x_i)/g - ½W₁₁ψ_i² - b_iψ_i] - W₁₂ψ₁ψ₂, in units of saliency.
 *
 * The general E(x;u) with N = 2; exact but for rounding.
 */
export function pairEnergy(system: TwoNeuronSystem, x1: number, x2: number): number {
  const { saliency, gain, current } = system
  const psi1 = activation(x1, gain)
  const psi2 = activation(x2, gain)
  const cost1 = x1 * psi1 - activationIntegral(x1, gain)
  const cost2 = x2 * psi2 - activationIntegral(x2, gain)
  const pull = (selfWeight(saliency) / 2) * (psi1 * psi1 + psi2 * psi2) + crossWeight(saliency) * psi1 * psi2
  return cost1 + cost2 - pull - current[0] * psi1 - current[1] * psi2
}

/** Vector field f(x) = -x + Wψ(x) + b. `out`: 2 numbers. Returns `out`. */
export function pairFieldInto<V extends Vector>(out: V, system: TwoNeuronSystem, x1: number, x2: number): V {
  const { saliency, gain, current } = system
  const w11 = selfWeight(saliency)
  const w12 = crossWeight(saliency)
  const psi1 = activation(x1, gain)
  const psi2 = activation(x2, gain)
  out[0] = current[0] - x1 + w11 * psi1 + w12 * psi2
  out[1] = current[1] - x2 + w12 * psi1 + w11 * psi2
  return out
}

/** Gradient of the energy, ∇E = -ψ'(x) ∘ f(x). `out`: 2 numbers. Returns `out`. */
export function pairEnergyGradientInto<V extends Vector>(out: V, system: TwoNeuronSystem, x1: number, x2: number): V {
  pairFieldInto(out, system, x1, x2)
  out[0] = -activationSlope(x1, system.gain) * out[0]
  out[1] = -activationSlope(x2, system.gain) * out[1]
  return out
}

/** Overlaps m₁ = (ψ₁ + ψ₂)/2 and m₂ = (ψ₁ - ψ₂)/2, each in [-1, 1]. */
export function pairOverlaps(x1: number, x2: number, gain: number): [number, number] {
  const psi1 = activation(x1, gain)
  const psi2 = activation(x2, gain)
  return [(psi1 + psi2) / 2, (psi1 - psi2) / 2]
}

/**
 * Eigenvalues of the Jacobian J = -1 + W diag(ψ'(x)), ascending; per unit of time.
 *
 * Always real: W diag(ψ') is similar to the symmetric diag(√ψ') W diag(√ψ'). With s_i = ψ'(x_i):
 * λ = -1 + W₁₁(s₁ + s₂)/2 ∓ √[(W₁₁(s₁ - s₂)/2)² + W₁₂²s₁s₂]. The current b does not enter but through x.
 */
export function pairEigenvalues(system: TwoNeuronSystem, x1: number, x2: number): [number, number] {
  const w11 = selfWeight(system.saliency)
  const w12 = crossWeight(system.saliency)
  const slope1 = activationSlope(x1, system.gain)
  const slope2 = activationSlope(x2, system.gain)
  const mean = (w11 * (slope1 + slope2)) / 2
  const half = (w11 * (slope1 - slope2)) / 2
  const radius = Math.sqrt(half * half + w12 * w12 * slope1 * slope2)
  return [mean - radius - 1, mean + radius - 1]
}
