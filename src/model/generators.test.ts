import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addNoiseInto, flipInto, occludeInto } from './corruption.ts'
import { correlatedPatterns, hadamardPatterns, orthogonalCount, randomPatterns } from './generators.ts'
import { gramInto } from './gram.ts'
import { hadamardFactors } from './hadamard.ts'
import { createRandom } from './random.ts'
import { resamplePixels } from './resample.ts'

function overlapsOf(patterns: { patternCount: number }, gram: Float64Array): number[] {
  const p = patterns.patternCount
  return [...gram].filter((_, at) => at % p < Math.floor(at / p))
}

test('Hadamard patterns are exactly orthogonal, as many as are promised, for every size of a picture', () => {
  for (let side = 4; side <= 40; side++) {
    const n = side * side
    const p = Math.min(orthogonalCount(n), 40)
    const patterns = hadamardPatterns(p, n)
    expect(patterns.values.every((value) => value === 1 || value === -1)).toBe(true)
    const gram = gramInto(new Float64Array(p * p), patterns)
    expect(overlapsOf(patterns, gram).every((overlap) => overlap === 0)).toBe(true)
  }
})

test('all rows of every factor are orthogonal, up to order 128', () => {
  const missing: number[] = []
  for (let order = 4; order <= 128; order += 4) {
    if (hadamardFactors(order) === null) {
      missing.push(order)
      continue
    }
    const gram = gramInto(new Float64Array(order * order), hadamardPatterns(order, order))
    expect(gram.every((overlap, at) => overlap === (at % (order + 1) === 0 ? 1 : 0))).toBe(true)
  }
  expect(missing).toEqual([52, 92, 100, 116])
})

test('how many are possible: sizes of pictures, and honest limits', () => {
  for (const side of [4, 8, 12, 16, 20, 24, 28, 32, 48, 64, 128]) expect(orthogonalCount(side * side)).toBe(side * side)
  expect(orthogonalCount(100)).toBe(20)
  expect(orthogonalCount(25)).toBe(1)
  expect(orthogonalCount(30)).toBe(2)
  expect(orthogonalCount(2 * 49)).toBe(2)
  expect(() => hadamardPatterns(2, 25)).toThrow('Of 25 neurons at most 1 orthogonal pattern can be made here, found 2.')
  expect(() => hadamardPatterns(21, 100)).toThrow('at most 20 orthogonal patterns')
})

test('no Hadamard pattern is blank as long as there is another choice', () => {
  const { values } = hadamardPatterns(15, 16)
  for (let mu = 0; mu < 15; mu++) {
    expect(values.subarray(mu * 16, (mu + 1) * 16).reduce((sum, value) => sum + value, 0)).toBe(0)
  }
})

test.each([0, 0.25, 0.5, 0.77, 0.95, 1])(
  'a family of correlation %d has it on average, as spread as it should be',
  (c) => {
    const patterns = correlatedPatterns(20, 2000, c, createRandom(17))
    const overlaps = overlapsOf(patterns, gramInto(new Float64Array(400), patterns))
    const mean = overlaps.reduce((sum, overlap) => sum + overlap, 0) / overlaps.length
    expect(Math.abs(mean - c)).toBeLessThan(0.02)
    const spread = Math.sqrt((1 - c * c) / 2000)
    overlaps.forEach((overlap) => expect(Math.abs(overlap - mean)).toBeLessThan(5 * spread + 0.02))
  },
)

test('generated patterns are those of their seed', () => {
  expect(randomPatterns(3, 50, createRandom(4))).toEqual(randomPatterns(3, 50, createRandom(4)))
  expect(correlatedPatterns(3, 50, 0.5, createRandom(4))).toEqual(correlatedPatterns(3, 50, 0.5, createRandom(4)))
  expect(randomPatterns(3, 50, createRandom(4))).not.toEqual(randomPatterns(3, 50, createRandom(5)))
})

