import { inverseGramOf } from '../gram.ts'
import type { Patterns } from '../patterns.ts'

/** Dense weights of a binary network: `values[i * neuronCount + j]` = w_ij, symmetric. For references and small networks: N² numbers. */
export interface BinaryWeights {
  readonly values: Float64Array
  readonly neuronCount: number
}

/** Hebb's rule, w = (1/N) Σ_μ ξ^μ ξ^μᵀ (Hopfield 1982), N x N. Zero diagonal unless kept. */
export function hebbWeights(patterns: Patterns, hasZeroDiagonal = true): BinaryWeights {
  const { values, patternCount: p, neuronCount: n } = patterns
  const out = new Float64Array(n * n)
  for (let mu = 0; mu < p; mu++) {
    const row = mu * n
    for (let i = 0; i < n; i++) {
      const factor = values[row + i] / n
      for (let j = 0; j < n; j++) out[i * n + j] += factor * values[row + j]
    }
  }
  return { values: hasZeroDiagonal ? clearDiagonal(out, n) : out, neuronCount: n }
}

/**
 * Storkey's rule (Storkey 1997; Storkey & Valabregue 1999), one pattern after the other:
 *
 *     w_ij += (1/N)[ξ_iξ_j - ξ_i h_ji - h_ij ξ_j],   h_ij = Σ_{k ≠ i, j} w_ik ξ_k
 *
 * It depends on the order of the patterns. The diagonal takes part while learning and is cleared at the end, unless kept.
 */
export function storkeyWeights(patterns: Patterns, hasZeroDiagonal = true): BinaryWeights {
  const { values, patternCount: p, neuronCount: n } = patterns
  const w = new Float64Array(n * n)
  const field = new Float64Array(n)
  for (let mu = 0; mu < p; mu++) {
    const xi = values.subarray(mu * n, (mu + 1) * n)
    for (let i = 0; i < n; i++) {
      let sum = 0
      for (let k = 0; k < n; k++) sum += w[i * n + k] * xi[k]
      field[i] = sum
    }
    // h_ij takes the terms k = i and k = j out of the sum (the only one once where i = j, as in the reference: both are subtracted).
    const old = w.slice()
    const h = (i: number, j: number) => field[i] - old[i * n + i] * xi[i] - old[i * n + j] * xi[j]
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) w[i * n + j] += (xi[i] * xi[j] - xi[i] * h(j, i) - h(i, j) * xi[j]) / n
    }
  }
  return { values: hasZeroDiagonal ? clearDiagonal(w, n) : w, neuronCount: n }
}

/**
 * The pseudo-inverse rule, w = Ξᵀ(ΞΞᵀ)⁺Ξ: the projection onto the memories (Personnaz, Guyon & Dreyfus 1985). Every memory is a fixed point,
 * however they are correlated. Duplicates and dependent memories are allowed. Zero diagonal unless kept.
 */
export function pseudoInverseWeights(patterns: Patterns, hasZeroDiagonal = true): BinaryWeights {
  const { values, patternCount: p, neuronCount: n } = patterns
  const { inverse } = inverseGramOf(patterns)
  const out = new Float64Array(n * n)
  const dual = new Float64Array(n)
  for (let mu = 0; mu < p; mu++) {
    dual.fill(0)
    for (let nu = 0; nu < p; nu++) {
      for (let i = 0; i < n; i++) dual[i] += (inverse[mu * p + nu] / n) * values[nu * n + i]
    }
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) out[i * n + j] += dual[i] * values[mu * n + j]
    }
  }
  return { values: hasZeroDiagonal ? clearDiagonal(out, n) : out, neuronCount: n }
}

function clearDiagonal(values: Float64Array, n: number): Float64Array {
  for (let i = 0; i < n; i++) values[i * n + i] = 0
  return values
}
