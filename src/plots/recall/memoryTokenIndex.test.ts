import { expect, it } from 'vitest'
import { memoryTokenIndex } from './memoryTokenIndex.ts'

it('goes round the eight colours', () => {
  expect([1, 2, 8, 9, 17].map(memoryTokenIndex)).toEqual([0, 1, 7, 0, 0])
})
