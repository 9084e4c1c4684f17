/** Stored patterns ("memories") Ξ: `values[mu * neuronCount + i]` is ξ^μ_i = ±1. P x N, row-major, one pattern a row. */
export interface Patterns {
  readonly values: Int8Array
  readonly patternCount: number
  readonly neuronCount: number
}

/**
 * Patterns from rows of ±1.
 *
 * `rows`: P rows of N numbers. Throws a sentence when there is no row, when rows differ in length, or when a value is not 1 or -1.
 */
export function makePatterns(rows: readonly (readonly number[])[]): Patterns {
  const patternCount = rows.length
  const neuronCount = rows[0]?.length ?? 0
  if (neuronCount === 0) throw new RangeError('Patterns need at least one row with at least one value.')
  const values = new Int8Array(patternCount * neuronCount)
  rows.forEach((row, mu) => {
    if (row.length !== neuronCount) {
      throw new RangeError(`Pattern ${mu + 1} has ${row.length} values, expected ${neuronCount} as in pattern 1.`)
    }
    row.forEach((value, i) => {
      if (value !== 1 && value !== -1) {
        throw new RangeError(`Pattern ${mu + 1}, value ${i + 1} is ${value}, expected 1 or -1.`)
      }
      values[mu * neuronCount + i] = value
    })
  })
  return { values, patternCount, neuronCount }
}

/** The two orthogonal memories of the two-neuron system, ξ¹ = (1, 1) and ξ² = (1, -1) (Betteti et al. 2025, Fig. 2). */
export const pairPatterns: Patterns = makePatterns([
  [1, 1],
  [1, -1],
])
