import { hadamardFactors, hadamardRow } from './hadamard.ts'
import type { Patterns } from './patterns.ts'
import type { RandomSource } from './random.ts'

/** P patterns of N independent fair coins: two of them overlap by 0 ± 1/√N. */
export function randomPatterns(patternCount: number, neuronCount: number, random: RandomSource): Patterns {
  const values = new Int8Array(patternCount * neuronCount)
  for (let k = 0; k < values.length; k++) values[k] = random.uniform() < 0.5 ? -1 : 1
  return { values, patternCount, neuronCount }
}

/**
 * P random patterns of a family: any two overlap by `correlation` (0 to 1) on average, ± √((1 - correlation²)/N).
 *
 * Each is a common random template in which every pixel is turned with probability (1 - √correlation)/2: its overlap with the template is
 * √correlation, and two of them differ independently. 0: `randomPatterns`; 1: all equal.
 */
export function correlatedPatterns(
  patternCount: number,
  neuronCount: number,
  correlation: number,
  random: RandomSource,
): Patterns {
  const turned = (1 - Math.sqrt(Math.min(Math.max(correlation, 0), 1))) / 2
  const template = randomPatterns(1, neuronCount, random).values
  const values = new Int8Array(patternCount * neuronCount)
  for (let k = 0; k < values.length; k++) {
    const value = template[k % neuronCount]
    values[k] = random.uniform() < turned ? -value : value
  }
  return { values, patternCount, neuronCount }
}

/**
 * How many exactly orthogonal patterns of N neurons `hadamardPatterns` can make: the largest order of a Hadamard matrix of the kinds in
 * `hadamard.ts` that divides N.
 *
 * What is possible at all: 1 for odd N (an odd number of ±1 never sums to 0), 2 for N ≡ 2 mod 4, at most N for N ≡ 0 mod 4. Made here: all N
 * for 8 x 8, 12 x 12, 16 x 16, 20 x 20, 28 x 28, 32 x 32, 64 x 64, 128 x 128 pictures, and whenever N is a power of two; 20 of 100 for 10 x 10.
 */
export function orthogonalCount(neuronCount: number): number {
  return largestOrder(neuronCount)
}

/**
 * P exactly orthogonal patterns, ξ^μ·ξ^ν = 0: rows of a Hadamard matrix of the largest order that divides N, repeated to length N.
 *
 * They are in the order of the matrix, but for its constant first row (a blank picture), which comes only as the last of `orthogonalCount`.
 * Throws a sentence when P is more than `orthogonalCount(neuronCount)`.
 */
export function hadamardPatterns(patternCount: number, neuronCount: number): Patterns {
  const order = largestOrder(neuronCount)
  if (!(patternCount <= order)) {
    throw new RangeError(
      `Of ${neuronCount} neurons at most ${order} orthogonal pattern${order === 1 ? '' : 's'} can be made here, found ${patternCount}. ` +
        'Sizes that are powers of two have as many as neurons.',
    )
  }
  const factors = hadamardFactors(order) ?? []
  const values = new Int8Array(patternCount * neuronCount)
  for (let mu = 0; mu < patternCount; mu++) {
    const row = hadamardRow(factors, (mu + 1) % order)
    for (let i = 0; i < neuronCount; i++) values[mu * neuronCount + i] = row[i % order]
  }
  return { values, patternCount, neuronCount }
}

function largestOrder(neuronCount: number): number {
  for (let parts = 1; parts < neuronCount; parts++) {
    if (neuronCount % parts === 0 && hadamardFactors(neuronCount / parts) !== null) return neuronCount / parts
  }
  return 1
}
