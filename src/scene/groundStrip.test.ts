import { describe, expect, it } from 'vitest'
import { addArrow, addLine, makeStrip, placeAt, STRIP_STRIDE, wayOf, type GroundStrip } from './groundStrip.ts'
import { styleIndex } from './lineStyles.ts'

const lay = { extent: 2, step: 1 / 64 }
const pointAt = ({ data }: GroundStrip, k: number) =>
  Array.from(data.subarray(k * STRIP_STRIDE, (k + 1) * STRIP_STRIDE))

describe('lines on the ground', () => {
  it('have no segment longer than a cell, and the way of the line', () => {
    const strip = makeStrip(1000)
    addLine(strip, Float32Array.of(-1, 0, 1, 0, 1, 1), 'stable', lay)
    for (let k = 1; k < strip.count; k++) {
      const [a, b] = [pointAt(strip, k - 1), pointAt(strip, k)]
      expect(Math.hypot(b[0] - a[0], b[1] - a[1]) / lay.extent).toBeLessThanOrEqual(lay.step * 1.0001)
      expect(b[2]).toBeGreaterThan(a[2])
    }
    const last = pointAt(strip, strip.count - 1)
    expect(last[0]).toBe(1)
    expect(last[1]).toBe(1)
    expect(last[2]).toBeCloseTo(1.5, 5)
    expect(last[3]).toBe(-1)
    expect(pointAt(strip, 0)[3]).toBe(styleIndex('stable'))
  })

  it('leave out what is too short to be seen, but neither end', () => {
    const fine = Float32Array.from({ length: 2002 }, (_, k) => (k % 2 === 0 ? k / 2002 : 0))
    const strip = makeStrip(4000)
    addLine(strip, fine, 'flow', lay)
    expect(strip.count).toBeLessThan(300)
    expect(pointAt(strip, strip.count - 1)[0]).toBeCloseTo(2000 / 2002, 6)
  })

  it('end in a head that takes its length from the line', () => {
    const points = Float32Array.of(0, 0, 0.4, 0)
    const strip = makeStrip(100)
    addArrow(strip, points, 'flow', lay, 0.05)
    const [foot, tip] = [pointAt(strip, strip.count - 2), pointAt(strip, strip.count - 1)]
    expect(foot[0]).toBeCloseTo(0.3, 6)
    expect(foot[3]).toBe(styleIndex('flow') + 0.5)
    expect(tip[0]).toBeCloseTo(0.4, 6)
    expect(pointAt(strip, strip.count - 3)).toEqual([expect.closeTo(0.3, 6), 0, expect.closeTo(0.15, 6), -1])
    const short = makeStrip(100)
    addArrow(short, Float32Array.of(0, 0, 0.02, 0), 'flow', lay, 0.05)
    expect(pointAt(short, short.count - 2)[0]).toBeCloseTo(0.008, 6)
    addArrow(short, Float32Array.of(1, 1, 1, 1), 'flow', lay, 0.05)
    expect(short.count).toBeLessThan(8)
  })

  it('are dropped where there is no room', () => {
    const strip = makeStrip(10)
    addLine(strip, Float32Array.of(-1, 0, 1, 0), 'stable', lay)
    expect(strip.count).toBe(10)
    expect(pointAt(strip, 9)[3]).toBe(-1)
    addLine(strip, Float32Array.of(0, 0), 'stable', lay)
    expect(strip.count).toBe(10)
  })

  it('know places along them', () => {
    const points = Float32Array.of(0, 0, 1, 0, 1, 0, 1, 1)
    expect(wayOf(points, 2)).toBe(1)
    expect(placeAt(points, 0.25, 2)).toEqual([0.5, 0])
    expect(placeAt(points, 0.75, 2)).toEqual([1, 0.5])
    expect(placeAt(points, 9, 2)).toEqual([1, 1])
  })
})
