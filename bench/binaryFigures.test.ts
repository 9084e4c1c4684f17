import { expect, test } from 'vitest'
import { binaryFiguresOf } from './binaryFigures.ts'
import { gatesOf } from './figures.ts'

const timings = {
  ms: new Map([
    ['binary training', [0.3, 0.3]],
    ['binary training, packing included', [0.6, 0.6]],
    ['outer products', [90, 90]],
    ['binary recall, wasm', [0.00001, 0.00001]],
    ['dense recall', [0.0003, 0.0003]],
    ['capacity curve', [0.5, 0.5]],
    ['dense capacity curve', [20, 20]],
  ]),
  probeMs: [1, 1],
  droppedRounds: 0,
  skipped: [],
}
const figures = binaryFiguresOf(timings, null)
const named = (name: string) => figures.find((figure) => figure.name === name)

test('ratios and rates', () => {
  expect(named('binary training (1024, 50) from packed bits against outer products, Node')?.spread.median).toBeCloseTo(
    300,
    9,
  )
  expect(named('binary recall (1024, 50), updates, Node')?.spread.median).toBeCloseTo(1e8, 3)
  expect(named('420 recalls at N = 500, Node')?.spread.median).toBeCloseTo(0.21, 9)
})

test('training is told with and without packing, and both names say which', () => {
  const ofTraining = figures.filter(({ name, unit }) => name.startsWith('binary training') && unit === 'x')
  expect(ofTraining.map(({ name, goal }) => [name, goal])).toEqual([
    ['binary training (1024, 50) from packed bits against outer products, Node', 250],
    ['binary training (1024, 50) with packing against outer products, Node', null],
  ])
  expect(ofTraining[1]?.spread.median).toBeCloseTo(150, 9)
})

test('below 60 % of its goal a ratio fails', () => {
  const gates = gatesOf(
    figures.filter(({ goal }) => goal !== null),
    [],
  )
  expect(gates.map(({ isOk }) => isOk)).toEqual([true, true, false])
})
