import { describe, expect, it } from 'vitest'
import { dropIndex, edgeScroll, gapLine, type Box } from './dropPlace.ts'

/** Four rows of 40 pixels. */
const list: Box[] = [0, 1, 2, 3].map((k) => ({ left: 0, right: 200, top: 40 * k, bottom: 40 * (k + 1) }))
/** Two lines of three tiles of 50 pixels, the last one missing. */
const grid: Box[] = [0, 1, 2, 3, 4].map((k) => {
  const [left, top] = [50 * (k % 3), 50 * Math.floor(k / 3)]
  return { left, top, right: left + 50, bottom: top + 50 }
})

describe('dropIndex', () => {
  it('keeps an item that is let go where it was', () => {
    list.forEach((box, k) => expect(dropIndex(list, k, { x: 10, y: box.top + 20 }, 'list')).toBe(k))
    grid.forEach((box, k) => expect(dropIndex(grid, k, { x: box.left + 25, y: box.top + 25 }, 'grid')).toBe(k))
  })

  it('passes an item of a list from its middle on', () => {
    expect(dropIndex(list, 0, { x: 0, y: 59 }, 'list')).toBe(0)
    expect(dropIndex(list, 0, { x: 0, y: 61 }, 'list')).toBe(1)
    expect(dropIndex(list, 3, { x: 0, y: -100 }, 'list')).toBe(0)
    expect(dropIndex(list, 0, { x: 0, y: 999 }, 'list')).toBe(3)
  })

  it('reads a grid line by line', () => {
    expect(dropIndex(grid, 4, { x: 10, y: 25 }, 'grid')).toBe(0)
    expect(dropIndex(grid, 4, { x: 80, y: 25 }, 'grid')).toBe(2)
    expect(dropIndex(grid, 0, { x: 10, y: 75 }, 'grid')).toBe(2)
    expect(dropIndex(grid, 0, { x: 140, y: 75 }, 'grid')).toBe(4)
  })
})

describe('gapLine', () => {
  it('stands before the item that follows, and after the last one', () => {
    expect(gapLine(list, 0, 0, 'list')).toEqual({ left: 0, top: 40, length: 200 })
    expect(gapLine(list, 0, 3, 'list')).toEqual({ left: 0, top: 160, length: 200 })
    expect(gapLine(grid, 4, 1, 'grid')).toEqual({ left: 50, top: 0, length: 50 })
    expect(gapLine([list[0]], 0, 0, 'list')).toBeNull()
  })
})

describe('edgeScroll', () => {
  it('is still in the middle and faster towards the border', () => {
    const frame = { top: 100, bottom: 500 }
    expect(edgeScroll(frame, 300)).toBe(0)
    expect(edgeScroll(frame, 118)).toBe(-6)
    expect(edgeScroll(frame, 0)).toBe(-12)
    expect(edgeScroll(frame, 482)).toBe(6)
    expect(edgeScroll(frame, 900)).toBe(12)
  })
})
