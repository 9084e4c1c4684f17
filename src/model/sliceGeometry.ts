import { gramOf } from './gram.ts'
import { countDifferences, countDifferencesWithin, packPatterns, type PackedPatterns } from './packedPatterns.ts'
import type { Patterns } from './patterns.ts'

/**
 * How the plane of two memories divides the neurons: group + where the two directions agree, group - where they differ. Everything here
 * follows from the patterns alone, so that it is counted once and kept.
 */
export interface SliceGeometry {
  /** Bit i is 1 where neuron i is in group +, as in `PackedPatterns`. */
  readonly mask: Int32Array
  readonly plusCount: number
  readonly minusCount: number
  /** A^κ₊ = Σ_{i in +} ξ^κ_i ξ^μ_i, P. */
  readonly plusOverlaps: Float64Array
  /** A^κ₋, P. */
  readonly minusOverlaps: Float64Array
  /** The second direction is no memory, since ν = μ or ξ^ν = ±ξ^μ span no plane: it is ξ^μ with every other neuron turned. */
  readonly hasAuxiliaryDirection: boolean
  /** What the memories span within group + and within group -, counted when first asked for: `GroupSpan`. */
  readonly groupSpans: () => readonly [GroupSpan, GroupSpan]
}

/**
 * The memories within one group of neurons. Of their Gram matrix there, Q_κλ = Σ_{i in group} ξ^κ_i ξ^λ_i, the factor L with Q = L Lᵀ:
 * column k holds the components of all memories along the k-th of an orthonormal set of directions, the first of which is ξ^μ.
 */
export interface GroupSpan {
  /** `rank` columns of P numbers. */
  readonly columns: readonly Float64Array[]
  /** `pivots[k]`: the memory that brought in direction k; columns before k are not needed to reach it. */
  readonly pivots: readonly number[]
}

/** A memory within this squared distance of what others span, over the size of its group, is dependent on them. No unit. */
const DEPENDENT = 1e-7

/** What is kept for one set of patterns. A `Patterns` object is a value: whoever changes a memory makes a new one. */
interface Kept {
  readonly packed: PackedPatterns
  readonly geometries: Map<number, SliceGeometry>
}

/** Planes kept for one set of patterns: enough for leading memories that take turns. */
const KEPT_PLANES = 4
const keptOf = new WeakMap<Patterns, Kept>()

/**
 * The geometry of the plane of memories mu and nu. O(NP/32) operations, 0.2 ms at N = 16,384, P = 100, after 2 ms once for a new set of
 * patterns; nothing for a plane that was asked for shortly before.
 */
export function sliceGeometry(patterns: Patterns, mu: number, nu: number): SliceGeometry {
  let kept = keptOf.get(patterns)
  if (kept === undefined) {
    kept = { packed: packPatterns(patterns), geometries: new Map() }
    keptOf.set(patterns, kept)
  }
  const key = mu * patterns.patternCount + nu
  const known = kept.geometries.get(key)
  if (known !== undefined) return known
  const made = makeGeometry(patterns, kept.packed, mu, nu)
  const oldest = kept.geometries.keys().next()
  if (kept.geometries.size >= KEPT_PLANES && oldest.done !== true) kept.geometries.delete(oldest.value)
  kept.geometries.set(key, made)
  return made
}

/** Every second neuron, from the first on. */
const EVERY_OTHER = 0x55555555

function makeGeometry(patterns: Patterns, packed: PackedPatterns, mu: number, nu: number): SliceGeometry {
  const { words, wordCount, patternCount: p, neuronCount: n } = packed
  const first = mu * wordCount
  const differing = countDifferences(words, first, nu * wordCount, wordCount)
  const hasAuxiliaryDirection = differing === 0 || differing === n
  const mask = new Int32Array(wordCount)
  for (let k = 0; k < wordCount; k++) {
    mask[k] = hasAuxiliaryDirection ? EVERY_OTHER : ~(words[first + k] ^ words[nu * wordCount + k])
  }
  const minusCount = hasAuxiliaryDirection ? Math.floor(n / 2) : differing
  const plusCount = n - minusCount
  const plusOverlaps = new Float64Array(p)
  const minusOverlaps = new Float64Array(p)
  for (let kappa = 0; kappa < p; kappa++) {
    const row = kappa * wordCount
    const within = countDifferencesWithin(mask, words, first, row, wordCount)
    plusOverlaps[kappa] = plusCount - 2 * within
    minusOverlaps[kappa] = minusCount - 2 * (countDifferences(words, first, row, wordCount) - within)
  }
  let spans: readonly [GroupSpan, GroupSpan] | null = null
  const groupSpans = () => (spans ??= countGroupSpans(packed, gramOf(patterns), mask, plusCount, mu))
  return { mask, plusCount, minusCount, plusOverlaps, minusOverlaps, hasAuxiliaryDirection, groupSpans }
}

/** P²/2 pairs of rows, a count each, and two factorisations of P³/3: about 8 ms at N = 16,384, P = 100. `gram`: G of all neurons. */
function countGroupSpans(
  { words, wordCount, patternCount: p, neuronCount: n }: PackedPatterns,
  gram: Float64Array,
  mask: Int32Array,
  plusCount: number,
  mu: number,
): [GroupSpan, GroupSpan] {
  const plus = new Float64Array(p * p)
  const minus = new Float64Array(p * p)
  for (let kappa = 0; kappa < p; kappa++) {
    for (let lambda = 0; lambda <= kappa; lambda++) {
      const at = kappa * p + lambda
      const within = countDifferencesWithin(mask, words, kappa * wordCount, lambda * wordCount, wordCount)
      plus[at] = plusCount - 2 * within
      minus[at] = Math.round(n * gram[at]) - plus[at]
    }
  }
  return [spanOf(plus, p, plusCount, mu), spanOf(minus, p, n - plusCount, mu)]
}

/** Cholesky's factorisation of a Gram matrix, of which only the lower half is read, memory mu first, dependent memories left out. `gram` is used up. */
function spanOf(gram: Float64Array, p: number, groupSize: number, mu: number): GroupSpan {
  const columns: Float64Array[] = []
  const pivots: number[] = []
  for (let k = 0; k < p; k++) {
    const pivot = k === 0 ? mu : k <= mu ? k - 1 : k
    const square = gram[pivot * p + pivot]
    if (!(square > DEPENDENT * groupSize)) continue
    const column = new Float64Array(p)
    const length = Math.sqrt(square)
    for (let kappa = 0; kappa < p; kappa++) {
      column[kappa] = gram[Math.max(kappa, pivot) * p + Math.min(kappa, pivot)] / length
    }
    for (const done of pivots) column[done] = 0
    for (let kappa = 0; kappa < p; kappa++) {
      for (let lambda = 0; lambda <= kappa; lambda++) gram[kappa * p + lambda] -= column[kappa] * column[lambda]
    }
    columns.push(column)
    pivots.push(pivot)
  }
  return { columns, pivots }
}
