import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeSymbol, codeWhole, createCoder } from './coder.ts'
import { codeNumber } from './numbers.ts'
import { createBitReader, createBitWriter, wholeChance } from './rangeCoder.ts'

const steps = fc.array(
  fc.tuple(fc.oneof(fc.constantFrom(1, 2, wholeChance - 1), fc.integer({ min: 1, max: wholeChance - 1 })), fc.nat(1)),
  {
    maxLength: 400,
  },
)

describe('the range coder', () => {
  test('gives back the bits, whatever their chances', () => {
    fc.assert(
      fc.property(steps, (bits) => {
        const writer = createBitWriter()
        for (const [chance, bit] of bits) writer.code(chance, bit)
        const reader = createBitReader(writer.finish())
        expect(bits.map(([chance]) => reader.code(chance, 0))).toEqual(bits.map(([, bit]) => bit))
      }),
      { numRuns: 3000 },
    )
  })

  test('carries through a run of full bytes', () => {
    // All unlikely ones keep the lower end just below a round number, and the last bit takes it over.
    for (let length = 0; length < 300; length++) {
      const writer = createBitWriter()
      for (let k = 0; k < length; k++) writer.code(1, 1)
      writer.code(wholeChance - 1, 1)
      const reader = createBitReader(writer.finish())
      for (let k = 0; k < length; k++) expect(reader.code(1, 0)).toBe(1)
      expect(reader.code(wholeChance - 1, 0)).toBe(1)
    }
  })

  test('takes about as much as the chances say: 10,000 bits of which one in 32 is 1 take 2,007 bits', () => {
    const writer = createBitWriter()
    for (let k = 0; k < 10_000; k++) writer.code((wholeChance * 31) / 32, k % 32 === 7 ? 1 : 0)
    const bits = 8 * writer.finish().length
    expect(bits).toBeGreaterThan(2000)
    expect(bits).toBeLessThan(2040)
  })

  test('reads anything without an end', () => {
    const reader = createBitReader(new Uint8Array([255, 255, 255, 255]))
    for (let k = 0; k < 1000; k++) expect([0, 1]).toContain(reader.code(wholeChance / 2, 0))
  })
})

describe('numbers', () => {
  function andBack(values: readonly number[], code: (value: number, coder: ReturnType<typeof createCoder>) => number) {
    const writer = createBitWriter()
    const into = createCoder(writer)
    for (const value of values) code(value, into)
    const from = createCoder(createBitReader(writer.finish()))
    return values.map(() => code(0, from))
  }

  test('whole ones', () => {
    const edges = [0, 1, 2, 3, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 32 + 1, 2 ** 53 - 1, 2 ** 52, 2 ** 48 - 1]
    expect(andBack(edges, (value, coder) => codeWhole(coder, 'n', value))).toEqual(edges)
    fc.assert(
      fc.property(fc.array(fc.maxSafeNat()), (values) => {
        expect(andBack(values, (value, coder) => codeWhole(coder, 'n', value))).toEqual(values)
      }),
    )
  })

  test('symbols', () => {
    const all = Array.from({ length: 128 }, (_, k) => (k * 37) % 128)
    expect(andBack(all, (value, coder) => codeSymbol(coder, 's', 7, value))).toEqual(all)
  })

  test('any finite double comes back exactly', () => {
    const edges = [
      0.1,
      1 / 3,
      -1e-300,
      Number.MAX_VALUE,
      -Number.MIN_VALUE,
      123456.789,
      -0.001,
      2 ** 46,
      2 ** 46 + 1,
      1e15,
      0.1 + 0.2,
    ]
    expect(andBack(edges, (value, coder) => codeNumber(coder, value))).toEqual(edges)
    const doubles = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)
    fc.assert(
      fc.property(fc.array(doubles), (values) => {
        expect(andBack(values, (value, coder) => codeNumber(coder, value))).toEqual(values)
      }),
    )
  })
})
