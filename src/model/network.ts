import { activation, activationIntegral, activationSlope } from './activation.ts'
import type { Patterns } from './patterns.ts'
import type { Vector } from './vector.ts'
import { applyWeightsInto, type Weights } from './weights.ts'

/**
 * A continuous Hopfield network of any size: dx/dt = f(x) = -x + W ψ(x) + b, W = (1/N) Σ_μ α_μ ξ^μ ξ^μᵀ.
 *
 * Input-driven (IDP): `saliency` = α(u), `current` null. Classic with an input: every saliency equal to s, `current` = b = u.
 */
export interface Network extends Weights {
  /** g > 0. */
  readonly gain: number
  /** b, N, added to the field; null for none. */
  readonly current: Vector | null
}

/** Work arrays of the network kernels: `activity` holds ψ(x), N; `overlaps` P numbers. */
export interface NetworkScratch {
  readonly activity: Vector
  readonly overlaps: Vector
}

/** Work arrays for one network size, in double precision. Make them once, outside the loop. */
export function makeNetworkScratch(patterns: Patterns): NetworkScratch {
  return { activity: new Float64Array(patterns.neuronCount), overlaps: new Float64Array(patterns.patternCount) }
}

/**
 * Vector field f(x) = -x + W ψ(x) + b (Betteti et al. 2025, IDP model; Hopfield 1984 with b).
 *
 * `out`, `state`: N, different arrays. Returns `out`. Without noise; one unit of time is the time constant of a neuron.
 */
export function vectorFieldInto<V extends Vector>(out: V, network: Network, state: Vector, scratch: NetworkScratch): V {
  const { gain, current } = network
  const n = network.patterns.neuronCount
  for (let i = 0; i < n; i++) scratch.activity[i] = activation(state[i], gain)
  applyWeightsInto(out, network, scratch.activity, scratch.overlaps)
  for (let i = 0; i < n; i++) out[i] = out[i] - state[i] + (current === null ? 0 : current[i])
  return out
}

/**
 * Energy E(x;u) = -½ ψᵀWψ + Σ_i [x_i ψ(x_i) - ∫₀^{x_i} ψ] - b·ψ(x) (Betteti et al. 2025; Hopfield 1984).
 *
 * `state`: N. In units of (saliency) x N. It never rises along a noise-free trajectory. O(NP); allocates N numbers unless given `scratch`.
 */
export function energy(network: Network, state: Vector, scratch = makeNetworkScratch(network.patterns)): number {
  const { patterns, saliency, gain, hasZeroDiagonal, current } = network
  const { values, patternCount: p, neuronCount: n } = patterns
  const psi = scratch.activity
  let saliencySum = 0
  for (let mu = 0; mu < p; mu++) saliencySum += saliency[mu]
  const diagonal = hasZeroDiagonal ? saliencySum / n : 0
  let total = 0
  for (let i = 0; i < n; i++) {
    const x = state[i]
    const y = activation(x, gain)
    psi[i] = y
    total += x * y - activationIntegral(x, gain) + (diagonal / 2) * y * y - (current === null ? 0 : current[i] * y)
  }
  for (let mu = 0; mu < p; mu++) {
    let sum = 0
    for (let i = 0; i < n; i++) sum += values[mu * n + i] * psi[i]
    total -= (saliency[mu] * sum * sum) / (2 * n)
  }
  return total
}

/**
 * Gradient of the energy, ∇E = -ψ'(x) ∘ f(x) (derived from E above).
 *
 * `out`, `state`: N. Returns `out`. Equilibria and critical points coincide, yet f is not the gradient of E.
 */
export function energyGradientInto<V extends Vector>(
  out: V,
  network: Network,
  state: Vector,
  scratch: NetworkScratch,
): V {
  vectorFieldInto(out, network, state, scratch)
  const n = network.patterns.neuronCount
  for (let i = 0; i < n; i++) out[i] = -activationSlope(state[i], network.gain) * out[i]
  return out
}

/**
 * Overlaps m_μ = (1/N) ξ^μ·ψ(x), each in [-1, 1]: how much of memory μ the network recalls. ξ and -ξ differ by the sign.
 *
 * `out`: P; `state`: N. Returns `out`. A Float32Array `out` also holds the running sums, in single precision.
 */
export function overlapsInto<V extends Vector>(out: V, patterns: Patterns, state: Vector, gain: number): V {
  const { values, patternCount: p, neuronCount: n } = patterns
  out.fill(0, 0, p)
  for (let i = 0; i < n; i++) {
    const y = activation(state[i], gain) / n
    for (let mu = 0; mu < p; mu++) out[mu] = out[mu] + values[mu * n + i] * y
  }
  return out
}
