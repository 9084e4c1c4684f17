import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeTooltip } from './placeTooltip.ts'

const viewport = { width: 320, height: 600 }

describe('placeTooltip', () => {
  it('goes above by choice and below at the top edge', () => {
    const tip = { width: 120, height: 40 }
    expect(placeTooltip({ left: 100, top: 300, width: 40, height: 40 }, tip, viewport).side).toBe('above')
    expect(placeTooltip({ left: 100, top: 4, width: 40, height: 40 }, tip, viewport)).toMatchObject({
      side: 'below',
      top: 52,
    })
  })

  it('never covers its control, and stays inside the window across', () => {
    const integer = (min: number, max: number) => fc.integer({ min, max })
    fc.assert(
      fc.property(
        integer(0, 300),
        integer(0, 580),
        integer(1, 300),
        integer(1, 60),
        integer(10, 288),
        integer(10, 120),
        (left, top, width, height, tipWidth, tipHeight) => {
          const place = placeTooltip({ left, top, width, height }, { width: tipWidth, height: tipHeight }, viewport)
          const isApart =
            place.left + tipWidth <= left ||
            place.left >= left + width ||
            place.top + tipHeight <= top ||
            place.top >= top + height
          expect(isApart).toBe(true)
          expect(place.left).toBeGreaterThanOrEqual(0)
          expect(place.left + tipWidth).toBeLessThanOrEqual(viewport.width)
        },
      ),
    )
  })
})
