import { expect, it } from 'vitest'
import { encodeBits, encodeTrits } from '../../experiment/recall/pixelCode.ts'
import { leadingIn, pictureSaliency } from './leadingIn.ts'

const bank = {
  size: { columns: 2, rows: 2 },
  memories: [
    { id: 7, name: 'A', isOn: true, bits: encodeBits([1, 1, 1, 1]) },
    { id: 3, name: 'B', isOn: true, bits: encodeBits([1, -1, 1, -1]) },
    { id: 5, name: 'C', isOn: false, bits: encodeBits([1, 1, -1, -1]) },
  ],
}

it('has the saliencies of the memories that are on, and the one that leads', () => {
  const input = { kind: 'drawing', pixels: encodeTrits([1, -1, 0, 0]) } as const
  expect([...pictureSaliency(bank, input)]).toEqual([0, 0.5])
  expect(leadingIn(bank, input)).toBe(3)
  // Another bank: not the numbers kept from the first.
  expect(pictureSaliency({ ...bank, memories: bank.memories.slice(0, 1) }, input).length).toBe(1)
})
