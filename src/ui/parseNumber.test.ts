import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { formatNumber } from './formatNumber.ts'
import { parseNumber } from './parseNumber.ts'

describe('parseNumber', () => {
  it.each([
    ['1.5', 1.5],
    ['1,5', 1.5],
    [' −3 ', -3],
    ['–3', -3],
    ['-3', -3],
    ['+2', 2],
    ['.5', 0.5],
    ['2.', 2],
    ['1e-3', 0.001],
    ['1E3', 1000],
    ['−1.000 × 10⁻⁷', -1e-7],
    ['2*10^3', 2000],
  ])('reads %s', (text, value) => expect(parseNumber(text)).toBe(value))

  it.each(['', '-', 'abc', '1.2.3', '1,2,3', '1e', '1e999', 'NaN', 'Infinity', '0x10', '1 2 a', '∞'])(
    'refuses %s',
    (text) => expect(parseNumber(text)).toBeNull(),
  )

  it('refuses a million digits at once', () => expect(parseNumber(`${'1'.repeat(1_000_000)}x`)).toBeNull())

  it('reads back what formatNumber writes, to four digits', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (value) => {
        const back = parseNumber(formatNumber(value))
        expect(back).not.toBeNull()
        expect(Math.abs(back! - value)).toBeLessThanOrEqual(Math.max(Math.abs(value) * 6e-4, 1e-300))
      }),
    )
  })
})
