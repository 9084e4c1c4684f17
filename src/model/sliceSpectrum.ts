import { activationSlope } from './activation.ts'
import { columnCodes, expandInto, reduceInto } from './columnCodes.ts'
import { applyCouplingsInto } from './couplings.ts'
import { largestEigenpair } from './lanczos.ts'
import { isInPlus, type Slice, type SliceNetwork } from './slice.ts'
import type { GroupSpan } from './sliceGeometry.ts'
import type { ReadonlyPair } from './vector.ts'

/** Applications of the operator among the memories: Lanczos' method has never come near it. */
const MAX_STEPS = 300
/** Additions spent on unequal self-couplings, for each point: some 2 ms. */
const CORRECTION_BUDGET = 1 << 20
/** Additions a neuron and step besides the products with the patterns: keeping the vectors orthogonal. */
const OVERHEAD = 16
/** A bound of the effect of unequal self-couplings below this is not worth a correction: saturated neurons. Relative, no unit. */
const NEGLIGIBLE = 1e-9
/** Random part of the start of that correction, so that no direction is shut out. No unit. */
const STIR = 1e-5

/**
 * Makes the function that gives the largest eigenvalue of the Jacobian J = -1 + W diag(ψ'(x)) of all N neurons at (y₊, y₋) of the slice.
 *
 * J is similar to the symmetric M = √ψ' W √ψ' - 1, and all neurons of a group share ψ'. Within what the memories span in the two groups (at
 * most 2P directions, `GroupSpan`) M is a product through the P memories: Lanczos' method, 4P² multiply-adds a step, below 1 ms a point at
 * P = 100 whatever N. Across that space it is -1 - d ψ'±, in a group that has more neurons than directions. Accurate to 1e-12 of the norm.
 *
 * Where the d_i differ within a group, this is done with their means, which errs by ψ' max |d_i - mean| at most (Weyl). From the vector found,
 * Lanczos' method then goes on among the N neurons, NP/3 additions a step, for some 2 ms: exact up to N = 4,096, P = 50, and to 1e-5 of the norm
 * beyond (3e-6 at N = 16,384, P = 100, correlation 0.5), never above the truth.
 */
export function sliceSpectrum(network: SliceNetwork, slice: Slice): (state: ReadonlyPair) => number {
  const { couplings, diagonal, gain } = network
  const { geometry, neuronCount: n } = slice
  const spans = geometry.groupSpans()
  const sizes = [geometry.plusCount, geometry.minusCount] as const
  const loss = typeof diagonal === 'number' ? ([diagonal, diagonal] as const) : groupMeans(slice, diagonal)
  const spread = typeof diagonal === 'number' ? 0 : largestDeviation(slice, diagonal, loss)
  const p = network.patterns.patternCount
  const products = new Float64Array(p)
  const coupled = new Float64Array(p)
  return (state) => {
    const slopes = [activationSlope(state[0], gain), activationSlope(state[1], gain)] as const
    const applyInto = (out: Float64Array, vector: Float64Array) => {
      products.fill(0)
      forEachDirection(spans, (column, side, k) => {
        const factor = Math.sqrt(slopes[side]) * vector[k]
        for (let kappa = 0; kappa < p; kappa++) products[kappa] += factor * column[kappa]
      })
      applyCouplingsInto(coupled, couplings, products, 1 / n)
      forEachDirection(spans, (column, side, k) => {
        let sum = 0
        for (let kappa = 0; kappa < p; kappa++) sum += column[kappa] * coupled[kappa]
        out[k] = Math.sqrt(slopes[side]) * sum - (1 + loss[side] * slopes[side]) * vector[k]
      })
    }
    const dimension = spans[0].columns.length + spans[1].columns.length
    const { value, vector } = largestEigenpair({ dimension, applyInto }, MAX_STEPS)
    let largest = value
    for (const side of [0, 1] as const) {
      const isCrossed = sizes[side] > spans[side].columns.length
      if (isCrossed) largest = Math.max(largest, -1 - loss[side] * slopes[side])
    }
    if (typeof diagonal === 'number') return largest
    if (Math.max(...slopes) * spread <= NEGLIGIBLE * (1 + Math.abs(largest))) return largest
    return largestAmongNeurons(network, slice, slopes, liftInto(new Float64Array(n), network, slice, vector()))
  }
}

