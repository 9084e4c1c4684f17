import { expect, test } from 'vitest'
import { densityAt, makeDensity } from './density.ts'
import { exactDensity } from './exactDensity.ts'

test('weights become a density: integral 1, quarters add up, cells on an axis are half here and half there', () => {
  const density = makeDensity(Float64Array.of(1, 0, 0, 0, 0, 2, 0, 4, 1), 3, 1.5)
  expect([...density.values]).toEqual([1, 0, 0, 0, 0, 2, 0, 4, 1].map((weight) => Math.fround(weight / 8)))
  expect(density.quarters).toEqual([(1 + 1 + 2) / 8, 1 / 8, 1 / 8, 2 / 8])
  expect(density.masses).toEqual([5 / 8, 3 / 8])
  expect(density.peak).toBe(0.5)
})

test('weights of any size: near the largest number as well as near the smallest', () => {
  for (const scale of [1e300, 1e-290]) {
    const density = makeDensity(Float64Array.of(scale, scale, scale, scale), 2, 1)
    expect([...density.values]).toEqual([0.25, 0.25, 0.25, 0.25])
    expect(density.quarters).toEqual([0.25, 0.25, 0.25, 0.25])
  }
  expect(() => makeDensity(new Float64Array(4), 2, 1)).toThrow('The density could not be computed')
  expect(() => makeDensity(Float64Array.of(1, Number.NaN, 1, 1), 2, 1)).toThrow('The density could not be computed')
})

test('between centres the density is bilinear, at the border constant, outside 0', () => {
  const density = makeDensity(Float64Array.of(0, 1, 2, 5), 2, 2)
  const [a, b, c, d] = density.values
  expect(densityAt(density, -1, -1)).toBe(a)
  expect(densityAt(density, 1, -1)).toBe(b)
  expect(densityAt(density, -1, 1)).toBe(c)
  expect(densityAt(density, 0, 0)).toBeCloseTo((a + b + c + d) / 4, 7)
  expect(densityAt(density, 1.9, 2)).toBe(d)
  expect([densityAt(density, 2.1, 0), densityAt(density, Number.NaN, 0)]).toEqual([0, 0])
})

test('the exact density: only for equal saliencies, a product of two, with a current as well', () => {
  const grid = { columns: 65, extent: 4 }
  expect(exactDensity({ saliency: [1.5, 1.6], gain: 1, current: [0, 0] }, 0.6, grid)).toBeNull()
  const plain = exactDensity({ saliency: [0, 0], gain: 1, current: [0.5, 0] }, 1, { columns: 129, extent: 5 })!
  // Without saliency the neurons are Ornstein-Uhlenbeck: normal about b with variance σ²/2.
  expect(densityAt(plain, 0.5, 0)).toBeCloseTo(1 / Math.PI, 3)
  const well = exactDensity({ saliency: [1.5, 1.5], gain: 1, current: [0, 0] }, 0.6, grid)!
  for (const mass of well.quarters) expect(mass).toBeCloseTo(0.25, 14)
  expect(well.values[3 * 65 + 50] * well.values[20 * 65 + 30]).toBeCloseTo(
    well.values[3 * 65 + 30] * well.values[20 * 65 + 50],
    12,
  )
})
