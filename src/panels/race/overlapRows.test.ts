import { expect, it } from 'vitest'
import { overlapRows } from './overlapRows.ts'

it('keeps the largest overlaps of any lane, in the order of the bank', () => {
  const { rows, left, leftBelow } = overlapRows([[0.1, 0.02, -0.9], null, [0.3, 0.05, 0.2]], 3, 2)
  expect(rows.map(({ mu }) => mu)).toEqual([0, 2])
  expect(rows[1].overlaps).toEqual([-0.9, null, 0.2])
  expect(left).toBe(1)
  expect(leftBelow).toBe(0.05)
  expect(overlapRows([], 0, 5)).toEqual({ rows: [], left: 0, leftBelow: 0 })
})
