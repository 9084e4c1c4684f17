import { expect, test } from 'vitest'
import { gatesOf } from './figures.ts'
import { phaseCurvesFiguresOf } from './phaseCurvesFigures.ts'

const timings = {
  ms: new Map([
    ['nullclines and separatrices', [0.6, 0.8]],
    ['all phase curves', [1.4, 1.4]],
    ['recall from a place', [0.05, 0.05]],
  ]),
  probeMs: [1, 1],
  droppedRounds: 0,
  skipped: [],
}

test('times, told for Node and the worker, and no gates', () => {
  const figures = phaseCurvesFiguresOf(timings, timings)
  expect(figures.map(({ name }) => name)).toContain('all phase curves, worker')
  expect(figures.find(({ name }) => name === 'nullclines and separatrices, Node')).toMatchObject({
    goal: 2,
    unit: 'ms',
    spread: { median: 0.7 },
  })
  expect(gatesOf(figures, [])).toEqual([])
})
