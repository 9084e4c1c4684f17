import type { Patterns } from './patterns.ts'
import type { Vector } from './vector.ts'

/** What defines W(u): patterns Ξ, their saliencies α (P), and whether W_ii = 0, as in the authors' experiments with random memories. */
export interface Weights {
  readonly patterns: Patterns
  readonly saliency: Vector
  readonly hasZeroDiagonal: boolean
}

/**
 * The weights as an operator: out = W(u) ψ = (1/N) Ξᵀ (α ∘ (Ξ ψ)), less (1/N)(Σα) ψ_i where the diagonal is zeroed.
 *
 * W is never built: 2NP multiply-adds. `out`, `activity`: N (they must be different arrays); `overlapScratch`: at least P numbers,
 * overwritten with α_μ (Ξψ)_μ / N; without it a new array is allocated. Returns `out`. Betteti et al. 2025, the input-driven W(u).
 */
export function applyWeightsInto<V extends Vector>(
  out: V,
  weights: Weights,
  activity: Vector,
  overlapScratch: Vector = new Float64Array(weights.patterns.patternCount),
): V {
  const { patterns, saliency, hasZeroDiagonal } = weights
  const { values, patternCount: p, neuronCount: n } = patterns
  let saliencySum = 0
  for (let mu = 0; mu < p; mu++) {
    let sum = 0
    const row = mu * n
    for (let i = 0; i < n; i++) sum += values[row + i] * activity[i]
    overlapScratch[mu] = (saliency[mu] * sum) / n
    saliencySum += saliency[mu]
  }
  const diagonal = hasZeroDiagonal ? saliencySum / n : 0
  for (let i = 0; i < n; i++) {
    let sum = 0
    for (let mu = 0; mu < p; mu++) sum += values[mu * n + i] * overlapScratch[mu]
    out[i] = sum - diagonal * activity[i]
  }
  return out
}
