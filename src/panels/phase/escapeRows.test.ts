import { expect, test } from 'vitest'
import type { Stopwatch } from '../../model/phase/stopwatch.ts'
import { escapeRows, measuredText, timeText } from './escapeRows.ts'

const watch = (escapes: number, exposure: number): Stopwatch => {
  const meanTime = exposure / escapes
  return { from: 0, to: 'other', escapes, exposure, meanTime, standardError: meanTime / Math.sqrt(escapes) }
}

test('a time that nobody will see is only longer than', () => {
  expect(timeText(7.70718)).toBe('7.707')
  expect(timeText(123_456)).toBe('123456')
  expect(timeText(2e6)).toBe('longer than 1\u00a0000\u00a0000')
  expect(timeText(Infinity)).toBe('longer than 1\u00a0000\u00a0000')
})

test('what was measured comes with the interval that holds it 95 times in 100', () => {
  expect(measuredText(watch(400, 2320))).toBe('5.80 ± 0.57')
  expect(measuredText(watch(40_000, 232_000))).toBe('5.800 ± 0.057')
  expect(measuredText(watch(49, 49_000))).toBe('1000 ± 280')
})

test('a few escapes are no interval, and what cannot be told yet is not told', () => {
  expect(measuredText(watch(4, 40))).toBe('about 10')
  expect(measuredText(watch(0, 300))).toBe('none yet')
  expect(measuredText({ ...watch(4, 40), meanTime: Infinity, standardError: Infinity })).toBe('too early')
  expect(measuredText(watch(0, 0))).toBe('–')
  expect(measuredText(undefined)).toBe('–')
})

test('both stand in one row', () => {
  expect(escapeRows([{ from: 0, to: 'other', time: 5.83 }], [watch(400, 2320)])).toEqual([
    { from: 0, to: 'other', computed: '5.830', measured: '5.80 ± 0.57' },
  ])
  expect(escapeRows([{ from: 1, to: 'twin', time: 2 }], [watch(400, 2320)])[0]?.measured).toBe('–')
})
