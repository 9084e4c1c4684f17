import { expect, it } from 'vitest'
import { placeReading } from './placeReading.ts'

const bounds = { left: 40, top: 10, width: 330, height: 330 }
const box = { width: 180, height: 100 }
const gap = 12

it('stands to the upper right where there is room', () => {
  expect(placeReading([60, 200], box, { bounds, gap })).toEqual({ left: 72, top: 88, ...box })
})

it('neither leaves the map nor comes near the point, wherever that is', () => {
  for (let x = 40; x <= 370; x += 15) {
    for (let y = 10; y <= 340; y += 15) {
      const { left, top, width, height } = placeReading([x, y], box, { bounds, gap })
      expect(left).toBeGreaterThanOrEqual(bounds.left)
      expect(top).toBeGreaterThanOrEqual(bounds.top)
      expect(left + width).toBeLessThanOrEqual(370)
      expect(top + height).toBeLessThanOrEqual(340)
      const isApart = x + gap <= left || x - gap >= left + width || y + gap <= top || y - gap >= top + height
      expect(isApart).toBe(true)
    }
  }
})

it('stays inside a map that is too small for it', () => {
  const small = { left: 0, top: 0, width: 150, height: 150 }
  const { top, height } = placeReading([75, 70], { width: 140, height: 100 }, { bounds: small, gap })
  expect(top + height).toBeLessThanOrEqual(150)
  expect(top).toBeGreaterThan(0)
})

it('covers nothing that it need not', () => {
  const taken = [{ left: 80, top: 90, width: 20, height: 20 }]
  expect(placeReading([60, 200], box, { bounds, taken, gap })).toEqual({ left: 72, top: 212, ...box })
})
