import { describe, expect, it } from 'vitest'
import { placeLabelsInto, type LabelBox } from './labelPlacement.ts'

const label = (anchorX: number, anchorY: number, side = 0): LabelBox => ({
  anchorX,
  anchorY,
  width: 40,
  height: 18,
  clearance: 12,
  side,
})

describe('label placement', () => {
  it('stands to the upper right of a lone marker', () => {
    const [place] = placeLabelsInto([], [label(100, 100)])
    expect(place.side).toBe(0)
    expect(place.left).toBeGreaterThan(100)
    expect(place.top).toBeLessThan(100)
  })

  it('keeps the side of last time as long as it is free', () => {
    expect(placeLabelsInto([], [label(100, 100, 3)])[0].side).toBe(3)
  })

  it('moves labels of close markers apart', () => {
    const labels = [label(100, 100), label(130, 96), label(116, 130)]
    const places = placeLabelsInto([], labels)
    for (const [i, a] of places.entries()) {
      for (const b of places.slice(i + 1)) {
        const width = Math.min(a.left, b.left) + 40 - Math.max(a.left, b.left)
        const height = Math.min(a.top, b.top) + 18 - Math.max(a.top, b.top)
        expect(width <= 0 || height <= 0).toBe(true)
      }
    }
  })

  it('goes round an obstacle', () => {
    const [place] = placeLabelsInto([], [label(100, 100)], [{ x: 130, y: 88, radius: 10 }])
    expect(place.side).not.toBe(0)
  })
})
