import { describe, expect, it } from 'vitest'
import { decimalsOfStep, formatAligned, formatField, formatFixed, formatNumber, formatShort } from './formatNumber.ts'

describe('formatNumber', () => {
  it('keeps four significant digits with a true minus sign', () => {
    expect(formatNumber(1.5)).toBe('1.500')
    expect(formatNumber(-0.653472)).toBe('−0.6535')
    expect(formatNumber(12.3456)).toBe('12.35')
    expect(formatNumber(12345)).toBe('12345')
    expect(formatNumber(0.00123456)).toBe('0.001235')
  })
  it('writes zero, the very small and the not finite plainly', () => {
    expect(formatNumber(0)).toBe('0')
    expect(formatNumber(-0)).toBe('0')
    expect(formatNumber(-1e-7)).toBe('−1.000 × 10⁻⁷')
    expect(formatNumber(Number.NaN)).toBe('–')
    expect(formatNumber(-Infinity)).toBe('−∞')
  })
  it('drops zeros at the end on request', () => {
    expect(formatShort(1.5)).toBe('1.5')
    expect(formatShort(-3)).toBe('−3')
    expect(formatShort(100)).toBe('100')
    expect(formatShort(1e-7)).toBe('1 × 10⁻⁷')
  })
})

describe('columns', () => {
  it('never shows a negative zero', () => {
    expect(formatFixed(-0.0001, 3)).toBe('0.000')
    expect(formatFixed(-1.25, 3)).toBe('−1.250')
  })
  it('lines up on the decimal point', () => {
    const cells = [1.5, -1.5, 12.25, -12.25].map((value) => formatAligned(value, 3, 2))
    expect(new Set(cells.map((cell) => cell.length)).size).toBe(1)
    expect(new Set(cells.map((cell) => cell.indexOf('.'))).size).toBe(1)
  })
})

describe('formatField', () => {
  it('shows the decimals of the step, and more between two steps', () => {
    expect(formatField(1.5, 0.01)).toBe('1.50')
    expect(formatField(1.29131, 0.01)).toBe('1.291')
    expect(formatField(-3, 1)).toBe('−3')
    expect(formatField(0.005, 0.001)).toBe('0.005')
    expect(formatField(0, 0.01)).toBe('0.00')
    expect(formatField(4294967295, 1)).toBe('4294967295')
  })
  it('finds the decimals of a step', () => {
    expect([0.01, 1, 2.5, 0.001, 10].map(decimalsOfStep)).toEqual([2, 0, 1, 3, 0])
  })
})
