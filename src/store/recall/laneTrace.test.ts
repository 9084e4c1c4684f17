import { expect, test } from 'vitest'
import { createLaneTrace } from './laneTrace.ts'

const overlaps = Float32Array.of(0.5, -0.25, 0.75, 1)

test('samples are read oldest first, with their overlaps', () => {
  const trace = createLaneTrace(2, 10)
  trace.push(0, -1, overlaps, 0, false)
  trace.push(0.5, -2, overlaps, 1, false)
  expect(trace.length).toBe(2)
  expect([trace.timeAt(1), trace.energyAt(1), trace.overlapAt(1, 0), trace.overlapAt(1, 1)]).toEqual([0.5, -2, 0.75, 1])
  expect(trace.overlapAt(0, 1)).toBe(-0.25)
  trace.clear()
  expect(trace.length).toBe(0)
})

test('a full trace forgets the oldest', () => {
  const trace = createLaneTrace(1, 3)
  for (let k = 0; k < 5; k++) trace.push(k, k, overlaps, 0, false)
  expect([0, 1, 2].map(trace.timeAt)).toEqual([2, 3, 4])
})

test('a provisional sample gives way to the next; one of the same time is replaced', () => {
  const trace = createLaneTrace(1, 10)
  trace.push(0, 1, overlaps, 0, false)
  trace.push(0.3, 2, overlaps, 0, true)
  trace.push(0.6, 3, overlaps, 0, true)
  trace.push(1, 4, overlaps, 0, false)
  trace.push(1, 5, overlaps, 0, false)
  trace.push(1, 6, overlaps, 0, true)
  expect(trace.length).toBe(2)
  expect([trace.timeAt(1), trace.energyAt(1)]).toEqual([1, 5])
})

test('one pattern more or less begins anew in the same arrays; many more need others', () => {
  const trace = createLaneTrace(3, 4)
  trace.push(0, 1, Float32Array.of(1, 2, 3), 0, false)
  expect([trace.suits(4), trace.suits(16), trace.suits(17)]).toEqual([true, true, false])
  trace.begin(4)
  expect([trace.length, trace.patternCount]).toEqual([0, 4])
  for (let k = 0; k < 6; k++) trace.push(k, 0, Float32Array.of(k, -k, 2 * k, 3 * k), 0, false)
  expect([0, 1, 2, 3].map((mu) => trace.overlapAt(3, mu))).toEqual([5, -5, 10, 15])
  expect(createLaneTrace(100, 4).suits(20)).toBe(false)
})
