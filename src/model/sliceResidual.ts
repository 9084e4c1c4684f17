import { activation } from './activation.ts'
import { columnCodes, reduceInto } from './columnCodes.ts'
import { applyCouplingsInto, dot } from './couplings.ts'
import { isInPlus, type Slice, type SliceNetwork } from './slice.ts'
import type { ReadonlyPair } from './vector.ts'

/** What varies among the neurons of a group besides their memories (d_i, or b_iξ^μ_i), less its mean over the group. */
interface Variation {
  readonly values: Float64Array
  /** Σ_{i in ±} ξ^κ_i ξ^μ_i value_i, P each. */
  readonly withMemories: readonly [Float64Array, Float64Array]
  /** Σ value_i² over each group. */
  readonly squares: ReadonlyPair
}

/**
 * Makes the function that gives |f(x)|/√N in the whole space at a critical point (y₊, y₋) of the slice: how strongly the network is drawn out
 * of the plane there.
 *
 * No N neurons a point: with a = D(A₊ψ₊ + A₋ψ₋)/N the field in group ± is f_i = -ξ^μ_i y± + Σ_κ a_κ ξ^κ_i - d_i ξ^μ_i ψ± + b_i. At a critical
 * point of the slice its part along ξ^μ is zero, and what remains of the sum is Lᵀa without its first component (`GroupSpan`): P²
 * multiply-adds without cancellation, so that it is exactly 0 for orthogonal memories. Unequal d_i and b_i add their variation, gathered
 * here once in O(NP); to that the result is rounded at 1e-8 of their size.
 */
export function sliceResidual(network: SliceNetwork, slice: Slice): (state: ReadonlyPair) => number {
  const { couplings, diagonal, current, gain } = network
  const { geometry, neuronCount: n } = slice
  const spans = geometry.groupSpans()
  const overlaps = [geometry.plusOverlaps, geometry.minusOverlaps] as const
  const p = network.patterns.patternCount
  const row = network.patterns.values.subarray(slice.mu * n, (slice.mu + 1) * n)
  const self = typeof diagonal === 'number' ? null : variation(network, slice, (i) => diagonal[i])
  const push = current === null ? null : variation(network, slice, (i) => current[i] * row[i])
  const both = self === null || push === null ? ([0, 0] as const) : groupProducts(slice, self.values, push.values)
  const drive = new Float64Array(p)
  const sums = new Float64Array(p)
  return (state) => {
    const psi = [activation(state[0], gain), activation(state[1], gain)] as const
    for (let kappa = 0; kappa < p; kappa++) sums[kappa] = overlaps[0][kappa] * psi[0] + overlaps[1][kappa] * psi[1]
    applyCouplingsInto(drive, couplings, sums, 1 / n)
    let square = 0
    for (const side of [0, 1] as const) {
      const { columns } = spans[side]
      for (let k = 1; k < columns.length; k++) square += dot(columns[k], drive) ** 2
      const y = psi[side]
      if (self !== null) square += y * (y * self.squares[side] - 2 * dot(self.withMemories[side], drive))
      if (push !== null) square += push.squares[side] + 2 * dot(push.withMemories[side], drive) - 2 * y * both[side]
    }
    return Math.sqrt(Math.max(square, 0) / n)
  }
}

function variation(network: SliceNetwork, slice: Slice, valueOf: (i: number) => number): Variation {
  const { values: patterns, patternCount: p, neuronCount: n } = network.patterns
  const { geometry, mu } = slice
  const values = Float64Array.from({ length: n }, (_, i) => valueOf(i))
  const ones = new Float64Array(n).fill(1)
  const sums = groupProducts(slice, values, ones)
  const means = [sums[0] / Math.max(geometry.plusCount, 1), sums[1] / Math.max(geometry.minusCount, 1)] as const
  // ξ^μ_i value_i, and the same with the sign of the group: sums and differences give both groups without a branch.
  const signed = new Float64Array(n)
  const turned = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    const isPlus = isInPlus(geometry, i)
    values[i] -= isPlus ? means[0] : means[1]
    signed[i] = patterns[mu * n + i] * values[i]
    turned[i] = isPlus ? signed[i] : -signed[i]
  }
  const codes = columnCodes(network.patterns)
  const sum = reduceInto(new Float64Array(p), codes, signed)
  const difference = reduceInto(new Float64Array(p), codes, turned)
  const plus = sum.map((value, kappa) => (value + difference[kappa]) / 2)
  const minus = sum.map((value, kappa) => (value - difference[kappa]) / 2)
  return { values, withMemories: [plus, minus], squares: groupProducts(slice, values, values) }
}

/** Σ a_i b_i over each group. */
function groupProducts(slice: Slice, a: Float64Array, b: Float64Array): [number, number] {
  const sums: [number, number] = [0, 0]
  for (let i = 0; i < a.length; i++) sums[isInPlus(slice.geometry, i) ? 0 : 1] += a[i] * b[i]
  return sums
}
