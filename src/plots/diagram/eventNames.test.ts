import { expect, test } from 'vitest'
import { placeEventNames } from './eventNames.ts'

const bounds = { left: 0, top: 0, width: 300, height: 200 }
const name = { x: 150, y: 100, width: 80, height: 20, clearance: 10 }

test('a name stands beside its mark, off the curve, off others and inside', () => {
  // A curve along the height of the mark, to the right of it, and one below.
  const line = Array.from({ length: 60 }, (_, k) => [150 + 2 * k, 100] as const)
  const lower = Array.from({ length: 60 }, (_, k) => [150 + 2 * k, 116] as const)
  const [rect] = placeEventNames([name], [[150, 100]], [...line, ...lower], bounds)
  const covered = [...line, ...lower].filter(
    ([x, y]) => rect && x >= rect.left && x <= rect.left + 80 && y >= rect.top && y <= rect.top + 20,
  )
  expect(rect).not.toBeNull()
  expect(covered).toEqual([])
  const places = placeEventNames(Array.from({ length: 4 }, () => name), [[150, 100]], [], bounds) // prettier-ignore
  expect(new Set(places.map((place) => `${place?.left} ${place?.top}`)).size).toBe(4)
})

test('no place, no name', () => {
  const small = { left: 0, top: 0, width: 60, height: 200 }
  expect(placeEventNames([{ ...name, x: 30 }], [[30, 100]], [], small)).toEqual([null])
})
