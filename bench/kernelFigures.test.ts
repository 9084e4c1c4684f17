import { expect, test } from 'vitest'
import { gatesOf, reaches } from './figures.ts'
import { kernelFiguresOf } from './kernelFigures.ts'

const timings = {
  ms: new Map([
    ['step (1024, 10)', [0.001, 0.001]],
    ['noisy step (1024, 10)', [0.002, 0.002]],
    ['JavaScript kernel (1024, 10)', [0.01, 0.01]],
    ['naive JavaScript (1024, 10)', [0.04, 0.04]],
    ['multiply-add peak', [0.00002, 0.00002]],
    ['NumPy (1024, 10)', [0.008, 0.008]],
    ['noisy dense NumPy (1024, 10)', [2, 2]],
  ]),
  probeMs: [1, 1],
  droppedRounds: 0,
  skipped: [],
}
const named = (name: string, hasNumpy = true) =>
  kernelFiguresOf(timings, timings, hasNumpy).find((figure) => figure.name === name)

test('ratios are within a round, and operations are counted as 4NP', () => {
  expect(named('noisy step (1024, 10) against dense NumPy')?.spread.median).toBe(1000)
  expect(named('step (1024, 10) against NumPy')?.spread.median).toBe(8)
  expect(named('step (1024, 10) against naive JavaScript, Node')?.spread.median).toBe(40)
  // 40,960 operations in 1 µs, and a million of them in 0.02 µs at the peak.
  expect(named('step (1024, 10), operations over the peak, Node')?.spread.median).toBeCloseTo(0.0008192, 12)
  expect(named('step (1024, 10), Node')?.spread.median).toBe(1_000_000)
})

test('the worker is held to the goals of Node, but for those against NumPy', () => {
  const goalsIn = (place: string) =>
    kernelFiguresOf(timings, timings, true)
      .filter(({ name }) => name.endsWith(`, ${place}`))
      .map(({ name, goal }) => [name.slice(0, -place.length), goal])
  expect(goalsIn('worker')).toEqual(goalsIn('Node'))
  expect(named('JavaScript kernel (1024, 10) against naive, worker')).toMatchObject({ goal: 5, spread: { median: 4 } })
  expect(named('step (1024, 10) against naive JavaScript, worker')?.goal).toBe(30)
  const gates = gatesOf(kernelFiguresOf({ ...timings, ms: new Map() }, timings, false), [])
  expect(gates.find(({ name }) => name === 'JavaScript kernel (1024, 10) against naive, worker')?.isOk).toBe(true)
})

test('a kernel that is too slow misses its goal, and fails below 60 % of it', () => {
  const figure = named('JavaScript kernel (1024, 10) against naive, Node')
  expect(figure && [figure.spread.median, reaches(figure), reaches(figure, 0.6)]).toEqual([4, false, true])
})

test('without NumPy its rows are left out rather than failed', () => {
  expect(named('step (1024, 10) against NumPy', false)).toBeUndefined()
  const gates = gatesOf(kernelFiguresOf(timings, null, false), [])
  expect(gates.some(({ name }) => name.includes('NumPy'))).toBe(false)
})
