import fc from 'fast-check'
import { expect, it } from 'vitest'
import { contourSegments } from './contours.ts'
import { levelCurves } from './isobands.ts'
import type { Landscape } from './landscape.ts'

function makeGrid(
  columns: number,
  rows: number,
  extent: number,
  height: (x1: number, x2: number) => number,
): Landscape {
  const heights = new Float32Array(columns * rows)
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1)
      heights[row * columns + column] = height(
        -extent + (2 * extent * column) / (columns - 1),
        -extent + (2 * extent * row) / (rows - 1),
      )
  return { heights, gradients: new Float32Array(2 * columns * rows), columns, rows, extent }
}

/** Signed: positive where the ring goes round to the left. */
function area(ring: Float64Array): number {
  let sum = 0
  for (let k = 0; k < ring.length; k += 2) {
    const next = (k + 2) % ring.length
    sum += ring[k] * ring[next + 1] - ring[next] * ring[k + 1]
  }
  return sum / 2
}
const areaOf = (rings: readonly Float64Array[]) => rings.reduce((sum, ring) => sum + area(ring), 0)
function lengthOf(line: ArrayLike<number>, isClosed: boolean): number {
  let sum = 0
  for (let k = 0; k + (isClosed ? 0 : 2) < line.length; k += 2) {
    const next = (k + 2) % line.length
    sum += Math.hypot(line[next] - line[k], line[next + 1] - line[k + 1])
  }
  return sum
}

const anyHeights = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 30, maxLength: 30 })
const gridOf = (heights: readonly number[]): Landscape => ({
  ...makeGrid(6, 5, 2, () => 0),
  heights: Float32Array.from(heights),
})

it('encloses the whole square below everything, and nothing above', () => {
  const grid = makeGrid(9, 9, 1.5, (x1, x2) => x1 * x2)
  const all = levelCurves(grid, -100)
  expect(areaOf(all.rings)).toBeCloseTo(9, 9)
  expect(all.lines).toEqual([])
  expect(levelCurves(grid, 100).rings).toEqual([])
})

it('measures a disc and what is left of the square around it', () => {
  const hill = levelCurves(
    makeGrid(129, 129, 2, (x1, x2) => -Math.hypot(x1, x2)),
    -1,
  )
  expect(areaOf(hill.rings)).toBeCloseTo(Math.PI, 2)
  expect(hill.lines).toHaveLength(1)
  const pit = levelCurves(
    makeGrid(129, 129, 2, (x1, x2) => Math.hypot(x1, x2)),
    1,
  )
  expect(areaOf(pit.rings)).toBeCloseTo(16 - Math.PI, 2)
  expect(pit.rings).toHaveLength(2)
})

it('has the lines of contourSegments, whatever the heights', () => {
  fc.assert(
    fc.property(anyHeights, fc.integer({ min: -4, max: 4 }), (heights, level) => {
      const grid = gridOf(heights)
      const { lines } = levelCurves(grid, level + 0.37)
      const { segments } = contourSegments(grid, [level + 0.37])[0]
      let total = 0
      for (let k = 0; k < segments.length; k += 4) total += lengthOf(segments.subarray(k, k + 4), false)
      expect(lines.reduce((sum, line) => sum + lengthOf(line, false), 0)).toBeCloseTo(total, 4)
    }),
  )
})

it('shrinks as the level rises, and always closes', () => {
  fc.assert(
    fc.property(anyHeights, fc.integer({ min: -4, max: 4 }), (heights, level) => {
      const grid = gridOf(heights)
      const [low, high] = [levelCurves(grid, level - 0.4), levelCurves(grid, level + 0.3)]
      expect(areaOf(high.rings)).toBeLessThanOrEqual(areaOf(low.rings) + 1e-9)
      for (const ring of low.rings) expect(ring.length).toBeGreaterThanOrEqual(6)
    }),
  )
})
