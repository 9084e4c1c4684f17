import { expect, test } from 'vitest'
import { createRandom } from '../../model/random.ts'
import { createLifeTable } from './cloudLifeTable.ts'

/** Lives drawn one after the other, watched until `horizon`. */
function watch(count: number, horizon: number, seed: number, draw: (uniform: () => number) => number) {
  const random = createRandom(seed)
  const table = createLifeTable()
  const running: number[] = []
  for (let k = 0; k < count; k++) {
    const life = draw(() => random.uniform())
    if (life < horizon) table.add(life)
    else running.push(horizon)
  }
  return table.read(running)
}
const exponential = (mean: number) => (uniform: () => number) => -mean * Math.log(1 - uniform())

test('before the first end nothing is told but how long it was looked', () => {
  const table = createLifeTable()
  expect(table.read([2, 3])).toEqual({
    escapes: 0,
    exposure: 5,
    meanTime: Infinity,
    standardError: Infinity,
    oldest: 3,
  })
})

test('a constant rate: exposure over endings, with an error of one over the root of their number', () => {
  const { escapes, exposure, meanTime, standardError } = watch(4000, 0.7, 1, exponential(1))
  expect(Math.abs(exposure / escapes - 1)).toBeLessThan(0.06)
  expect(meanTime / (exposure / escapes)).toBeCloseTo(1, 0)
  expect(standardError).toBeGreaterThan(0.5 / Math.sqrt(escapes))
})

test('two stages and those stuck: right where exposure over endings is far off', () => {
  // 0.9 are soon there, the rest take a hundred times as long.
  const mixed = (uniform: () => number) => exponential(uniform() < 0.9 ? 1 : 100)(uniform)
  const long = watch(20_000, 30, 2, mixed)
  expect(Math.abs(long.meanTime - 10.9)).toBeLessThan(4 * long.standardError)
  expect(Math.abs(long.exposure / long.escapes - 10.9)).toBeGreaterThan(5)
  // First one, then another: the rate begins with 0.
  const staged = (uniform: () => number) => exponential(1)(uniform) + exponential(1)(uniform)
  const two = watch(20_000, 4, 3, staged)
  expect(Math.abs(two.meanTime - 2)).toBeLessThan(0.05)
  expect(two.exposure / two.escapes).toBeGreaterThan(2.06)
})

test('the standard error is what repetitions scatter by', () => {
  const readings = Array.from({ length: 60 }, (_, seed) => watch(1500, 3, seed, exponential(1)))
  const mean = readings.reduce((sum, { meanTime }) => sum + meanTime, 0) / readings.length
  const scatter = Math.sqrt(readings.reduce((sum, { meanTime }) => sum + (meanTime - mean) ** 2, 0) / 59)
  const told = readings.reduce((sum, { standardError }) => sum + standardError, 0) / readings.length
  expect(mean).toBeCloseTo(1, 1)
  expect(scatter / told).toBeGreaterThan(0.7)
  expect(scatter / told).toBeLessThan(1.4)
})
