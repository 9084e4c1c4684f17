import { describe, expect, it } from 'vitest'
import { isHidden, strikeSurface } from './picking.ts'

const hill = (x: number, z: number) => 0.5 * Math.exp(-8 * (x * x + z * z))
const unit = (x: number, y: number, z: number) => {
  const size = Math.hypot(x, y, z)
  return { x: x / size, y: y / size, z: z / size }
}

describe('picking', () => {
  it('finds the surface straight below', () => {
    const strike = strikeSurface({ x: 0.3, y: 4, z: -0.2 }, unit(0, -1, 0), hill, 0.7)
    expect(strike).toEqual({ kind: 'surface', x: 0.3, z: -0.2 })
  })

  it('finds the first crossing of a slanting ray, on the surface to 1e-6', () => {
    const origin = { x: 0, y: 1.2, z: 3 }
    const direction = unit(0.02, -0.36, -1)
    const strike = strikeSurface(origin, direction, hill, 0.7)
    if (strike?.kind !== 'surface') throw new Error('no strike')
    const t = (strike.z - origin.z) / direction.z
    expect(origin.y + t * direction.y).toBeCloseTo(hill(strike.x, strike.z), 6)
    expect(strike.z).toBeGreaterThan(0)
  })

  it('knows the side of the block and the sky', () => {
    expect(strikeSurface({ x: 0, y: -0.05, z: 4 }, unit(0, 0, -1), hill, 0.7)).toEqual({ kind: 'side' })
    expect(strikeSurface({ x: 0, y: 2, z: 4 }, unit(0, 0.1, -1), hill, 0.7)).toBeNull()
    expect(strikeSurface({ x: 3, y: 2, z: 4 }, unit(0, -1, 0), hill, 0.7)).toBeNull()
  })

  it('sees what a hill hides', () => {
    const eye = { x: 0, y: 0.6, z: 4 }
    expect(isHidden({ x: 0, y: hill(0, -0.6), z: -0.6 }, eye, hill, 0.01)).toBe(true)
    expect(isHidden({ x: 0, y: hill(0, 0.6), z: 0.6 }, eye, hill, 0.01)).toBe(false)
    expect(isHidden({ x: 0, y: hill(0, 0), z: 0 }, eye, hill, 0.01)).toBe(false)
  })
})
