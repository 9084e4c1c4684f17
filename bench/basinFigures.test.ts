import { expect, test } from 'vitest'
import { basinFiguresOf } from './basinFigures.ts'
import { gatesOf } from './figures.ts'

const timings = {
  ms: new Map([
    ['basins 129²', [1, 1]],
    ['basins 129², Runge and Kutta', [300, 300]],
    ['basins 129², JavaScript', [1.5, 1.5]],
    ['basins 129², every start', [2, 2]],
    ['basins 513²', [70, 70]],
  ]),
  probeMs: [1, 1],
  droppedRounds: 0,
  skipped: [],
}

test('ratios to the naive way, and times', () => {
  const named = (name: string) => basinFiguresOf(timings, timings).find((figure) => figure.name === name)
  expect(named('basins 129² against Runge and Kutta, Node')?.spread.median).toBeCloseTo(300, 9)
  expect(named('basins 129², every start against Runge and Kutta, worker')?.spread.median).toBeCloseTo(150, 9)
  expect(named('basins 513², Node')).toMatchObject({ goal: 60, unit: 'ms', isFloor: false })
})

test('only ratios are gated, at 60 % of the goal', () => {
  const slow = { ...timings, ms: new Map([...timings.ms, ['basins 129²', [4, 4]]]) }
  const verdicts = (some: typeof timings) => gatesOf(basinFiguresOf(some, null), []).map(({ isOk }) => isOk)
  expect(verdicts(timings)).toEqual([true, true, true])
  expect(verdicts(slow)).toEqual([false, true, true])
})
