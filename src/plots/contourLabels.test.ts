import { describe, expect, it } from 'vitest'
import type { ContourLine } from '../model/contours.ts'
import { contourLabels, contourStep } from './contourLabels.ts'

/** A circle of a radius about the middle, as loose segments. */
function circle(level: number, radius: number): ContourLine {
  const point = (k: number) => [radius * Math.cos((2 * Math.PI * k) / 60), radius * Math.sin((2 * Math.PI * k) / 60)]
  return {
    level,
    segments: Float32Array.from(Array.from({ length: 60 }, (_, k) => [...point(k), ...point(k + 1)]).flat()),
  }
}
const circles = Array.from({ length: 11 }, (_, k) => circle(0.1 * k, 0.2 + 0.15 * k))

describe('contourLabels', () => {
  it('finds the step', () => {
    expect(contourStep(circles)).toBeCloseTo(0.1, 9)
    expect(contourStep([])).toBe(0)
  })
  it('labels every fifth level once, on its line, readable', () => {
    const labels = contourLabels(circles, 2, [], 0.2)
    expect(labels.map(({ level }) => level)).toEqual([0, 0.5, 1])
    for (const { at, angle, level } of labels) {
      expect(Math.hypot(...at)).toBeCloseTo(0.2 + 1.5 * level, 1)
      expect(Math.abs(angle)).toBeLessThanOrEqual(Math.PI / 2)
    }
  })
  it('keeps away from marks and from the rim', () => {
    const [free] = contourLabels(circles, 2, [], 0.2)
    const [moved] = contourLabels(circles, 2, [free.at], 0.2)
    expect(Math.hypot(moved.at[0] - free.at[0], moved.at[1] - free.at[1])).toBeGreaterThanOrEqual(0.2)
    expect(contourLabels(circles, 0.1, [], 0.01)).toEqual([])
  })
})
