import { describe, expect, it } from 'vitest'
import { MOST_TRAIL_POINTS, TRAIL_STRIDE, TRAIL_TIME, trailPointsInto, type TrailSource } from './trailPoints.ts'

function source(count: number, step: number, place = (k: number) => k * 0.01): TrailSource {
  return {
    length: count,
    at: (k) => k,
    times: Float32Array.from({ length: count }, (_, k) => k * step),
    x1: Float32Array.from({ length: count }, (_, k) => place(k)),
    x2: new Float32Array(count),
  }
}

const points = () => new Float32Array(MOST_TRAIL_POINTS * TRAIL_STRIDE)
const freshness = (out: Float32Array, k: number) => out[k * TRAIL_STRIDE + 3]

describe('trail points', () => {
  it('covers the last units of time, oldest first, and ends at the newest sample', () => {
    const out = points()
    const count = trailPointsInto(out, [source(500, 0.02)], MOST_TRAIL_POINTS)
    expect(out[2]).toBeGreaterThanOrEqual(499 * 0.02 - TRAIL_TIME - 0.02)
    expect(freshness(out, 0)).toBeCloseTo(0, 1)
    for (let k = 1; k < count - 1; k++) expect(freshness(out, k)).toBeGreaterThan(freshness(out, k - 1))
    expect(freshness(out, count - 1)).toBe(-1)
    expect(out[(count - 1) * TRAIL_STRIDE]).toBeCloseTo(4.99, 5)
  })

  it('draws no line from one ball to the next, nor across a restart', () => {
    const out = points()
    const count = trailPointsInto(out, [source(3, 0.02), source(4, 0.02, (k) => (k < 2 ? 0 : 9))], MOST_TRAIL_POINTS)
    expect(count).toBe(7)
    expect(freshness(out, 2)).toBe(-1)
    expect(freshness(out, 4)).toBe(-1)
    expect(freshness(out, 5)).toBeGreaterThan(0)
  })

  it('ignores balls without a past and never writes beyond its room', () => {
    const out = points()
    expect(trailPointsInto(out, [source(0, 0.02), source(1, 0.02)], MOST_TRAIL_POINTS)).toBe(0)
    const many = Array.from({ length: 24 }, () => source(400, 0.01))
    expect(trailPointsInto(out, many, MOST_TRAIL_POINTS)).toBeLessThanOrEqual(MOST_TRAIL_POINTS)
    expect(trailPointsInto(out, many, 100)).toBe(100)
  })
})
