import { describe, expect, it } from 'vitest'
import { createTrace } from '../store/trace.ts'
import { firstSampleAt, highestOf, timeWindow } from './timeWindow.ts'

describe('timeWindow', () => {
  it('grows from the start, then follows', () => {
    expect(timeWindow(0)).toEqual({ from: 0, to: 4 })
    expect(timeWindow(12)).toEqual({ from: 0, to: 12 })
    expect(timeWindow(30)).toEqual({ from: 10, to: 30 })
  })
})

describe('reading a trace', () => {
  const trace = createTrace(1, 4)
  for (let k = 0; k < 6; k++) trace.push(k, Float32Array.of(0, 0, 10 - k, 0, 0), 0, false)

  it('finds the first sample of a window, also in a ring that has wrapped', () => {
    expect(firstSampleAt(trace, 0)).toBe(0)
    expect(trace.times[trace.at(firstSampleAt(trace, 3))]).toBe(3)
    expect(trace.times[trace.at(firstSampleAt(trace, 3.5))]).toBe(4)
    expect(firstSampleAt(trace, 99)).toBe(trace.length)
  })
  it('finds the highest value it holds', () => expect(highestOf(trace, trace.energy)).toBe(8))
})
