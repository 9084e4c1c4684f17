import { expect, test } from 'vitest'
import { changedColumnCodes, selfCouplingsInto, columnCodes, expandInto, reduceInto } from './columnCodes.ts'
import { correlatedPatterns, hadamardPatterns, randomPatterns } from './generators.ts'
import {
  changedGramOf,
  decorrelatedSaliencyInto,
  gramOf,
  inverseGram,
  inverseGramOf,
  pseudoInverseCouplingsInto,
  strongestCorrelation,
} from './gram.ts'
import { countDifferences, countDifferencesWithin, packPatterns } from './packedPatterns.ts'
import { makePatterns } from './patterns.ts'
import { createRandom } from './random.ts'
import { saliencyInto } from './saliency.ts'
import { symmetricEigen } from './symmetricEigen.ts'

const sizes = [
  [1, 5],
  [3, 31],
  [4, 32],
  [7, 33],
  [13, 200],
  [20, 1027],
  [31, 200],
] as const

/** A · B of two P x P matrices. */
function product(a: Float64Array, b: Float64Array, p: number): Float64Array {
  return Float64Array.from({ length: p * p }, (_, at) => {
    let sum = 0
    for (let k = 0; k < p; k++) sum += a[Math.floor(at / p) * p + k] * b[k * p + (at % p)]
    return sum
  })
}

/** Largest difference of two arrays. */
function gap(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Array.from(a).reduce((most, value, k) => Math.max(most, Math.abs(value - b[k])), 0)
}

test.each(sizes)('P = %d, N = %d: the Gram matrix is that of the products, exactly', (p, n) => {
  const patterns = correlatedPatterns(p, n, 0.4, createRandom(n))
  const gram = gramOf(patterns)
  const { values } = patterns
  for (let mu = 0; mu < p; mu++) {
    for (let nu = 0; nu < p; nu++) {
      let sum = 0
      for (let i = 0; i < n; i++) sum += values[mu * n + i] * values[nu * n + i]
      expect(Math.abs(gram[mu * p + nu] - sum / n)).toBeLessThan(1e-15)
    }
  }
})

test.each(sizes)('P = %d, N = %d: bits of a mask are counted apart', (p, n) => {
  const packed = packPatterns(randomPatterns(p, n, createRandom(1)))
  const { words, wordCount } = packed
  const random = createRandom(2)
  const mask = Int32Array.from({ length: wordCount }, () => Math.floor(2 ** 32 * random.uniform()) | 0)
  const rest = mask.map((word) => ~word)
  const last = (p - 1) * wordCount
  const within = countDifferencesWithin(mask, words, 0, last, wordCount)
  const outside = countDifferencesWithin(rest, words, 0, last, wordCount)
  expect(within + outside).toBe(countDifferences(words, 0, last, wordCount))
})

test('the strongest correlation is found, whatever its sign', () => {
  const patterns = makePatterns([
    [1, 1, 1, 1, 1],
    [1, 1, -1, -1, 1],
    [-1, -1, -1, -1, 1],
  ])
  expect(strongestCorrelation(gramOf(patterns), 3)).toEqual({ mu: 0, nu: 2, overlap: -0.6 })
  expect(strongestCorrelation(Float64Array.of(1), 1)).toEqual({ mu: 0, nu: 0, overlap: 0 })
  expect(strongestCorrelation(gramOf(hadamardPatterns(2, 8)), 2)).toMatchObject({ mu: 0, nu: 1 })
})

test('the inverse of independent memories inverts', () => {
  for (const [p, n] of sizes) {
    const gram = gramOf(correlatedPatterns(p, n, 0.8, createRandom(p)))
    const { inverse, rank } = inverseGram(gram, p)
    const values = symmetricEigen(gram, p).values.toSorted()
    if (values[0] < 1e-3) continue
    expect(rank).toBe(p)
    const one = product(gram, inverse, p)
    for (let at = 0; at < p * p; at++) {
      expect(Math.abs(one[at] - (at % (p + 1) === 0 ? 1 : 0))).toBeLessThan(1e-12 / values[0])
    }
  }
})

