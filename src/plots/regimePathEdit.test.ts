import { expect, test } from 'vitest'
import { movedPath, type PathEnds } from './regimePathEdit.ts'

const path: PathEnds = [
  [0.5, 2],
  [2.5, 2],
]
const within = { range: { low: -1, high: 4 }, step: 0.01 }

test('a handle moves its own end, on the grid', () => {
  expect(movedPath(path, 'path-0', [0.123, 1.007], false, within)).toEqual({ path: [[0.12, 1.01], [2.5, 2]], isCut: false }) // prettier-ignore
  expect(movedPath(path, 'path-1', [3, 3], false, within)).toEqual({ path: [[0.5, 2], [3, 3]], isCut: false }) // prettier-ignore
})

test('a handle that leaves the map stays at its edge, in the same direction, and that is known', () => {
  expect(movedPath(path, 'path-1', [7.5, 2], false, within)).toEqual({ path: [[0.5, 2], [4, 2]], isCut: true }) // prettier-ignore
  expect(movedPath(path, 'path-0', [2.5, -4], false, within)).toEqual({ path: [[2.5, -1], [2.5, 2]], isCut: true }) // prettier-ignore
})

test('a new path goes from where the drag began to where it is', () => {
  const begun = movedPath(path, 'new-path', [1, 1], true, within).path
  expect(begun).toEqual([[1, 1], [1, 1]]) // prettier-ignore
  expect(movedPath(begun, 'new-path', [2, 0], false, within).path).toEqual([[1, 1], [2, 0]]) // prettier-ignore
})
