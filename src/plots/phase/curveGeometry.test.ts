import { describe, expect, it } from 'vitest'
import { endHead, middleHead, nullclineLabelPlace } from './curveGeometry.ts'

const line = Float32Array.from([0, 0, 1, 0, 2, 0, 3, 0, 4, 0])

describe('heads', () => {
  it('stand at the end of an arrow, along its last stretch', () => {
    const [tip, left, right] = endHead(line, 0.5)!
    expect(tip).toEqual([4, 0])
    expect(left[0]).toBeCloseTo(3.5, 6)
    expect(left[1]).toBeCloseTo(-right[1], 6)
    expect(Math.abs(left[1])).toBeGreaterThan(0.1)
  })
  it('do not turn with a tiny last step', () => {
    const [tip, left, right] = endHead(Float32Array.from([0, 0, 4, 0, 4, 0.001]), 0.5)!
    expect((left[0] + right[0]) / 2).toBeCloseTo(3.5, 2)
    expect(tip[1]).toBeCloseTo(0.001, 6)
  })
  it('leave the most of a short arrow to its shaft', () => {
    const [tip, left] = endHead(Float32Array.from([0, 0, 0.2, 0]), 0.5)!
    expect(tip[0] - left[0]).toBeCloseTo(0.08, 6)
  })
  it('are left out where an arrow has no length', () => {
    expect(endHead(Float32Array.from([1, 1, 1, 1]), 0.5)).toBeNull()
    expect(endHead(Float32Array.from([1, 1]), 0.5)).toBeNull()
    expect(middleHead(line, 1.5, true)).toBeNull()
  })
  it('stand halfway, along or against the curve', () => {
    expect(middleHead(line, 0.4, true)![0][0]).toBeCloseTo(2.2, 6)
    expect(middleHead(line, 0.4, false)![0][0]).toBeCloseTo(1.8, 6)
  })
})

describe('the name of a nullcline', () => {
  const across = { neuron: 0, points: Float32Array.from({ length: 82 }, (_, k) => (k % 2 ? 0 : k / 40 - 1)) } as const
  const up = { neuron: 1, points: Float32Array.from({ length: 82 }, (_, k) => (k % 2 ? (k - 1) / 40 - 1 : 0)) } as const
  it('stands far from the other one, inside the map', () => {
    const [x, y] = nullclineLabelPlace([across, up], 0, { extent: 1, marks: [[0.8, 0]], leastRoom: 0.1 })!
    expect(y).toBe(0)
    expect(x).toBeLessThan(-0.7)
    expect(x).toBeGreaterThanOrEqual(-0.86)
  })
  it('is left out where there is no place', () => {
    const surroundings = { extent: 1, marks: [], leastRoom: 0.1 }
    expect(nullclineLabelPlace([{ neuron: 0, points: Float32Array.from([0, 0]) }], 0, surroundings)).toBeNull()
    expect(nullclineLabelPlace([across, up], 0, { ...surroundings, leastRoom: 0.95 })).toBeNull()
  })
})
