import { expect, test } from 'vitest'
import { createTrace, type Trace } from './trace.ts'

const values = (k: number) => Float32Array.of(k, k + 0.25, -k, 0.5, -0.5)
const timesOf = (trace: Trace) => Array.from({ length: trace.length }, (_, k) => trace.times[trace.at(k)])

test('it holds the newest samples, oldest first', () => {
  const trace = createTrace(1, 4)
  for (let k = 0; k < 7; k++) trace.push(k, values(k), 0, false)
  expect(timesOf(trace)).toEqual([3, 4, 5, 6])
  const newest = trace.at(trace.length - 1)
  expect([trace.x1, trace.x2, trace.energy, trace.m1, trace.m2].map((array) => array[newest])).toEqual([
    6, 6.25, -6, 0.5, -0.5,
  ])
})

test('a provisional sample is replaced by the next one, also in a full ring', () => {
  const trace = createTrace(1, 3)
  for (const [time, isProvisional] of [
    [0, false],
    [0.5, true],
    [1, false],
    [2, false],
    [2.5, true],
    [2.75, true],
    [3, false],
  ] as const) {
    trace.push(time, values(time), 0, isProvisional)
  }
  expect(timesOf(trace)).toEqual([1, 2, 3])
})

test('a sample of the same moment replaces the one before', () => {
  const trace = createTrace(1, 8)
  trace.push(0.1, values(1), 0, false)
  trace.push(0.1, values(2), 0, false)
  expect(timesOf(trace)).toHaveLength(1)
  expect(trace.x1[trace.at(0)]).toBe(2)
})

test('clearing begins a new trajectory', () => {
  const trace = createTrace(1, 3)
  for (let k = 0; k < 5; k++) trace.push(k, values(k), 0, k === 4)
  trace.clear()
  expect(trace.length).toBe(0)
  trace.push(9, values(9), 0, false)
  expect(timesOf(trace)).toEqual([9])
})

test('a provisional sample of the same moment leaves a regular one alone', () => {
  const trace = createTrace(1, 8)
  trace.push(0.1, values(1), 0, false)
  trace.push(0.1, values(2), 0, true)
  trace.push(0.2, values(3), 0, false)
  expect(trace.length).toBe(2)
  expect(trace.x1[trace.at(0)]).toBe(1)
})
