import { describe, expect, it } from 'vitest'
import { placeNames } from './nameBoxes.ts'

const bounds = { left: 0, top: 0, width: 200, height: 200 }
const name = (x: number, y: number) => ({ x, y, width: 40, height: 16, clearance: 12 })

describe('placeNames', () => {
  it('prefers the right side', () => {
    expect(placeNames([name(50, 50)], bounds)[0]).toEqual({ left: 62, top: 42, width: 40, height: 16 })
  })
  it('turns to the left at the rim', () => expect(placeNames([name(190, 50)], bounds)[0]?.left).toBe(138))
  it('keeps two close names apart, and drops one without a place', () => {
    const [one, other] = placeNames([name(100, 100), name(120, 100)], bounds)
    expect(one).not.toBeNull()
    expect(other).not.toBeNull()
    expect(one).not.toEqual(other)
    expect(placeNames([name(10, 5)], { left: 0, top: 0, width: 20, height: 10 })).toEqual([null])
  })
})
