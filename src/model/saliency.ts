import type { Patterns } from './patterns.ts'
import type { ReadonlyPair, Vector } from './vector.ts'

/**
 * Saliency weights α_μ = (1/N) ξ^μ·u: how strongly each memory is in the input (Betteti et al. 2025, eq. of W(u)).
 *
 * `out`: P; `input`: u, N. No unit. Returns `out`. Neglects nothing; the sum is formed in double precision.
 */
export function saliencyInto<V extends Vector>(out: V, patterns: Patterns, input: Vector): V {
  const { values, patternCount: p, neuronCount: n } = patterns
  for (let mu = 0; mu < p; mu++) {
    let sum = 0
    for (let i = 0; i < n; i++) sum += values[mu * n + i] * input[i]
    out[mu] = sum / n
  }
  return out
}

/**
 * The input u = Σ_μ α_μ ξ^μ that has the given saliencies.
 *
 * `out`: u, N; `saliency`: α, P. Returns `out`. It is the inverse of `saliencyInto` when the memories are orthogonal;
 * otherwise crosstalk (1/N) ξ^μ·ξ^ν remains.
 */
export function inputInto<V extends Vector>(out: V, patterns: Patterns, saliency: Vector): V {
  const { values, patternCount: p, neuronCount: n } = patterns
  for (let i = 0; i < n; i++) {
    let sum = 0
    for (let mu = 0; mu < p; mu++) sum += values[mu * n + i] * saliency[mu]
    out[i] = sum
  }
  return out
}

/** Saliencies of the two-neuron system: α₁ = (u₁ + u₂)/2, α₂ = (u₁ - u₂)/2. */
export function saliencyOfPair(input: ReadonlyPair): [number, number] {
  return [(input[0] + input[1]) / 2, (input[0] - input[1]) / 2]
}

/** Input of the two-neuron system: u = α₁ξ¹ + α₂ξ², so u₁ = α₁ + α₂ and u₂ = α₁ - α₂. */
export function inputOfPair(saliency: ReadonlyPair): [number, number] {
  return [saliency[0] + saliency[1], saliency[0] - saliency[1]]
}
