import { expect, test } from 'vitest'
import { clipTo } from './regimeClip.ts'

const range = { low: -1, high: 4 }

test('a line keeps its direction and ends at the edge', () => {
  expect(clipTo([0, 0], [3, 2], range)).toEqual({ place: [3, 2], isCut: false })
  expect(clipTo([0, 0], [8, 2], range)).toEqual({ place: [4, 1], isCut: true })
  expect(clipTo([1, 1], [-3, 1], range)).toEqual({ place: [-1, 1], isCut: true })
  expect(clipTo([2, 0], [2, -5], range)).toEqual({ place: [2, -1], isCut: true })
  expect(clipTo([4, 4], [6, 6], range)).toEqual({ place: [4, 4], isCut: true })
  expect(clipTo([1, 1], [1, 1], range)).toEqual({ place: [1, 1], isCut: false })
})
