import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findEquilibria } from '../../model/equilibria.ts'
import { makeLandscape, sampleLandscapeInto, type Landscape } from '../../model/landscape.ts'
import type { TwoNeuronSystem } from '../../model/twoNeurons.ts'
import { neededView } from '../../model/viewScale.ts'
import { landscapeSolid, solidRanges, solidTriangleCount, type Solid, type SolidOptions } from './landscapeSolid.ts'
import { expectClosed, volumeOf } from './solid.laws.ts'

const size: SolidOptions = { widthMm: 80, heightMm: 30, baseMm: 3, columns: 33 }
const first: TwoNeuronSystem = { saliency: [1.5, 2], gain: 1, current: [0, 0] }

function solidOf(system: TwoNeuronSystem, options = size): Solid {
  const view = neededView(system, findEquilibria(system))
  const landscape = sampleLandscapeInto(makeLandscape(options.columns, options.columns), system, view.extent)
  return landscapeSolid(landscape, view, options)
}

/** A landscape whose heights are those of a function over the square from −1 to 1. */
function landscapeOf(heightAt: (x1: number, x2: number) => number, columns = 33): Landscape {
  const landscape = makeLandscape(columns, columns)
  const along = (step: number) => -1 + (2 * step) / (columns - 1)
  landscape.heights.forEach((_, k) => {
    landscape.heights[k] = heightAt(along(k % columns), along(Math.floor(k / columns)))
  })
  return landscape
}

/** Least and largest of each coordinate. */
function boxOf({ positions }: Solid): { low: number[]; high: number[] } {
  const axis = (k: number) => positions.filter((_, at) => at % 3 === k)
  return {
    low: [0, 1, 2].map((k) => axis(k).reduce((a, b) => Math.min(a, b))),
    high: [0, 1, 2].map((k) => axis(k).reduce((a, b) => Math.max(a, b))),
  }
}

/** Volume below the surface by the trapezoidal rule over its vertices, mm³. Twelfths of a cell apart from the triangles at most. */
function integralOf({ positions, columns }: Solid): number {
  let sum = 0
  const step = positions[3]
  const z = (row: number, column: number) => positions[3 * (row * columns + column) + 2]
  for (let row = 0; row < columns - 1; row++) {
    for (let column = 0; column < columns - 1; column++) {
      const corners = [z(row, column), z(row, column + 1), z(row + 1, column + 1), z(row + 1, column)] as const
      // The prism below two triangles: the diagonal that they share counts twice.
      const [a, b, c, d] = corners
      const diagonal = Math.abs(a - c) <= Math.abs(b - d) ? a + c : b + d
      sum += ((a + b + c + d + diagonal) / 6) * step * step
    }
  }
  return sum
}

function expectSound(solid: Solid): void {
  expectClosed(solid.triangles)
  expect(solid.positions.every(Number.isFinite)).toBe(true)
  const volume = volumeOf(solid.positions, solid.triangles)
  expect(volume).toBeGreaterThan(0)
  expect(Math.abs(volume / integralOf(solid) - 1)).toBeLessThan(1e-5)
  const { low, high } = boxOf(solid)
  expect(low).toEqual([0, 0, 0])
  expect(high).toEqual(solid.sizeMm.map(Math.fround))
}

