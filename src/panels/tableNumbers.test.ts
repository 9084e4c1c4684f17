import { expect, it } from 'vitest'
import { wholeDigits } from './tableNumbers.ts'

it('counts the whole digits of the widest number', () => {
  expect(wholeDigits([])).toBe(1)
  expect(wholeDigits([0.2, -0.9])).toBe(1)
  expect(wholeDigits([-12.5, 3])).toBe(2)
  expect(wholeDigits([100])).toBe(3)
})