test('copies, twins, all-equal and more memories than neurons: the pseudo-inverse, with its four laws and without NaN', () => {
  const random = createRandom(3)
  const base = randomPatterns(6, 50, random)
  const copied = base.values.slice()
  copied.set(base.values.subarray(0, 50), 150)
  copied.set(
    base.values.subarray(50, 100).map((value) => -value),
    250,
  )
  const equal = new Int8Array(6 * 50)
  for (let mu = 0; mu < 6; mu++) equal.set(base.values.subarray(0, 50), mu * 50)
  const crowd = randomPatterns(9, 6, random)
  for (const [patterns, expectedRank] of [
    [{ ...base, values: copied }, 4],
    [{ ...base, values: equal }, 1],
    [crowd, null],
  ] as const) {
    const p = patterns.patternCount
    const gram = gramOf(patterns)
    const { inverse, rank } = inverseGram(gram, p)
    if (expectedRank !== null) expect(rank).toBe(expectedRank)
    expect(rank).toBeLessThan(p)
    expect(inverse.every(Number.isFinite)).toBe(true)
    const left = product(gram, inverse, p)
    expect(gap(product(left, gram, p), gram)).toBeLessThan(1e-12)
    expect(gap(product(inverse, left, p), inverse)).toBeLessThan(1e-12)
    for (let at = 0; at < p * p; at++) {
      const turned = (at % p) * p + Math.floor(at / p)
      expect(Math.abs(left[at] - left[turned])).toBeLessThan(1e-12)
      expect(Math.abs(inverse[at] - inverse[turned])).toBeLessThan(1e-12)
    }
    const couplings = pseudoInverseCouplingsInto(new Float32Array(p * p), new Float64Array(p).fill(1), inverse)
    expect(couplings.every(Number.isFinite)).toBe(true)
  }
})

test('decorrelated saliencies are the coefficients of the input', () => {
  const patterns = correlatedPatterns(5, 300, 0.7, createRandom(9))
  const { inverse } = inverseGram(gramOf(patterns), 5)
  const amounts = [0.5, -1, 2, 0, 0.25]
  const input = Float64Array.from({ length: 300 }, (_, i) => {
    return amounts.reduce((sum, amount, mu) => sum + amount * patterns.values[mu * 300 + i], 0)
  })
  const raw = saliencyInto(new Float64Array(5), patterns, input)
  expect(gap(decorrelatedSaliencyInto(new Float64Array(5), raw, inverse), amounts)).toBeLessThan(1e-12)
})

test('the couplings of the pseudo-inverse rule are symmetric; with equal saliencies every memory is an eigenvector of W', () => {
  const p = 5
  const n = 120
  const patterns = correlatedPatterns(p, n, 0.6, createRandom(4))
  const { inverse } = inverseGram(gramOf(patterns), p)
  const uneven = pseudoInverseCouplingsInto(new Float64Array(p * p), Float64Array.of(1, 2, -1, 0.5, 3), inverse)
  for (let mu = 0; mu < p; mu++) for (let nu = 0; nu < p; nu++) expect(uneven[mu * p + nu]).toBe(uneven[nu * p + mu])
  const even = pseudoInverseCouplingsInto(new Float64Array(p * p), new Float64Array(p).fill(1.7), inverse)
  for (let mu = 0; mu < p; mu++) {
    const xi = Float64Array.from(patterns.values.subarray(mu * n, (mu + 1) * n))
    const overlaps = saliencyInto(new Float64Array(p), patterns, xi)
    const shares = Float64Array.from({ length: p }, (_, kappa) => {
      return overlaps.reduce((sum, overlap, nu) => sum + even[kappa * p + nu] * overlap, 0)
    })
    xi.forEach((value, i) => {
      const field = shares.reduce((sum, share, kappa) => sum + share * patterns.values[kappa * n + i], 0)
      expect(Math.abs(field - 1.7 * value)).toBeLessThan(1e-12)
    })
  }
})

