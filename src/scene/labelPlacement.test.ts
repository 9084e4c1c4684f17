import { describe, expect, it } from 'vitest'
import { placeLabelsInto, type LabelBox } from './labelPlacement.ts'

const label = (anchorX: number, anchorY: number, side = 0): LabelBox => ({
  anchorX,
  anchorY,
  width: 40,
  height: 18,
  clearance: 12,
  side,
  isLasting: false,
  isLeftOut: false,
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

  describe('where there is no room', () => {
    /** One marker more, so far to the right of six whose labels take all sides. */
    const oneMore = (distance: number, more: Partial<LabelBox> = {}) =>
      placeLabelsInto(
        [],
        [...Array.from({ length: 6 }, () => label(100, 100)), { ...label(100 + distance, 100), ...more }],
      )

    it('leaves the later ones out', () => {
      const places = oneMore(0)
      expect(places.slice(0, 4).map((place) => place.isLeftOut)).toEqual([false, false, false, false])
      expect(places[6].isLeftOut).toBe(true)
    })

    it('shows one that lasts all the same', () => {
      expect(oneMore(0, { isLasting: true })[6].isLeftOut).toBe(false)
    })

    it('brings one back that covers nothing any more, and leaves none out that covers a little', () => {
      const firstShown = (isLeftOut: boolean) =>
        [...Array(120).keys()].find((distance) => !oneMore(distance, { isLeftOut })[6].isLeftOut)
      expect(firstShown(false)).toBeGreaterThan(0)
      expect(firstShown(true)).toBeGreaterThan(firstShown(false)!)
    })
  })

  it('goes round an obstacle', () => {
    const [place] = placeLabelsInto([], [label(100, 100)], [{ x: 130, y: 88, radius: 10 }])
    expect(place.side).not.toBe(0)
  })
})
