import { expect, it } from 'vitest'
import { encodeBits, encodeTrits } from '../../experiment/recall/pixelCode.ts'
import { inputPicture, isPlainInput, signsInto } from './inputPixels.ts'

const bank = {
  size: { columns: 2, rows: 2 },
  memories: [{ id: 1, name: 'A', isOn: true, bits: encodeBits([1, -1, 1, -1]) }],
}

it('draws what is ink, paper or unknown as such', () => {
  const { pixels, coding, unknownShare } = inputPicture(bank, { kind: 'drawing', pixels: encodeTrits([1, 0, -1, 0]) })
  expect(coding).toBe('sign')
  expect([...pixels]).toEqual([1, 0, -1, 0])
  expect(unknownShare).toBe(0.5)
})

it('draws a mixture in tones, and stronger values like the strongest', () => {
  const mix = (amount: number) =>
    inputPicture(bank, { kind: 'mix', faders: [{ memory: 1, amount }], isNormalised: false })
  expect(mix(0.5).coding).toBe('byte')
  expect([...mix(0.5).pixels]).toEqual([191, 64, 191, 64])
  expect([...mix(1.5).pixels]).toEqual([255, 0, 255, 0])
})

it('tells a plain picture in bytes from one with tones', () => {
  expect(isPlainInput(Uint8Array.of(0, 128, 255))).toBe(true)
  expect(isPlainInput(Uint8Array.of(0, 127, 255))).toBe(false)
  expect([...signsInto(new Int8Array(3), Uint8Array.of(0, 128, 255))]).toEqual([-1, 0, 1])
})
