/** Below this |g x| ln cosh is taken from cosh z = 1 + 2 sinh²(z/2), which keeps relative accuracy at the origin. No unit. */
const SMALL_ARGUMENT = 1

/**
 * Activation ψ(x) = tanh(g x).
 *
 * Betteti et al. 2025, the activation of all their two-neuron figures. `x`: state of one neuron; `gain`: g > 0. Result in [-1, 1].
 */
export function activation(x: number, gain: number): number {
  return Math.tanh(gain * x)
}

/**
 * Slope of the activation, ψ'(x) = g (1 - ψ(x)²) = g / cosh²(g x).
 *
 * Written with e^(-2g|x|), so that it keeps its relative accuracy where ψ rounds to 1. Result in [0, g].
 */
export function activationSlope(x: number, gain: number): number {
  const decay = Math.exp(-2 * gain * Math.abs(x))
  const sum = 1 + decay
  return (4 * gain * decay) / (sum * sum)
}

/**
 * Integral of the activation, ∫₀ˣ ψ = ln cosh(g x) / g.
 *
 * Overflow-safe: for large |z|, ln cosh z = |z| + log1p(e^(-2|z|)) - ln 2. Relative accuracy about 1e-15 everywhere.
 */
export function activationIntegral(x: number, gain: number): number {
  const z = Math.abs(gain * x)
  if (z < SMALL_ARGUMENT) {
    const half = Math.sinh(z / 2)
    return Math.log1p(2 * half * half) / gain
  }
  return (z + Math.log1p(Math.exp(-2 * z)) - Math.LN2) / gain
}
