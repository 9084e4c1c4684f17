import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { regimeRange } from './regimeRange.ts'

const limits = { low: -3, high: 5 }

describe('regimeRange', () => {
  it('is -1/g to 4/g where that is enough', () => {
    expect(regimeRange([1.3, 2], 1, limits)).toEqual({ low: -1, high: 4 })
    expect(regimeRange([0.2, 0.1], 10, limits)).toEqual({ low: -0.1, high: 0.4 })
  })
  it('doubles each end by itself, and stops at the limits', () => {
    expect(regimeRange([0.5, 0.7], 10, limits)).toEqual({ low: -0.1, high: 0.8 })
    expect(regimeRange([-1.5, 1], 1, limits)).toEqual({ low: -2, high: 4 })
    expect(regimeRange([5, -3], 1, limits)).toEqual(limits)
  })
  it('makes room once the dot has reached the edge', () => {
    expect(regimeRange([4, 1], 1, { low: -3, high: 20 }).high).toBe(8)
  })
  it('holds every saliency within the limits, and the threshold 1/g', () => {
    const saliency = fc.double({ min: -3, max: 5, noNaN: true })
    fc.assert(
      fc.property(saliency, saliency, fc.double({ min: 0.5, max: 10, noNaN: true }), (a, b, gain) => {
        const { low, high } = regimeRange([a, b], gain, limits)
        expect(low).toBeLessThanOrEqual(Math.min(a, b))
        expect(high).toBeGreaterThanOrEqual(Math.max(a, b))
        expect(low).toBeLessThan(0)
        expect(high).toBeGreaterThan(1 / gain)
      }),
    )
  })
  it('ends for numbers that are not finite', () => {
    expect(regimeRange([Number.NaN, 1], 1, { low: -Infinity, high: Infinity }).high).toBe(4)
  })
})
