import { expect, test } from 'vitest'
import capacity from '../fixtures/capacity.json'
import { criticalLoad, errorFunction, retrievalOverlap } from './capacity.ts'

test('the error function, by its series, its fraction and known values', () => {
  // Abramowitz & Stegun, table 7.1.
  for (const [y, value] of [
    [0, 0],
    [0.5, 0.5204998778],
    [1, 0.8427007929],
    [2, 0.995322265],
    [3, 0.9999779095],
  ] as const) {
    expect(Math.abs(errorFunction(y) - value)).toBeLessThan(1e-10)
    expect(errorFunction(-y)).toBe(-errorFunction(y))
  }
  // The two forms meet.
  expect(Math.abs(errorFunction(2.5) - errorFunction(2.5 - 1e-12))).toBeLessThan(1e-14)
  expect(errorFunction(10)).toBe(1)
})

test('the critical load is 0.1379', () => {
  expect(Math.abs(criticalLoad - 0.137906)).toBeLessThan(1e-6)
})

test('retrieval overlaps agree with the reference', () => {
  for (const { load, ags_overlap } of capacity.cases) {
    const overlap = retrievalOverlap(load)
    if (ags_overlap === null) expect(overlap).toBeNull()
    else expect(Math.abs(overlap! - ags_overlap)).toBeLessThan(1e-9)
  }
})

test('the overlap solves its equation, falls with the load, and ends at 0.967', () => {
  let last = 1
  for (let load = 0.002; load < criticalLoad; load += 0.002) {
    const overlap = retrievalOverlap(load)!
    expect(overlap).toBeLessThanOrEqual(last)
    last = overlap
  }
  expect(Math.abs(retrievalOverlap(criticalLoad)! - 0.967)).toBeLessThan(1e-3)
  expect(retrievalOverlap(0)).toBe(1)
  expect(retrievalOverlap(Number.NaN)).toBeNull()
})
