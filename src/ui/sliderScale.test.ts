import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { positionOf, spreadLabels, valueAfterSteps, valueAt } from './sliderScale.ts'

const linear = { min: -3, max: 5, step: 0.01 }
const logarithmic = { min: 0.1, max: 10, step: 0.01, isLogarithmic: true }

describe('slider scale', () => {
  it('goes to the track and back', () => {
    for (const scale of [linear, logarithmic]) {
      for (const value of [0.1, 0.5, 1, 2.5, 5]) expect(valueAt(positionOf(value, scale), scale)).toBeCloseTo(value, 9)
    }
    expect(positionOf(1, logarithmic)).toBeCloseTo(0.5, 12)
    expect(positionOf(99, linear)).toBe(1)
  })

  it('always moves on a key press, and stops at the ends', () => {
    for (const scale of [linear, logarithmic]) {
      for (const value of [0.1, 0.11, 1, 4.9]) {
        expect(valueAfterSteps(value, 1, scale)).toBeGreaterThan(value)
        if (value > scale.min) expect(valueAfterSteps(value, -1, scale)).toBeLessThan(value)
        expect(valueAfterSteps(value, 1e6, scale)).toBe(scale.max)
      }
    }
  })
})

describe('spreadLabels', () => {
  it('leaves labels alone that have room', () => expect(spreadLabels([20, 80], [20, 20], 100, 4)).toEqual([20, 80]))

  it('moves two close labels apart evenly', () => {
    expect(spreadLabels([50, 50], [20, 20], 100, 4)).toEqual([38, 62])
  })

  it('keeps them inside, apart and in order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 5, max: 30 })), { maxLength: 5 }),
        (labels) => {
          const wanted = labels.map(([at]) => at)
          const widths = labels.map(([, width]) => width)
          const centres = spreadLabels(wanted, widths, 200, 4)
          const order = wanted.map((_, index) => index).toSorted((a, b) => wanted[a] - wanted[b] || a - b)
          order.forEach((index, place) => {
            expect(centres[index] - widths[index] / 2).toBeGreaterThanOrEqual(-1e-9)
            expect(centres[index] + widths[index] / 2).toBeLessThanOrEqual(200 + 1e-9)
            const next = order[place + 1]
            if (next === undefined) return
            expect(centres[next] - centres[index]).toBeGreaterThanOrEqual((widths[next] + widths[index]) / 2 + 4 - 1e-9)
          })
        },
      ),
    )
  })
})
