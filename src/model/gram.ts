import { countDifferences, packChangedPatterns, packPatterns, type PackedPatterns } from './packedPatterns.ts'
import type { Patterns } from './patterns.ts'
import { symmetricEigen } from './symmetricEigen.ts'
import type { Vector } from './vector.ts'

export { packPatterns, type PackedPatterns }

/** Eigenvalues of the Gram matrix below this share of the largest are taken for zero: rounding leaves 1e-14, one differing pixel of 16,384 leaves 1e-6. No unit. */
const RANK_CUT = 1e-9
/** A pivot of Cholesky's factorisation below this sends the matrix to the eigenvalues. The diagonal of G is 1. No unit. */
const SAFE_PIVOT = 1e-5

/**
 * Gram matrix of the memories, G = (1/N) Ξ Ξᵀ: G_μν is the overlap of memories μ and ν, in [-1, 1]; the diagonal is 1.
 *
 * `out`: P*P, row-major. Returns `out`. Exact: it counts differing bits. About 6 ms at N = 16,384, P = 100.
 */
export function gramInto(out: Float64Array, patterns: Patterns): Float64Array {
  const packed = packPatterns(patterns)
  const { patternCount: p } = packed
  for (let mu = 0; mu < p; mu++) {
    out[mu * p + mu] = 1
    for (let nu = 0; nu < mu; nu++) putOverlap(out, packed, mu, nu)
  }
  return out
}

/** G_μν and G_νμ. */
function putOverlap(out: Float64Array, packed: PackedPatterns, mu: number, nu: number): void {
  const { words, wordCount, patternCount: p, neuronCount: n } = packed
  const differing = countDifferences(words, mu * wordCount, nu * wordCount, wordCount)
  const overlap = (n - 2 * differing) / n
  out[mu * p + nu] = overlap
  out[nu * p + mu] = overlap
}

const gramOfPatterns = new WeakMap<Patterns, Float64Array>()
const inverseOfPatterns = new WeakMap<Patterns, InverseGram>()

/** `gramInto`, made once for a `Patterns` object, which is a value: do not write into it. */
export function gramOf(patterns: Patterns): Float64Array {
  let gram = gramOfPatterns.get(patterns)
  if (gram === undefined) {
    gram = gramInto(new Float64Array(patterns.patternCount ** 2), patterns)
    gramOfPatterns.set(patterns, gram)
  }
  return gram
}

/**
 * `gramOf` patterns that differ from others in the rows `changed` only: the same numbers from one row and column for each of these, and the
 * rest of the old matrix.
 */
export function changedGramOf(patterns: Patterns, before: Patterns, changed: readonly number[]): Float64Array {
  const gram = gramOf(before).slice()
  const packed = packChangedPatterns(patterns, before, changed)
  for (const mu of changed) {
    for (let nu = 0; nu < packed.patternCount; nu++) if (nu !== mu) putOverlap(gram, packed, mu, nu)
  }
  gramOfPatterns.set(patterns, gram)
  return gram
}

/** `inverseGram` of `gramOf`, made once as well. */
export function inverseGramOf(patterns: Patterns): InverseGram {
  let found = inverseOfPatterns.get(patterns)
  if (found === undefined) {
    found = inverseGram(gramOf(patterns), patterns.patternCount)
    inverseOfPatterns.set(patterns, found)
  }
  return found
}

/** The two memories that are most alike, or most unlike: largest |G_μν|, μ < ν. With fewer than two memories: overlap 0 and μ = ν = 0. */
export function strongestCorrelation(
  gram: Float64Array,
  patternCount: number,
): { readonly mu: number; readonly nu: number; readonly overlap: number } {
  let best = { mu: 0, nu: 0, overlap: 0 }
  for (let mu = 0; mu < patternCount; mu++) {
    for (let nu = mu + 1; nu < patternCount; nu++) {
      const overlap = gram[mu * patternCount + nu]
      if (best.nu === 0 || Math.abs(overlap) > Math.abs(best.overlap)) best = { mu, nu, overlap }
    }
  }
  return best
}

/** The (pseudo-)inverse of a Gram matrix, P*P, and how many memories are linearly independent. */
export interface InverseGram {
  readonly inverse: Float64Array
  readonly rank: number
}

