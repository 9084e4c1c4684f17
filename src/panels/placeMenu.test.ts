import { describe, expect, it } from 'vitest'
import { placeMenu } from './placeMenu.ts'

const viewport = { width: 320, height: 600 }
const buttonAt = (left: number, top: number) => ({ left, top, right: left + 40, bottom: top + 40 })

describe('placeMenu', () => {
  it('opens under its button where there is room', () => {
    expect(placeMenu(buttonAt(20, 100), { width: 200, height: 300 }, viewport, 'left')).toEqual({
      left: 20,
      top: 146,
      maxHeight: 448,
    })
  })

  it('opens over its button near the foot of the window', () => {
    const { top, maxHeight } = placeMenu(buttonAt(20, 540), { width: 200, height: 300 }, viewport, 'left')
    expect(top).toBe(540 - 6 - 300)
    expect(maxHeight).toBe(528)
  })

  it('takes the roomier side where neither has room, and scrolls inside', () => {
    const tall = { width: 200, height: 2000 }
    expect(placeMenu(buttonAt(20, 200), tall, viewport, 'left')).toEqual({ left: 20, top: 246, maxHeight: 348 })
    expect(placeMenu(buttonAt(20, 400), tall, viewport, 'left')).toEqual({ left: 20, top: 6, maxHeight: 388 })
  })

  it.each(['left', 'right'] as const)('stays inside a narrow window, from the %s', (align) => {
    for (let left = 0; left <= 280; left += 20) {
      const place = placeMenu(buttonAt(left, 100), { width: 308, height: 100 }, viewport, align)
      expect(place.left).toBe(6)
    }
    expect(placeMenu(buttonAt(200, 100), { width: 150, height: 100 }, viewport, align).left).toBe(
      align === 'left' ? 164 : 90,
    )
  })
})
