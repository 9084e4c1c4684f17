import { expect, test } from 'vitest'
import {
  quantile,
  ratios,
  shuffledOrder,
  spread,
  steadyRounds,
  type Subject,
  timeSubjects,
  wantsRound,
} from './harness.ts'
import { multiplyAddChains } from './probe.ts'

/** A clock that only the subjects move. */
function makeBench() {
  let now = 0
  const work = (name: string, ms: number): Subject => ({
    name,
    items: 2,
    run: () => (now += 2 * ms),
    check: () => null,
  })
  return { work, clock: () => now }
}

test('quantiles interpolate, whatever the order', () => {
  expect(quantile([3, 1, 2], 0.5)).toBe(2)
  expect(quantile([4, 1, 2, 3], 0.5)).toBe(2.5)
  expect(spread([0, 10])).toEqual({ median: 5, low: 1, high: 9 })
  expect(quantile([], 0.5)).toBeNaN()
})

test('an order holds every index once', () => {
  expect(shuffledOrder(5, () => 0.3).toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4])
  expect(shuffledOrder(3, () => 0)).toEqual([1, 2, 0])
})

test('the chains of the probe come to their fixed points', () => {
  expect(multiplyAddChains(0, 0.5, 1)).toBe(10)
  expect(multiplyAddChains(100, 0.5, 1)).toBe(8)
})

test('ratios are taken within rounds', () => {
  const { work, clock } = makeBench()
  const timings = timeSubjects([work('fast', 1), work('slow', 4)], { rounds: 5, sampleMs: 10, seed: 1, clock })
  expect(ratios(timings, 'slow', 'fast')).toEqual([4, 4, 4, 4, 4])
  expect(timings.ms.get('slow')).toEqual([4, 4, 4, 4, 4])
  expect(timings.droppedRounds).toBe(0)
})

test('rounds with a slow probe are dropped', () => {
  const rounds = [{ probeMs: 1 }, { probeMs: 1.2 }, { probeMs: 1.09 }, { probeMs: 5 }]
  expect(steadyRounds(rounds)).toEqual([{ probeMs: 1 }, { probeMs: 1.09 }])
})

test('a busy machine is timed for longer, but not for ever', () => {
  expect([wantsRound(30, 30, 31), wantsRound(31, 11, 31)]).toEqual([true, false])
  expect([wantsRound(31, 10, 31), wantsRound(123, 10, 31), wantsRound(124, 10, 31)]).toEqual([true, true, false])
  expect([wantsRound(3, 2, 3), wantsRound(4, 3, 3)]).toEqual([true, false])
})

test('no figure for a subject that is wrong', () => {
  const { work, clock } = makeBench()
  const wrong: Subject = { ...work('wrong', 1), check: () => 'off by one' }
  const timings = timeSubjects([work('fast', 1), wrong], { rounds: 2, sampleMs: 4, seed: 1, clock })
  expect(timings.skipped).toEqual(['wrong: off by one'])
  expect(timings.ms.has('wrong')).toBe(false)
})
