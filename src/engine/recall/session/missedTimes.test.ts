import { expect, test } from 'vitest'
import { createMissedTimes, type MissedTimes } from './missedTimes.ts'

function all(missed: MissedTimes): number[] {
  const times: number[] = []
  for (let next = missed.first(); next !== null; next = missed.first()) {
    times.push(next.time)
    missed.dropFirst()
  }
  return times
}

test('samples are kept in their order; of the times between them only the newest', () => {
  const missed = createMissedTimes()
  expect(missed.first()).toBeNull()
  expect(missed.latest()).toBeNull()
  missed.add(0.01, false)
  missed.add(0.02, true)
  missed.add(0.03, false)
  missed.add(0.035, false)
  expect(missed.latest()).toBe(0.035)
  expect(all(missed)).toEqual([0.02, 0.035])
  missed.add(1, true)
  missed.clear()
  expect(all(missed)).toEqual([])
})

test('a long wait is thinned: the first and the latest stay', () => {
  const missed = createMissedTimes()
  for (let k = 0; k < 50_000; k++) missed.add(k, true)
  const times = all(missed)
  expect(times.length).toBeLessThanOrEqual(2000)
  expect(times.length).toBeGreaterThan(900)
  expect(times[0]).toBe(0)
  expect(times.at(-1)).toBe(49_999)
  expect(times).toEqual(times.toSorted((a, b) => a - b))
})
