import { expect, it } from 'vitest'
import { starPoints } from './star.ts'

it('starPoints has one tip above the middle, and mirror symmetry', () => {
  const points = starPoints(5, 1, 0.4)
  expect(points).toHaveLength(10)
  expect(points[0][0]).toBeCloseTo(0, 12)
  expect(points[0][1]).toBe(-1)
  for (let k = 1; k < 10; k += 1) {
    expect(points[k][0]).toBeCloseTo(-points[10 - k][0], 12)
    expect(points[k][1]).toBeCloseTo(points[10 - k][1], 12)
  }
})