describe('a printed landscape', () => {
  test('is closed, has the size that was asked for, and the volume below the surface', () => {
    const solid = solidOf(first)
    expectSound(solid)
    expect(solid.sizeMm).toEqual([80, 80, 33])
    expect(solid.triangles.length).toBe(3 * solidTriangleCount(33))
    const lowest = solid.positions.filter((_, k) => k % 3 === 2 && k < 3 * 33 * 33).reduce((a, b) => Math.min(a, b))
    expect(lowest).toBe(3)
  })

  test('for any system, size and base', () => {
    const number = (min: number, max: number) => fc.double({ min, max, noNaN: true })
    const pair = (reach: number) => fc.tuple(number(-reach, reach), number(-reach, reach))
    const system = fc.record({ saliency: pair(5), gain: number(0.3, 20), current: pair(3) })
    const options = fc.record({
      widthMm: number(20, 300),
      heightMm: number(2, 200),
      baseMm: number(1, 20),
      columns: fc.integer({ min: 17, max: 30 }),
    })
    fc.assert(
      fc.property(system, options, (anySystem, anySize) => expectSound(solidOf(anySystem, anySize))),
      { numRuns: 150 },
    )
  })

  test('for any heights at all', () => {
    const heights = fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), { minLength: 289, maxLength: 289 })
    fc.assert(
      fc.property(heights, fc.double({ noNaN: true, min: -10, max: 10 }), (values, floor) => {
        const landscape = makeLandscape(17, 17, Float32Array.from(values))
        expectSound(landscapeSolid(landscape, { floor, ceiling: floor + 1 }, { ...size, columns: 17 }))
      }),
      { numRuns: 100 },
    )
  })

  test('a step as steep as a wall', () => {
    const landscape = landscapeOf((x1) => (x1 > 0 ? 1 : 0))
    expectSound(landscapeSolid(landscape, { floor: 0, ceiling: 1 }, { ...size, widthMm: 20, heightMm: 200 }))
  })

  test('a flat one is the plate alone', () => {
    const landscape = landscapeOf((x1, x2) => 1e-7 * Math.sin(40 * x1 * x2))
    const solid = landscapeSolid(landscape, { floor: -1, ceiling: 1 }, size)
    expectSound(solid)
    expect(solid.sizeMm).toEqual([80, 80, 3])
    const sameView = landscapeSolid(landscape, { floor: 2, ceiling: 2 }, size)
    expect(sameView.sizeMm).toEqual([80, 80, 3])
  })

  test('a density: a narrow peak over an empty plain', () => {
    const landscape = landscapeOf((x1, x2) => Math.exp(-80 * ((x1 - 0.4) ** 2 + (x2 + 0.2) ** 2)))
    const solid = landscapeSolid(landscape, { floor: 0, ceiling: 1.02 }, size)
    expectSound(solid)
    expect(solid.sizeMm[2]).toBe(33)
  })

  test('what is beyond the view is cut off', () => {
    const landscape = landscapeOf((x1) => 4 * x1)
    const solid = landscapeSolid(landscape, { floor: -1, ceiling: 1 }, size)
    expectSound(solid)
    const row = Array.from({ length: 33 }, (_, column) => solid.positions[3 * column + 2])
    expect(row.filter((z) => z === 33)).toHaveLength(13)
    expect(row.filter((z) => z === 3)).toHaveLength(13)
    expect(row[16]).toBeCloseTo(18, 5)
  })

  test('other points than the landscape has are read between them', () => {
    const solid = landscapeSolid(
      landscapeOf((x1, x2) => x1 + 2 * x2, 20),
      { floor: -3, ceiling: 3 },
      size,
    )
    expectSound(solid)
    const z = solid.positions[3 * (7 * 33 + 11) + 2]
    expect(z).toBeCloseTo(3 + (30 * (11 + 2 * 7)) / (32 * 3), 4)
  })

  test('x runs right and y away, as on the map', () => {
    const solid = landscapeSolid(
      landscapeOf((x1, x2) => (x1 > 0.9 && x2 < -0.9 ? 1 : 0)),
      { floor: 0, ceiling: 1 },
      size,
    )
    const top = solid.positions.findIndex((value, k) => k % 3 === 2 && value > 30) - 2
    expect(solid.positions[top]).toBeGreaterThan(70)
    expect(solid.positions[top + 1]).toBeLessThan(10)
  })

  test.each([
    [{ ...size, widthMm: 0 }, /widthMm must be from 20 to 300, found 0/],
    [{ ...size, baseMm: Number.NaN }, /baseMm/],
    [{ ...size, heightMm: Infinity }, /heightMm/],
    [{ ...size, columns: 33.5 }, /columns must be whole/],
    [{ ...size, columns: solidRanges.columns.max + 1 }, /columns/],
  ])('refuses %o', (options, sentence) => {
    const flat = landscapeOf(() => 0)
    expect(() => landscapeSolid(flat, { floor: -1, ceiling: 1 }, options)).toThrow(sentence)
  })

  test('refuses heights that are no numbers', () => {
    const landscape = landscapeOf(() => Number.NaN)
    expect(() => landscapeSolid(landscape, { floor: 0, ceiling: 1 }, size)).toThrow(/no numbers/)
  })
})
