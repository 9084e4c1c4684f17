import { expect, it } from 'vitest'
import { entriesThatFit, entryRight } from './drawFractionBand.ts'

it('the newest entry ends at the right edge, older ones stand before it without gaps', () => {
  expect(entryRight(2, 3, 200)).toBe(200)
  expect(entryRight(1, 3, 200)).toBe(186)
  expect(entryRight(0, 3, 200)).toBe(184)
  expect(entryRight(0, 1, 200)).toBe(200)
})

it('as many entries are shown as fit', () => {
  expect(entriesThatFit(114)).toBe(51)
  expect(entryRight(0, entriesThatFit(114), 114)).toBeGreaterThanOrEqual(0)
  expect(entriesThatFit(3)).toBe(1)
})
