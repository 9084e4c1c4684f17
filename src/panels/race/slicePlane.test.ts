import { expect, it } from 'vitest'
import { otherPlane } from './slicePlane.ts'

it('changes one memory, and exchanges the two where both would be the same', () => {
  expect(otherPlane([1, 2], 0, 3)).toEqual([3, 2])
  expect(otherPlane([1, 2], 1, 3)).toEqual([1, 3])
  expect(otherPlane([1, 2], 0, 2)).toEqual([2, 1])
  expect(otherPlane([1, 2], 1, 1)).toEqual([2, 1])
})