/**
 * Pseudo-inverse G⁺ (Moore and Penrose) of a Gram matrix of P memories; the inverse where they are linearly independent.
 *
 * First by Cholesky's factorisation (P³ flops, 1 ms at P = 100). Where a pivot falls below 1e-5 (duplicates, twins, all-equal patterns, or
 * nearly), by eigenvalues, without those below 1e-9 of the largest (Jacobi, some 30 ms there). Error about 1e-16 times the condition number.
 */
export function inverseGram(gram: Float64Array, patternCount: number): InverseGram {
  return invertPositive(gram, patternCount) ?? invertByEigenvalues(gram, patternCount)
}

/** G⁻¹ = L⁻ᵀL⁻¹ for G = LLᵀ; null when a pivot is too small. */
function invertPositive(gram: Float64Array, p: number): InverseGram | null {
  const lower = gram.slice()
  for (let j = 0; j < p; j++) {
    for (let i = j; i < p; i++) {
      let sum = lower[i * p + j]
      for (let k = 0; k < j; k++) sum -= lower[i * p + k] * lower[j * p + k]
      if (i > j) lower[i * p + j] = sum / lower[j * p + j]
      else if (!(sum > SAFE_PIVOT)) return null
      else lower[j * p + j] = Math.sqrt(sum)
    }
  }
  // Row j of `columns` is column j of L⁻¹, so that the products below run along rows.
  const columns = new Float64Array(p * p)
  for (let j = 0; j < p; j++) {
    columns[j * p + j] = 1 / lower[j * p + j]
    for (let i = j + 1; i < p; i++) {
      let sum = 0
      for (let k = j; k < i; k++) sum -= lower[i * p + k] * columns[j * p + k]
      columns[j * p + i] = sum / lower[i * p + i]
    }
  }
  const inverse = new Float64Array(p * p)
  for (let i = 0; i < p; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0
      for (let k = i; k < p; k++) sum += columns[i * p + k] * columns[j * p + k]
      inverse[i * p + j] = sum
      inverse[j * p + i] = sum
    }
  }
  return { inverse, rank: p }
}

function invertByEigenvalues(gram: Float64Array, p: number): InverseGram {
  const { values, vectors } = symmetricEigen(gram, p)
  const cut = RANK_CUT * values.reduce((most, value) => Math.max(most, value), 0)
  const inverse = new Float64Array(p * p)
  let rank = 0
  values.forEach((value, k) => {
    if (!(value > cut)) return
    rank += 1
    for (let i = 0; i < p; i++) {
      const factor = vectors[k * p + i] / value
      for (let j = 0; j < p; j++) inverse[i * p + j] += factor * vectors[k * p + j]
    }
  })
  return { inverse, rank }
}

/**
 * Saliencies freed of the correlations of the memories: α = G⁺ α_raw, α_raw = (1/N) Ξ u.
 *
 * They are the coefficients of u = Σ α_μ ξ^μ by least squares. `out`, `rawSaliency`: P, different arrays; `inverse`: G⁺, P*P. Returns `out`.
 */
export function decorrelatedSaliencyInto<V extends Vector>(out: V, rawSaliency: Vector, inverse: Float64Array): V {
  const p = rawSaliency.length
  for (let mu = 0; mu < p; mu++) {
    let sum = 0
    for (let nu = 0; nu < p; nu++) sum += inverse[mu * p + nu] * rawSaliency[nu]
    out[mu] = sum
  }
  return out
}

/**
 * Couplings of the input-driven pseudo-inverse rule, D = ½(diag(α) G⁺ + G⁺ diag(α)), for W = (1/N) Ξᵀ D Ξ.
 *
 * W is symmetric, so that the energy is kept, and Wξ^μ is α_μξ^μ plus what symmetry costs: nothing when all α are equal, and then W is α times
 * the projection onto the memories (Personnaz, Guyon & Dreyfus 1985). `out`: P*P; `saliency`: α = G⁺ Ξu/N (`decorrelatedSaliencyInto`), P.
 */
export function pseudoInverseCouplingsInto<V extends Vector>(out: V, saliency: Vector, inverse: Float64Array): V {
  const p = saliency.length
  for (let mu = 0; mu < p; mu++) {
    for (let nu = 0; nu < p; nu++) {
      out[mu * p + nu] = ((saliency[mu] + saliency[nu]) / 2) * inverse[mu * p + nu]
    }
  }
  return out
}
