import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bitsLength, decodeBits, decodeTrits, encodeBits, encodeTrits, isPixelCode, tritsLength } from './pixelCode.ts'

const bipolar = fc.array(fc.constantFrom(-1, 1), { maxLength: 400 })
const trits = fc.array(fc.constantFrom(-1, 0, 1), { maxLength: 400 })

test('what was written is read again, in a code of the stated length', () => {
  fc.assert(
    fc.property(bipolar, trits, (bits, pixels) => {
      const written = encodeBits(bits)
      expect(written).toHaveLength(bitsLength(bits.length))
      expect(Array.from(decodeBits(written, bits.length))).toEqual(bits)
      const drawn = encodeTrits(pixels)
      expect(drawn).toHaveLength(tritsLength(pixels.length))
      expect(Array.from(decodeTrits(drawn, pixels.length))).toEqual(pixels)
      expect(isPixelCode(written) && isPixelCode(drawn)).toBe(true)
    }),
  )
})

test('it is base64url of the packed bits, like that of other programs', () => {
  fc.assert(
    fc.property(bipolar, (bits) => {
      const bytes = Buffer.alloc(Math.ceil(bits.length / 8))
      bits.forEach((value, i) => {
        if (value > 0) bytes[i >> 3] |= 128 >> (i & 7)
      })
      expect(encodeBits(bits)).toBe(bytes.toString('base64url'))
    }),
  )
})

test('a long code is written in one piece', () => {
  const pixels = Array.from({ length: 128 * 128 * 3 + 5 }, (_, i) => (i % 7 < 3 ? 1 : -1))
  expect(Array.from(decodeBits(encodeBits(pixels), pixels.length))).toEqual(pixels)
  expect(Array.from(decodeTrits(encodeTrits(pixels), pixels.length))).toEqual(pixels)
})

test('anything is read without an error: what is missing or no digit is paper, or unknown', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat({ max: 200 }), (text, count) => {
      expect(decodeBits(text, count)).toHaveLength(count)
      expect(decodeTrits(text, count).every((value) => value >= -1 && value <= 1)).toBe(true)
    }),
  )
  expect(Array.from(decodeBits('', 3))).toEqual([-1, -1, -1])
  expect(Array.from(decodeTrits('__', 4))).toEqual([0, 0, 0, 0])
})

test.each(['A+B=', 'é', ' ', 'Ω'])('%j is no code', (text) => {
  expect(isPixelCode(text)).toBe(false)
})

test('known values', () => {
  expect(encodeBits([1, -1, -1, -1, -1, -1, -1, 1])).toBe('gQ')
  expect(encodeTrits([1, -1, 0, 1])).toBe('YQ')
})
