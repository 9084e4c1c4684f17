import { expect, it } from 'vitest'
import { canvasPixelsInto } from './pixelRows.ts'

it('turns the rows over and divides by alpha', () => {
  const read = Uint8Array.from([10, 20, 30, 255, 50, 100, 0, 100, 0, 0, 0, 0, 200, 90, 1, 100])
  const out = canvasPixelsInto(new Uint8ClampedArray(16), read, 2, 2, 0)
  expect([...out]).toEqual([0, 0, 0, 0, 255, 230, 3, 100, 10, 20, 30, 255, 128, 255, 0, 100])
})

it('cuts the margins off', () => {
  const read = new Uint8Array(4 * 5 * 4).fill(255)
  // The pixel of column 2 in row 1 from the bottom, which is row 2 from the top, of 5 x 4.
  read.set([1, 2, 3, 255], 4 * (1 * 5 + 2))
  const out = canvasPixelsInto(new Uint8ClampedArray(4 * 3 * 2), read, 5, 4, 1)
  expect([...out.subarray(4 * (3 + 1), 4 * (3 + 2))]).toEqual([1, 2, 3, 255])
})