/** Calls back with every direction of both groups: its column, its group, and its number among all. */
function forEachDirection(
  spans: readonly [GroupSpan, GroupSpan],
  visit: (column: Float64Array, side: 0 | 1, k: number) => void,
): void {
  let k = 0
  for (const side of [0, 1] as const) {
    for (const column of spans[side].columns) visit(column, side, k++)
  }
}

function groupMeans(slice: Slice, values: ArrayLike<number>): ReadonlyPair {
  const { geometry, neuronCount } = slice
  const sums = [0, 0]
  for (let i = 0; i < neuronCount; i++) sums[isInPlus(geometry, i) ? 0 : 1] += values[i]
  return [sums[0] / Math.max(geometry.plusCount, 1), sums[1] / Math.max(geometry.minusCount, 1)]
}

/** Largest |value - mean of its group|. */
function largestDeviation(slice: Slice, values: ArrayLike<number>, means: ReadonlyPair): number {
  let most = 0
  for (let i = 0; i < slice.neuronCount; i++) {
    most = Math.max(most, Math.abs(values[i] - means[isInPlus(slice.geometry, i) ? 0 : 1]))
  }
  return most
}

/**
 * A vector among the directions of both groups as one of N neurons. Direction k is Σ_κ c_κ ξ^κ with L_pivots c = e_k, so the coefficients of
 * a vector v solve L_pivotsᵀ c = v, from the last to the first.
 */
function liftInto(out: Float64Array, network: SliceNetwork, slice: Slice, vector: Float64Array): Float64Array {
  const codes = columnCodes(network.patterns)
  let from = 0
  for (const side of [0, 1] as const) {
    const { columns, pivots } = slice.geometry.groupSpans()[side]
    const coefficients = vector.slice(from, from + columns.length)
    for (let k = columns.length - 1; k >= 0; k--) {
      for (let later = k + 1; later < columns.length; later++) {
        coefficients[k] -= columns[k][pivots[later]] * coefficients[later]
      }
      coefficients[k] /= columns[k][pivots[k]]
    }
    const shares = new Float64Array(network.patterns.patternCount)
    pivots.forEach((pivot, k) => (shares[pivot] = coefficients[k]))
    const group = expandInto(new Float64Array(out.length), codes, shares)
    for (let i = 0; i < out.length; i++) if (isInPlus(slice.geometry, i) === (side === 0)) out[i] = group[i]
    from += columns.length
  }
  return out
}

/** The largest eigenvalue of M among all neurons, with each its own d_i, from a vector near its eigenvector. */
function largestAmongNeurons(network: SliceNetwork, slice: Slice, slopes: ReadonlyPair, start: Float64Array): number {
  const { patterns, couplings, diagonal } = network
  const { patternCount: p, neuronCount: n } = patterns
  const codes = columnCodes(patterns)
  const roots = Float64Array.from({ length: n }, (_, i) => Math.sqrt(slopes[isInPlus(slice.geometry, i) ? 0 : 1]))
  const lossAt = typeof diagonal === 'number' ? () => diagonal : (i: number) => diagonal[i]
  const products = new Float64Array(p)
  const coupled = new Float64Array(p)
  const active = new Float64Array(n)
  const applyInto = (out: Float64Array, vector: Float64Array) => {
    for (let i = 0; i < n; i++) active[i] = roots[i] * vector[i]
    reduceInto(products, codes, active)
    applyCouplingsInto(coupled, couplings, products, 1 / n)
    expandInto(out, codes, coupled)
    for (let i = 0; i < n; i++) out[i] = roots[i] * (out[i] - lossAt(i) * active[i]) - vector[i]
  }
  for (let i = 0; i < n; i++) start[i] += (STIR / Math.sqrt(n)) * (i % 2 === 0 ? 1 : -1) * (1 + (i % 7))
  const steps = Math.max(1, Math.floor(CORRECTION_BUDGET / (n * (p / 3 + OVERHEAD))))
  return largestEigenpair({ dimension: n, applyInto }, steps, start).value
}
