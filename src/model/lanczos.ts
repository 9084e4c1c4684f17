import { dot } from './couplings.ts'
import { createRandom } from './random.ts'

/** A symmetric matrix as what it does: out = M v; `out` and `vector` have `dimension` numbers and are different arrays. */
export interface SymmetricOperator {
  readonly dimension: number
  readonly applyInto: (out: Float64Array, vector: Float64Array) => void
}

/** The largest eigenvalue is looked at every so many steps, and has arrived when it moved less than `ARRIVED` of the norm. */
const LOOK_EVERY = 6
const ARRIVED = 1e-12
/** What is left of a vector below this share of the norm is rounding: the space is exhausted. No unit. */
const EXHAUSTED = 1e-13
/** Halvings of an interval that exhaust double precision. */
const BISECTIONS = 60
/** Seed of the start vector: any would do. */
const SEED = 1950

/** The largest eigenvalue, and a unit vector that belongs to it. */
interface LargestEigenpair {
  readonly value: number
  readonly vector: () => Float64Array
}

/**
 * The largest eigenvalue of a symmetric operator, by Lanczos' method with full reorthogonalisation (Lanczos 1950; Golub & Van Loan, chapter 10).
 *
 * Exact to 1e-12 of the norm once it has arrived, 20 to 60 applications as a rule. `maxSteps`: applications after which the value so far is
 * returned; it is below the truth by the second order of the error of the start. `start`: near the eigenvector, if that is known (it is
 * overwritten); else a fixed random vector. Not for a start across the eigenvector.
 */
export function largestEigenpair(
  operator: SymmetricOperator,
  maxSteps: number,
  start: Float64Array | null = null,
): LargestEigenpair {
  const { dimension } = operator
  const random = createRandom(SEED)
  let vector = start ?? Float64Array.from({ length: dimension }, () => random.normal())
  scaleInto(vector, 1 / length(vector))
  const basis: Float64Array[] = []
  const diagonal: number[] = []
  const beside: number[] = []
  const steps = Math.min(dimension, maxSteps)
  let last = -Infinity
  for (let k = 1; ; k++) {
    const next = new Float64Array(dimension)
    operator.applyInto(next, vector)
    diagonal.push(dot(next, vector))
    basis.push(vector)
    // Twice is enough (Kahan and Parlett).
    for (let pass = 0; pass < 2; pass++) {
      for (const known of basis) addInto(next, -dot(next, known), known)
    }
    const left = length(next)
    const norm = diagonal.reduce((most, value) => Math.max(most, Math.abs(value)), 0) + Math.max(0, ...beside)
    const isOver = k >= steps || !(left > EXHAUSTED * norm)
    if (isOver || k % LOOK_EVERY === 0) {
      const value = largestOfTridiagonal(diagonal, beside)
      if (isOver || value - last <= ARRIVED * norm) {
        return { value, vector: () => combine(basis, tridiagonalVector(diagonal, beside, value)) }
      }
      last = value
    }
    beside.push(left)
    scaleInto(next, 1 / left)
    vector = next
  }
}

/** Largest eigenvalue of a symmetric tridiagonal matrix, from above, by bisection on the signs of the pivots of value - T (Sturm's sequence). */
function largestOfTridiagonal(diagonal: readonly number[], beside: readonly number[]): number {
  let low = Infinity
  let high = -Infinity
  diagonal.forEach((value, i) => {
    const radius = (i === 0 ? 0 : beside[i - 1]) + (i < diagonal.length - 1 ? beside[i] : 0)
    low = Math.min(low, value - radius)
    high = Math.max(high, value + radius)
  })
  for (let k = 0; k < BISECTIONS && low < high; k++) {
    const middle = (low + high) / 2
    let pivot = 1
    for (let i = 0; i < diagonal.length && pivot > 0; i++) {
      pivot = middle - diagonal[i] - (i === 0 ? 0 : (beside[i - 1] * beside[i - 1]) / pivot)
    }
    if (pivot > 0) high = middle
    else low = middle
  }
  return high
}

/** Its eigenvector, not normalised, by inverse iteration: value - T is positive definite just above the eigenvalue, so that no pivoting is needed. */
function tridiagonalVector(diagonal: readonly number[], beside: readonly number[], value: number): number[] {
  const size = diagonal.length
  const least = (Math.abs(value) + 1) * Number.EPSILON
  const y = diagonal.map(() => 1)
  const pivots = diagonal.map(() => 1)
  for (let round = 0; round < 3; round++) {
    for (let i = 0; i < size; i++) {
      const share = i === 0 ? 0 : beside[i - 1] / pivots[i - 1]
      pivots[i] = Math.max(value - diagonal[i] - (i === 0 ? 0 : share * beside[i - 1]), least)
      if (i > 0) y[i] += share * y[i - 1]
    }
    for (let i = size - 1; i >= 0; i--) {
      y[i] = (y[i] + (i === size - 1 ? 0 : beside[i] * y[i + 1])) / pivots[i]
    }
    const size2 = Math.hypot(...y)
    for (let i = 0; i < size; i++) y[i] /= size2
  }
  return y
}

function combine(basis: readonly Float64Array[], shares: readonly number[]): Float64Array {
  const out = new Float64Array(basis[0].length)
  basis.forEach((vector, k) => addInto(out, shares[k], vector))
  return out
}

function length(vector: Float64Array): number {
  return Math.sqrt(dot(vector, vector))
}

function addInto(out: Float64Array, factor: number, vector: Float64Array): void {
  for (let i = 0; i < out.length; i++) out[i] += factor * vector[i]
}

function scaleInto(out: Float64Array, factor: number): void {
  for (let i = 0; i < out.length; i++) out[i] *= factor
}
