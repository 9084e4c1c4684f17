import { expect, test } from 'vitest'
import { createRandom } from './random.ts'

const COUNT = 20_000

function normals(seed: number, stream?: number, count = COUNT): number[] {
  const random = createRandom(seed, stream)
  return Array.from({ length: count }, () => random.normal())
}

/** Abramowitz and Stegun 7.1.26, absolute error 1.5e-7: an independent normal distribution function. */
function normalDistribution(x: number): number {
  const z = Math.abs(x) / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * z)
  const poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
  const erf = 1 - poly * Math.exp(-z * z)
  return x >= 0 ? (1 + erf) / 2 : (1 - erf) / 2
}

/** Kolmogorov's statistic √n sup |F_n - F|; above 1.63 with probability 1 %, above 1.95 with 0.1 %. */
function kolmogorov(sample: readonly number[], distribution: (x: number) => number): number {
  const sorted = sample.toSorted((a, b) => a - b)
  let largest = 0
  sorted.forEach((x, k) => {
    const f = distribution(x)
    largest = Math.max(largest, Math.abs(f - k / sorted.length), Math.abs(f - (k + 1) / sorted.length))
  })
  return largest * Math.sqrt(sorted.length)
}

test('same seed and stream, same numbers; a change of either changes all', () => {
  expect(normals(1982, 3, 50)).toEqual(normals(1982, 3, 50))
  const first = new Set(normals(1982, 3, 50))
  for (const other of [
    normals(1982, 4, 50),
    normals(1983, 3, 50),
    normals(3, 1982, 50),
    normals(1982, undefined, 50),
  ]) {
    expect(other.some((x) => first.has(x))).toBe(false)
  }
})

test('frozen output: the first numbers of seed 1982, stream 0 (change only with a note in the changelog)', () => {
  const random = createRandom(1982)
  expect([random.uniform(), random.uniform(), random.uniform()]).toMatchInlineSnapshot(`
    [
      0.19918626372937154,
      0.10828908175337504,
      0.8228344600352501,
    ]
  `)
})

test('uniforms lie in [0, 1) and are uniform', () => {
  const random = createRandom(7)
  const sample = Array.from({ length: COUNT }, () => random.uniform())
  expect(Math.min(...sample)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...sample)).toBeLessThan(1)
  expect(kolmogorov(sample, (x) => x)).toBeLessThan(1.95)
})

test('normals have the moments 0, 1, 0, 3 and pass Kolmogorov and Smirnov', () => {
  for (const seed of [0, 1, 1982, 0xffffffff]) {
    const sample = normals(seed)
    const moment = (power: number) => sample.reduce((sum, x) => sum + x ** power, 0) / COUNT
    // Five standard errors: √(1/n), √(2/n), √(15/n), √(96/n).
    expect(Math.abs(moment(1))).toBeLessThan(5 * Math.sqrt(1 / COUNT))
    expect(Math.abs(moment(2) - 1)).toBeLessThan(5 * Math.sqrt(2 / COUNT))
    expect(Math.abs(moment(3))).toBeLessThan(5 * Math.sqrt(15 / COUNT))
    expect(Math.abs(moment(4) - 3)).toBeLessThan(5 * Math.sqrt(96 / COUNT))
    expect(kolmogorov(sample, normalDistribution)).toBeLessThan(1.95)
  }
})

test('neighbouring streams and successive numbers are uncorrelated', () => {
  const bound = 5 / Math.sqrt(COUNT)
  const first = normals(1, 1)
  for (const other of [normals(1, 2), normals(2, 1), normals(1, 0), normals(0, 1)]) {
    expect(Math.abs(first.reduce((sum, x, k) => sum + x * other[k], 0) / COUNT)).toBeLessThan(bound)
  }
  expect(Math.abs(first.reduce((sum, x, k) => sum + x * first[(k + 1) % COUNT], 0) / COUNT)).toBeLessThan(bound)
  // The first number over many streams is as random as many numbers of one stream.
  const across = Array.from({ length: COUNT }, (_, stream) => createRandom(5, stream).normal())
  expect(kolmogorov(across, normalDistribution)).toBeLessThan(1.95)
  const overSeeds = Array.from({ length: COUNT }, (_, seed) => createRandom(seed, 1).normal())
  expect(kolmogorov(overSeeds, normalDistribution)).toBeLessThan(1.95)
})