test.each(sizes)('P = %d, N = %d: products by look-up are the plain ones, and so are self-couplings', (p, n) => {
  const patterns = randomPatterns(p, n, createRandom(n + p))
  const random = createRandom(6)
  const codes = columnCodes(patterns)
  const { values } = patterns
  const c = Float64Array.from({ length: p }, () => random.normal())
  const v = Float64Array.from({ length: n }, () => random.normal())
  const expanded = Float64Array.from({ length: n }, (_, i) => c.reduce((sum, x, mu) => sum + x * values[mu * n + i], 0))
  const reduced = Float64Array.from({ length: p }, (_, mu) => v.reduce((sum, x, i) => sum + x * values[mu * n + i], 0))
  expect(gap(expandInto(new Float64Array(n), codes, c), expanded)).toBeLessThan(1e-12)
  expect(gap(reduceInto(new Float64Array(p), codes, v), reduced)).toBeLessThan(1e-11)
  const d = new Float64Array(p * p)
  for (let mu = 0; mu < p; mu++) for (let nu = 0; nu <= mu; nu++) d[mu * p + nu] = d[nu * p + mu] = random.normal()
  const self = selfCouplingsInto(new Float64Array(n), patterns, d)
  for (let i = 0; i < n; i += 7) {
    let sum = 0
    for (let mu = 0; mu < p; mu++) {
      for (let nu = 0; nu < p; nu++) sum += d[mu * p + nu] * values[mu * n + i] * values[nu * n + i]
    }
    expect(Math.abs(self[i] - sum / n)).toBeLessThan(1e-12)
  }
  const uniform = selfCouplingsInto(new Float64Array(n), patterns, c)
  const total = c.reduce((sum, value) => sum + value, 0)
  if (p > 1) expect(gap(uniform, new Float64Array(n).fill(total / n))).toBeLessThan(1e-15)
})

test('eigenvectors of a symmetric matrix: orthonormal, and they give it back', () => {
  const n = 12
  const random = createRandom(11)
  const a = new Float64Array(n * n)
  for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) a[i * n + j] = a[j * n + i] = random.normal()
  const { values, vectors } = symmetricEigen(a, n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let entry = 0
      let scalar = 0
      for (let k = 0; k < n; k++) {
        entry += values[k] * vectors[k * n + i] * vectors[k * n + j]
        scalar += vectors[i * n + k] * vectors[j * n + k]
      }
      expect(Math.abs(entry - a[i * n + j])).toBeLessThan(1e-13)
      expect(Math.abs(scalar - (i === j ? 1 : 0))).toBeLessThan(1e-14)
    }
  }
})

test('the Gram matrix and its inverse are made once for the same patterns', () => {
  const patterns = randomPatterns(6, 40, createRandom(3))
  expect(gramOf(patterns)).toBe(gramOf(patterns))
  expect(gramOf({ ...patterns })).not.toBe(gramOf(patterns))
  expect(inverseGramOf(patterns)).toBe(inverseGramOf(patterns))
  expect(inverseGramOf(patterns)).toEqual(inverseGram(gramOf(patterns), 6))
})

test('patterns that differ in some rows: the rest of the old matrix and codes, and the same numbers', () => {
  const before = randomPatterns(15, 77, createRandom(5))
  columnCodes(before)
  for (const changed of [[14], [0, 3, 9], []]) {
    const values = before.values.slice()
    for (const mu of changed) for (let i = mu % 3; i < 77; i += 2) values[mu * 77 + i] *= -1
    const patterns = { ...before, values }
    expect(changedGramOf(patterns, before, changed)).toEqual(gramOf({ ...patterns }))
    expect(changedColumnCodes(patterns, before, changed)).toEqual(columnCodes({ ...patterns }))
    expect(columnCodes(before)).toEqual(columnCodes({ ...before }))
    expect(gramOf(before)).toEqual(gramOf({ ...before }))
  }
})
