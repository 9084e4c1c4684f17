import { describe, expect, it } from 'vitest'
import { criticalSaliency } from '../../model/memory.ts'
import { placeOn, saliencyAxis, standingOf, thresholdsOf } from './saliencyStanding.ts'

describe('thresholds', () => {
  it('are 1/g, and what the strongest memory demands of the others', () => {
    expect(thresholdsOf([2, 0.3], 1)).toEqual({ existence: 1, stability: criticalSaliency(2, 1) })
    expect(thresholdsOf([0.4, 0.3], 2)).toEqual({ existence: 0.5, stability: 0.5 })
  })

  it('make the strongest memory stable as soon as it exists', () => {
    for (const alpha of [1.0001, 1.2, 3, 14]) expect(standingOf(alpha, thresholdsOf([alpha, 0.2], 1))).toBe('stable')
    expect(standingOf(1, thresholdsOf([1], 1))).toBe('absent')
    expect(standingOf(-2, thresholdsOf([-2, 1.5], 1))).toBe('absent')
  })

  it('tell a saddle from a stable memory', () => {
    const thresholds = thresholdsOf([2, 1.1, 1.6], 1)
    expect(standingOf(1.1, thresholds)).toBe('saddle')
    expect(standingOf(1.6, thresholds)).toBe('stable')
  })
})

describe('saliencyAxis', () => {
  it('holds everything and ends at round numbers', () => {
    const saliency = [0.53, -0.21, 0.02]
    const axis = saliencyAxis(saliency, thresholdsOf(saliency, 10))
    expect(axis.high).toBeCloseTo(0.75, 12)
    expect(axis.low).toBeCloseTo(-0.3, 12)
    expect(placeOn(axis, axis.low)).toBe(0)
    expect(placeOn(axis, axis.high)).toBe(1)
    expect(placeOn(axis, 99)).toBe(1)
  })

  it('has one side where nothing is negative but for rounding', () => {
    expect(saliencyAxis([14, -0.001], thresholdsOf([14], 1))).toEqual({ low: 0, high: 15 })
    expect(saliencyAxis([], thresholdsOf([], 1)).high).toBeGreaterThan(1)
  })
})
