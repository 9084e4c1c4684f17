import { describe, expect, it } from 'vitest'
import type { EscapeCurve } from '../../model/phase/density.ts'
import { decadeRange, decadeRuns, decadeTicks, interval95, timeAt, timesOfRoute } from './escapeAxis.ts'

const curve: EscapeCurve = {
  along: 'noise',
  values: [0.5, 1, 1.5],
  times: [
    [
      { from: 0, to: 'other', time: 100 },
      { from: 0, to: 'twin', time: Infinity },
    ],
    [{ from: 0, to: 'other', time: 1 }],
    [],
  ],
}

describe('the decades', () => {
  it('hold all times that can be waited for', () => {
    expect(decadeRange([3, 40, 2000])).toEqual({ low: 0, high: 4 })
    expect(decadeRange([1, 100])).toEqual({ low: 0, high: 2 })
    expect(decadeRange([5, 6])).toEqual({ low: 0, high: 2 })
    expect(decadeRange([2, 1e30, Infinity])).toEqual({ low: 0, high: 7 })
    expect(decadeRange([2e12, 1e30])).toEqual({ low: 12, high: 14 })
    expect(decadeRange([Infinity])).toEqual({ low: 0, high: 2 })
  })
  it('are written as often as there is room', () => {
    expect(decadeTicks({ low: 0, high: 4 }, 100, 16)).toEqual([0, 1, 2, 3, 4])
    expect(decadeTicks({ low: -1, high: 7 }, 60, 16)).toEqual([0, 3, 6])
    expect(decadeRuns(1).map(({ text }) => text)).toEqual(['10'])
    expect(decadeRuns(5).map(({ text }) => text)).toEqual(['10', '5'])
    expect(decadeRuns(-3)[1]).toMatchObject({ text: '−3', script: 'sup' })
  })
})

describe('times on a curve', () => {
  it('are those of one route, with gaps', () => {
    expect(timesOfRoute(curve, { from: 0, to: 'other' })).toEqual([100, 1, null])
    expect(timesOfRoute(curve, { from: 0, to: 'twin' })).toEqual([Infinity, null, null])
  })
  it('are read between two values on the logarithm', () => {
    expect(timeAt(curve, { from: 0, to: 'other' }, 0.75)).toBeCloseTo(10, 9)
    expect(timeAt(curve, { from: 0, to: 'other' }, 1)).toBe(1)
    expect(timeAt(curve, { from: 0, to: 'other' }, 1.2)).toBeNull()
    expect(timeAt(curve, { from: 0, to: 'other' }, 0.1)).toBeNull()
    expect(timeAt(curve, { from: 0, to: 'other' }, 2)).toBeNull()
  })
})

it('an interval stays positive', () => {
  expect(interval95(10, 1)).toEqual([10 - 1.96, 11.96])
  expect(interval95(10, 10)[0]).toBeGreaterThan(0)
})
