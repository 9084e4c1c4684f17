import { activation, activationIntegral, activationSlope } from './activation.ts'

/** Below this g α - 1 the amplitude comes from the continued fraction of tanh, whose six levels are then exact to rounding. No unit. */
const NEAR_EXISTENCE = 0.02
/** Relative step at which the iterations below stop; they converge at least linearly with ratio 0.004. No unit. */
const RELATIVE_STEP = 1e-16
/** More than the iterations below ever need (12 in tests). */
const MAX_ITERATIONS = 60

/**
 * Amplitude γ ≥ 0 of a memory: the positive root of γ = α tanh(g γ), 0 when g α ≤ 1 (then the memory does not exist).
 *
 * ±γ ξ are the equilibria on the memory's axis (orthogonal memories, diagonal kept): the crossing of ψ(γ) with the dissipation line
 * γ/α (Betteti et al. 2025, Fig. 5). `saliency`: α; `gain`: g > 0. In units of the state. Accurate to 1e-12, also where g α → 1,
 * where γ ≈ √(3(gα - 1))/g: there with z = gγ, t = z², the continued fraction z/tanh z = 1 + t/(3 + t/(5 + …)) = g α is solved for t.
 */
export function memoryAmplitude(saliency: number, gain: number): number {
  const a = gain * saliency
  if (!(a > 1)) return 0
  return a - 1 < NEAR_EXISTENCE ? Math.sqrt(squareNearExistence(a - 1)) / gain : amplitudeByNewton(a) / gain
}

/** t = z² with t = ε (3 + t/(5 + t/(7 + …))), ε = gα - 1: a contraction with ratio about ε/5. */
function squareNearExistence(excess: number): number {
  let t = 3 * excess
  for (let k = 0; k < MAX_ITERATIONS; k++) {
    const next = excess * (3 + t / (5 + t / (7 + t / (9 + t / (11 + t / 13)))))
    if (Math.abs(next - t) <= RELATIVE_STEP * next) return next
    t = next
  }
  return t
}

/** Root z of z - a tanh z, a > 1. The function is convex for z > 0, so Newton descends monotonically from any bound above the root. */
function amplitudeByNewton(a: number): number {
  // From the second convergent of the continued fraction, t ≤ 15(a - 1)/(6 - a) for a < 6; and always z < a.
  let z = a < 5 ? Math.min(a, Math.sqrt((15 * (a - 1)) / (6 - a))) : a
  for (let k = 0; k < MAX_ITERATIONS; k++) {
    const next = z - (z - a * Math.tanh(z)) / (1 - a * activationSlope(z, 1))
    if (Math.abs(next - z) <= RELATIVE_STEP * z) return next
    z = next
  }
  return z
}

/** The saliency above which a memory exists, α = 1/g (Betteti et al. 2025, Fig. 5). */
export function existenceSaliency(gain: number): number {
  return 1 / gain
}

/**
 * The saliency α* that a memory must exceed to be stable beside a rival of saliency α_max:
 * s = √(1 - 1/(g α_max)), α* = artanh(s)/(g s); α* = 1/g where g α_max ≤ 1. Always α* ≤ α_max there above.
 *
 * Derived from `memoryEigenvalue` = 0: ψ'(γ) α_max = 1 gives ψ(γ) = s, and α = γ/ψ(γ).
 */
export function criticalSaliency(rivalSaliency: number, gain: number): number {
  const a = gain * rivalSaliency
  if (!(a > 1)) return existenceSaliency(gain)
  const s = Math.sqrt((a - 1) / a)
  return Math.atanh(s) / (gain * s)
}

/**
 * Eigenvalue of the Jacobian at ±γ_ρ ξ^ρ in the direction ξ^μ: -1 + ψ'(γ_ρ) α_μ (orthogonal memories, diagonal kept).
 *
 * Positive for some μ ≠ ρ: the memory exists but is a saddle. With γ_ρ = 0 it is the eigenvalue of the origin. Per unit of time.
 */
export function memoryEigenvalue(saliencyOfRho: number, saliencyOfMu: number, gain: number): number {
  return activationSlope(memoryAmplitude(saliencyOfRho, gain), gain) * saliencyOfMu - 1
}

/**
 * Energy of a memory, E(γ ξ) = N [½ γ ψ(γ) - ln cosh(g γ)/g]; 0 where it does not exist. dE/dα = -½ N ψ(γ)²: more salient, deeper.
 *
 * Without current; orthogonal memories, diagonal kept.
 */
export function memoryEnergy(saliency: number, gain: number, neuronCount: number): number {
  const gamma = memoryAmplitude(saliency, gain)
  return neuronCount * ((gamma * activation(gamma, gain)) / 2 - activationIntegral(gamma, gain))
}
