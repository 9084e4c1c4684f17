import { bilinear } from '../landscape.ts'
import type { ReadonlyPair } from '../vector.ts'

/**
 * The stationary density of dx = f dt + σ dB on `columns` x `columns` cells over [-extent, extent]²; same cells as `Basins`. Per unit of area:
 * the sum of values times the cell's area is 1.
 */
export interface Density {
  readonly values: Float32Array<ArrayBuffer>
  readonly columns: number
  readonly extent: number
  /** Probability in the quarters x₁x₂ > 0 and x₁x₂ < 0: in the wells of memory 1 with its twin, and of memory 2. */
  readonly masses: ReadonlyPair
  /** The same for ξ¹, ξ², −ξ¹, −ξ² alone. */
  readonly quarters: readonly [number, number, number, number]
  /** The largest value. */
  readonly peak: number
}

/** A mean first-passage time from the bottom of a memory's well. */
export interface EscapeTime {
  /** The memory (0 or 1) whose well ξ^from the state starts in. */
  readonly from: 0 | 1
  /** 'other': until the overlap with the other memory is the larger one (x₁x₂ changes sign). 'twin': until it is in the quarter of −ξ^from. */
  readonly to: 'other' | 'twin'
  /** Model time; Infinity where it is beyond the range of numbers. */
  readonly time: number
}

/** Escape times along a change of one parameter. */
export interface EscapeCurve {
  readonly along: 'noise' | 'saliency-1' | 'saliency-2'
  readonly values: readonly number[]
  /** `times[k]` belong to `values[k]`. Empty where no memory is stable. */
  readonly times: readonly (readonly EscapeTime[])[]
}

/** A cell that an axis runs through is half on each side of it. */
const ON_AXIS = 0.5

/**
 * A density from numbers in its proportion, one a cell, row by row.
 *
 * Sums in double precision; values rounded to single: 6e-8, and 0 below 1e-45. A cell that an axis runs through (odd `columns`) counts half
 * to each side. Throws a sentence where the numbers have no finite positive sum.
 */
export function makeDensity(weights: Float64Array, columns: number, extent: number): Density {
  let largest = 0
  for (const weight of weights) largest = Math.max(largest, weight)
  // Over the largest one, so that the sum is finite where the numbers are.
  const shares = [0, 0, 0, 0] as [number, number, number, number]
  let total = 0
  for (let row = 0; row < columns; row++) {
    const up = sideShare(row, columns)
    let right = 0
    let left = 0
    for (let column = 0; column < columns; column++) {
      const weight = weights[row * columns + column] / largest
      const share = sideShare(column, columns)
      right += share * weight
      left += (1 - share) * weight
    }
    shares[0] += up * right
    shares[1] += (1 - up) * right
    shares[2] += (1 - up) * left
    shares[3] += up * left
    total += right + left
  }
  if (!(total > 0 && total < Infinity))
    throw new RangeError('The density could not be computed: its sum is not a number.')
  const cell = (2 * extent) / columns
  const scale = 1 / (total * cell * cell)
  const values = Float32Array.from(weights, (weight) => (weight / largest) * scale)
  const quarters = [shares[0] / total, shares[1] / total, shares[2] / total, shares[3] / total] as const
  return {
    values,
    columns,
    extent,
    masses: [quarters[0] + quarters[2], quarters[1] + quarters[3]],
    quarters,
    peak: scale,
  }
}

/** Which share of a line of cells is on the positive side. */
function sideShare(index: number, count: number): number {
  const place = 2 * index + 1 - count
  return place === 0 ? ON_AXIS : place > 0 ? 1 : 0
}

/**
 * The density at a state, bilinear between the centres of cells; 0 outside the square, and constant over the outer half of a border cell.
 * Error h²/8 of the second derivatives: 0.5 % at a peak, on 129² cells.
 */
export function densityAt({ values, columns, extent }: Density, x1: number, x2: number): number {
  if (!(Math.abs(x1) <= extent && Math.abs(x2) <= extent)) return 0
  const across = cellPosition(x1, columns, extent)
  const along = cellPosition(x2, columns, extent)
  return bilinear(values, columns, columns, across, along)
}

/** Position of a coordinate in cells from the centre of the first, clamped to the centres. */
function cellPosition(x: number, columns: number, extent: number): number {
  return Math.min(Math.max(((x + extent) / (2 * extent)) * columns - 0.5, 0), columns - 1)
}
