import { expect, it } from 'vitest'
import { heightIn, laneFrame } from './laneFrame.ts'

it('puts the energy under the overlaps, inside the sheet, whatever its size', () => {
  for (const [width, height] of [
    [210, 100],
    [60, 30],
    [700, 220],
  ]) {
    const frame = laneFrame({ width, height }, 16, { from: 0, to: 4 })
    expect(frame.overlaps.top).toBeGreaterThanOrEqual(0)
    expect(frame.overlaps.bottom).toBeGreaterThan(frame.overlaps.top)
    expect(frame.energy.bottom).toBeGreaterThan(frame.energy.top)
    expect(frame.energy.bottom).toBeLessThanOrEqual(height)
    expect(frame.x(0)).toBe(frame.left)
    expect(frame.x(4)).toBeCloseTo(frame.right, 9)
  }
})

it('maps values onto a band from its lower edge up', () => {
  const y = heightIn({ top: 10, bottom: 30 }, -1, 1)
  expect(y(-1)).toBe(30)
  expect(y(1)).toBe(10)
  expect(y(0)).toBe(20)
})
