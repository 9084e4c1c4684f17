import { expect, test } from 'vitest'
import { figuresOf, formatFigures, gatesOf, reaches } from './figures.ts'

const timings = (landscapeMs: number) => ({
  ms: new Map([
    ['landscape 129²', [landscapeMs, landscapeMs]],
    ['landscape 129², point by point', [2, 2]],
    ['all equilibria', [0.1, 0.1]],
    ['all equilibria, Newton from a grid', [0.7, 0.7]],
  ]),
  probeMs: [1, 1],
  droppedRounds: 0,
  skipped: [],
})

test('ratios are gated at 60 % of their goals, times never', () => {
  const figures = figuresOf(timings(0.1), null, null)
  expect(figures.filter((figure) => !reaches(figure)).map(({ name }) => name)).toEqual([
    'all equilibria against Newton from a grid, Node',
  ])
  expect(gatesOf(figures, [])).toEqual([
    { name: 'landscape 129² against point by point, Node', isOk: true },
    { name: 'all equilibria against Newton from a grid, Node', isOk: true },
  ])
  expect(gatesOf(figuresOf(timings(0.2), null, null), []).map(({ isOk }) => isOk)).toEqual([false, true])
})

test('a subject that is wrong fails, and so does a ratio that could not be taken', () => {
  const figures = figuresOf({ ...timings(0.05), ms: new Map() }, null, null)
  expect(gatesOf(figures, ['all equilibria: index sum 0']).map(({ isOk }) => isOk)).toEqual([false, false, false])
})

test('the table names goal, figure and range', () => {
  const [, row, ratio] = formatFigures(figuresOf(timings(0.04), null, null)).split('\n')
  expect(row?.replaceAll(/ +/g, ' ')).toBe('landscape 129², Node – 0.0400 ms 0.0400 … 0.0400')
  expect(ratio?.replaceAll(/ +/g, ' ')).toBe('landscape 129² against point by point, Node ≥ 17 x 50.0 x 50.0 … 50.0 ok')
})
