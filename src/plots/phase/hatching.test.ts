import { expect, it } from 'vitest'
import { hatchingStrokes } from './hatching.ts'

it('strokes stay in their rectangle, and run on into the next one', () => {
  const rect = { left: 10, top: 20, width: 30, height: 12 }
  const strokes = hatchingStrokes(rect, 6)
  expect(strokes.length).toBeGreaterThan(3)
  for (const [fromX, fromY, toX, toY] of strokes) {
    expect(Math.min(fromX, toX)).toBeGreaterThanOrEqual(10)
    expect(Math.max(fromX, toX)).toBeLessThanOrEqual(40)
    expect(Math.min(fromY, toY)).toBeGreaterThanOrEqual(20)
    expect(Math.max(fromY, toY)).toBeLessThanOrEqual(32)
    expect(fromX + fromY).toBeCloseTo(toX + toY, 9)
  }
  const sums = new Set(strokes.map(([x, y]) => (x + y).toFixed(6)))
  const next = hatchingStrokes({ ...rect, left: 40 }, 6).map(([x, y]) => (x + y).toFixed(6))
  expect(next.some((sum) => sums.has(sum))).toBe(true)
})
