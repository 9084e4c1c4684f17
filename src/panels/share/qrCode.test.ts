import jsQR from 'jsqr'
import { expect, test } from 'vitest'
import version3 from '../../experiment/link/fixtures/version3.json'
import { qrCode, type QrCode } from './qrCode.ts'

const pixelsOfModule = 4

/** The pixels that a browser paints for the path: each run is a rectangle one unit high. */
function paint({ side, path }: QrCode): Uint8ClampedArray {
  const width = side * pixelsOfModule
  const pixels = new Uint8ClampedArray(4 * width * width).fill(255)
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g)) {
    for (let row = 0; row < pixelsOfModule; row++) {
      const start = (Number(y) * pixelsOfModule + row) * width + Number(x) * pixelsOfModule
      for (let i = start; i < start + Number(run) * pixelsOfModule; i++) pixels.fill(0, 4 * i, 4 * i + 3)
    }
  }
  return pixels
}

test.each([
  'https://example.org/#/landscape',
  `https://example.org/memoryscape/#/landscape?x=${version3.link}`,
  `https://example.org/#/recall?x=${'aB3_-'.repeat(240)}`,
])('a reader gets the link back: %.60s', (text) => {
  const code = qrCode(text)
  if (code === null) throw new Error('too long')
  const width = code.side * pixelsOfModule
  expect(jsQR(paint(code), width, width)?.data).toBe(text)
})

test('has a white frame of four modules', () => {
  const code = qrCode('https://example.org/')
  const places = [...code!.path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, run]) => [+x, +y, +x + +run - 1])
  expect(Math.min(...places.flatMap(([x, y]) => [x, y]))).toBe(4)
  expect(Math.max(...places.flatMap(([, y, end]) => [y, end]))).toBe(code!.side - 5)
})

test('there is none for a text that phones could not read', () => {
  expect(qrCode('x'.repeat(1273))).not.toBeNull()
  expect(qrCode('x'.repeat(1274))).toBeNull()
  expect(qrCode('x'.repeat(100_000))).toBeNull()
})
