import { describe, expect, it } from 'vitest'
import { thresholdsOf } from '../../model/thresholds.ts'
import { placeOn, saliencyAxis, standingOf } from './saliencyStanding.ts'

/** Of a large network with the diagonal kept. */
const kept = (saliency: readonly number[], gain: number) =>
  thresholdsOf({ saliency, neuronCount: 1024, gain, hasZeroDiagonal: false })

describe('standingOf', () => {
  it('has the strongest memory stable as soon as it exists, with a zero diagonal too', () => {
    for (const alpha of [1.0001, 1.2, 3, 14]) expect(standingOf(alpha, kept([alpha, 0.2], 1))).toBe('stable')
    for (const alpha of [1.08, 1.2, 3, 14]) {
      const thresholds = thresholdsOf({ saliency: [alpha, 0.2], neuronCount: 16, gain: 1, hasZeroDiagonal: true })
      expect(standingOf(alpha, thresholds)).toBe(alpha > 1.081 ? 'stable' : 'absent')
    }
    expect(standingOf(1, kept([1], 1))).toBe('absent')
    expect(standingOf(-2, kept([-2, 1.5], 1))).toBe('absent')
  })

  it('tells a saddle from a stable memory', () => {
    const thresholds = kept([2, 1.1, 1.6], 1)
    expect(standingOf(1.1, thresholds)).toBe('saddle')
    expect(standingOf(1.6, thresholds)).toBe('stable')
  })
})

describe('saliencyAxis', () => {
  it('holds everything and ends at round numbers', () => {
    const saliency = [0.53, -0.21, 0.02]
    const axis = saliencyAxis(saliency, kept(saliency, 10))
    expect(axis.high).toBeCloseTo(0.75, 12)
    expect(axis.low).toBeCloseTo(-0.3, 12)
    expect(placeOn(axis, axis.low)).toBe(0)
    expect(placeOn(axis, axis.high)).toBe(1)
    expect(placeOn(axis, 99)).toBe(1)
  })

  it('reaches a threshold below zero', () => {
    const saliency = [-3]
    const thresholds = thresholdsOf({ saliency: [-30], neuronCount: 16, gain: 1, hasZeroDiagonal: true })
    expect(thresholds.existence).toBeCloseTo(-0.875, 12)
    expect(saliencyAxis([0.5], thresholds).low).toBe(-1)
    expect(saliencyAxis(saliency, thresholds).low).toBe(-3)
  })

  it('has one side where nothing is negative but for rounding', () => {
    expect(saliencyAxis([14, -0.001], kept([14], 1))).toEqual({ low: 0, high: 15 })
    expect(saliencyAxis([], kept([], 1)).high).toBeGreaterThan(1)
  })
})
