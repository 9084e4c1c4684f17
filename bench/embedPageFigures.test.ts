import { expect, test } from 'vitest'
import { embedPageFiguresOf } from './embedPageFigures.ts'
import { gatesOf, reaches } from './figures.ts'

const measured = {
  firstMapMs: [280, 250, 400, 270, 290],
  firstSurfaceMs: [1500, 1400, 1350],
  blankPercent: [0.5, 0.5, 1],
  restPercent: [1, 1.5, 3],
  contexts: [4],
}

test('medians stand beside the goals of the issue, and times are never gated', () => {
  const figures = embedPageFiguresOf(measured)
  expect(figures.map(({ spread }) => spread.median)).toEqual([280, 1400, 1, 4])
  expect(figures.map((figure) => reaches(figure))).toEqual([true, false, true, true])
  expect(gatesOf(figures, [])).toEqual([])
})

test('what could not be measured has no row', () => {
  expect(embedPageFiguresOf(null)).toEqual([])
  expect(embedPageFiguresOf({ ...measured, blankPercent: [], restPercent: [] })).toHaveLength(3)
})