test('flips: exactly as many as asked for, each one more keeps the others', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(), fc.nat(), (n, count, seed) => {
      const pixels = randomPatterns(1, n, createRandom(seed)).values
      const flipped = (k: number) => flipInto(pixels.slice(), k, createRandom(seed, 1))
      const expected = Math.min(count, n)
      const now = flipped(count)
      expect(now.filter((value, i) => value !== pixels[i]).length).toBe(expected)
      const less = flipped(expected - 1)
      if (expected > 0) expect(less.filter((value, i) => value !== now[i]).length).toBe(1)
    }),
  )
})

test('flips fall everywhere alike', () => {
  const counts = new Float64Array(16)
  const random = createRandom(12)
  for (let k = 0; k < 4000; k++) {
    const pixels = flipInto(new Int8Array(16).fill(1), 4, random)
    pixels.forEach((value, i) => (counts[i] += value < 0 ? 1 : 0))
  }
  counts.forEach((count) => expect(Math.abs(count - 1000)).toBeLessThan(5 * Math.sqrt(750)))
})

test('noise is normal, scaled by its deviation, the same for the same seed', () => {
  const small = addNoiseInto(new Float64Array(5000), 0.5, createRandom(3))
  const large = addNoiseInto(new Float64Array(5000), 1, createRandom(3))
  large.forEach((value, i) => expect(value).toBeCloseTo(2 * small[i], 12))
  const square = large.reduce((sum, value) => sum + value * value, 0) / 5000
  expect(Math.abs(square - 1)).toBeLessThan(0.1)
})

test('occlusions hide what they say, and nothing else', () => {
  const size = { columns: 6, rows: 4 }
  const hidden = (occlusion: Parameters<typeof occludeInto>[2]) =>
    [...occludeInto(new Int8Array(24).fill(1), size, occlusion)].flatMap((value, i) => (value === 0 ? [i] : []))
  expect(hidden({ kind: 'none' })).toEqual([])
  expect(hidden({ kind: 'half', hides: 'top' })).toEqual([...Array(12).keys()])
  expect(hidden({ kind: 'half', hides: 'bottom' })).toEqual([...Array(12).keys()].map((i) => i + 12))
  expect(hidden({ kind: 'half', hides: 'left' })).toEqual([0, 1, 2, 6, 7, 8, 12, 13, 14, 18, 19, 20])
  expect(hidden({ kind: 'half', hides: 'right' }).length).toBe(12)
  const window = { left: 0, top: 0, width: 0.5, height: 0.5 }
  expect(hidden({ kind: 'window', shows: 'outside', window })).toEqual([0, 1, 2, 6, 7, 8])
  expect(hidden({ kind: 'window', shows: 'inside', window }).length).toBe(18)
})

test('resampling: the same size is a copy, whole enlargements go there and back, areas count', () => {
  const picture = randomPatterns(1, 48, createRandom(2)).values
  const from = { columns: 8, rows: 6 }
  const same = resamplePixels(picture, from, from)
  expect(same).toEqual(picture)
  expect(same).not.toBe(picture)
  const large = { columns: 24, rows: 12 }
  const enlarged = resamplePixels(picture, from, large)
  expect(enlarged[0]).toBe(picture[0])
  expect(resamplePixels(enlarged, large, from)).toEqual(picture)
  // 3 of 4 ink; 1 of 4 ink; a tie is ink.
  const four = Int8Array.of(1, 1, -1, 1, 1, -1, -1, -1, 1, -1, -1, 1)
  expect([...resamplePixels(four, { columns: 2, rows: 6 }, { columns: 1, rows: 3 })]).toEqual([1, -1, 1])
  expect([...resamplePixels(Int8Array.of(1, 1, -1), { columns: 3, rows: 1 }, { columns: 2, rows: 1 })]).toEqual([1, -1])
})

test('resampling keeps what is unknown where three levels are asked for', () => {
  const drawn = Int8Array.of(1, 0, 0, 0, 0, 0, -1, -1)
  const size = { columns: 8, rows: 1 }
  expect([...resamplePixels(drawn, size, { columns: 4, rows: 1 }, 3)]).toEqual([1, 0, 0, -1])
  expect([...resamplePixels(drawn, size, { columns: 2, rows: 1 }, 3)]).toEqual([0, -1])
  expect(resamplePixels(drawn, size, { columns: 16, rows: 2 }, 3).filter((value) => value === 0).length).toBe(20)
})
