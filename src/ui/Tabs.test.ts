import { expect, test } from 'vitest'
import { tabAfterKey } from './Tabs.tsx'

test('the arrow keys go round, Home and End go to the ends', () => {
  expect(tabAfterKey('ArrowRight', 0, 4)).toBe(1)
  expect(tabAfterKey('ArrowRight', 3, 4)).toBe(0)
  expect(tabAfterKey('ArrowLeft', 0, 4)).toBe(3)
  expect(tabAfterKey('Home', 2, 4)).toBe(0)
  expect(tabAfterKey('End', 2, 4)).toBe(3)
  expect(tabAfterKey('a', 2, 4)).toBe(null)
})
