import { describe, expect, it } from 'vitest'
import { SHOULDER, shownFraction, stateToWorldInto, WORLD_HEIGHT, worldToState } from './worldFrame.ts'

const shown = { extent: 3, floor: -1, ceiling: 1 }

describe('world frame', () => {
  it('is linear inside the range', () => {
    expect(shownFraction(-1, shown)).toBe(0)
    expect(shownFraction(0, shown)).toBe(0.5)
    expect(shownFraction(1, shown)).toBe(1)
  })

  it('is monotone, smooth and bounded beyond it', () => {
    let last = -Infinity
    for (let energy = -3; energy <= 3; energy += 0.01) {
      const fraction = shownFraction(energy, shown)
      expect(fraction).toBeGreaterThanOrEqual(last)
      expect(fraction).toBeGreaterThan(-SHOULDER - 1e-12)
      expect(fraction).toBeLessThan(1 + SHOULDER + 1e-12)
      last = fraction
    }
    const slope = (energy: number) => (shownFraction(energy + 1e-6, shown) - shownFraction(energy, shown)) / 1e-6
    expect(slope(1 + 1e-9)).toBeCloseTo(slope(0.5), 3)
    expect(slope(-1 - 1e-5)).toBeCloseTo(slope(0.5), 3)
  })

  it('puts x2 away from the viewer, and comes back', () => {
    const world = stateToWorldInto({ x: 0, y: 0, z: 0 }, 1.5, 3, 1, shown)
    expect(world).toEqual({ x: 0.5, y: WORLD_HEIGHT, z: -1 })
    expect(worldToState(world.x, world.z, shown.extent)).toEqual([1.5, 3])
  })
})
