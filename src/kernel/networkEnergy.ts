import { activationIntegral } from '../model/activation.ts'
import type { Vector } from '../model/vector.ts'

/** What the energy is made of, all for one state x: ψ(x), m = (1/N) Ξψ and a = D m. */
export interface EnergyParts {
  readonly gain: number
  readonly state: Vector
  readonly activity: Vector
  readonly overlaps: Float64Array
  readonly drives: Vector
  /** d, N. */
  readonly diagonal: Vector
  /** b, N. */
  readonly current: Vector
}

/**
 * E = −(N/2) m·a + Σ_i [x_i ψ_i − ∫₀^{x_i} ψ + ½ d_i ψ_i² − b_i ψ_i], which is model/network.ts with W = (1/N) ΞᵀDΞ − diag(d).
 *
 * `neuronCount`: N, the first so many of the arrays. Summed in double precision. The activity may carry the error ε of a fast tanh: E
 * changes by f·ε only, since ∂E/∂ψ = −f, and not at all at rest.
 */
export function networkEnergy(neuronCount: number, parts: EnergyParts): number {
  const { gain, state, activity, overlaps, drives, diagonal, current } = parts
  let quadratic = 0
  for (let mu = 0; mu < overlaps.length; mu++) quadratic += overlaps[mu] * drives[mu]
  let total = (-neuronCount / 2) * quadratic
  for (let i = 0; i < neuronCount; i++) {
    const y = activity[i]
    total += state[i] * y - activationIntegral(state[i], gain) + (diagonal[i] / 2) * y * y - current[i] * y
  }
  return total
}
