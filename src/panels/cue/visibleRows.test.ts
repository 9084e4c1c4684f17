import { expect, it } from 'vitest'
import { visibleRows } from './visibleRows.ts'

it('has the rows in view and a few more, and never rows that there are not', () => {
  expect(visibleRows(0, 240, 24, 100)).toEqual({ first: 0, end: 14 })
  expect(visibleRows(480, 240, 24, 100)).toEqual({ first: 16, end: 34 })
  expect(visibleRows(2160, 240, 24, 100)).toEqual({ first: 86, end: 100 })
  expect(visibleRows(9999, 240, 24, 5)).toEqual({ first: 5, end: 5 })
})
