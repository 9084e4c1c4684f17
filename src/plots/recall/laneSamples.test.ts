import { describe, expect, it } from 'vitest'
import { energyRange, firstSampleFrom, leadersAmong, samplesFrom } from './laneSamples.ts'

/** Samples every 0.1 time units; overlaps by a formula. */
function makeTrace(length: number, overlap: (k: number, mu: number) => number = () => 0, patternCount = 3) {
  return { length, patternCount, timeAt: (k: number) => k / 10, energyAt: (k: number) => -k, overlapAt: overlap }
}

describe('samples of a window', () => {
  it('begins with the sample before the window and ends with the newest', () => {
    const trace = makeTrace(101)
    expect(firstSampleFrom(trace, 5)).toBe(50)
    expect(firstSampleFrom(trace, 99)).toBe(101)
    expect(samplesFrom(trace, 9.8, 100)).toEqual([97, 98, 99, 100])
    expect(samplesFrom(makeTrace(0), 0, 10)).toEqual([])
  })

  it('thins a long trace to about as many as asked for, in order, and keeps both ends', () => {
    const chosen = samplesFrom(makeTrace(5001), 0, 60)
    expect(chosen.length).toBeLessThanOrEqual(63)
    expect(chosen.length).toBeGreaterThan(50)
    expect(chosen[0]).toBe(0)
    expect(chosen.at(-1)).toBe(5000)
    expect(chosen.every((k, place) => place === 0 || k > chosen[place - 1])).toBe(true)
  })
})

describe('leadersAmong', () => {
  const trace = makeTrace(11, (k, mu) => [k < 5 ? 0.9 : 0.1, k < 5 ? 0.2 : -0.8, 0.05][mu])

  it('has every memory that led in the window, by magnitude', () => {
    expect(leadersAmong(trace, [0, 5, 10], { most: 3, least: 0.15 })).toEqual([0, 1])
    expect(leadersAmong(trace, [6, 10], { most: 1, least: 0.15 })).toEqual([1])
    expect(leadersAmong(trace, [], { most: 3, least: 0.15 })).toEqual([])
  })
})

describe('energyRange', () => {
  it('holds all energies, and is never empty', () => {
    const [low, high] = energyRange(makeTrace(11), [0, 10])
    expect(low).toBeLessThan(-10)
    expect(high).toBeGreaterThan(0)
    expect(energyRange(makeTrace(0), [])).toEqual([0, 1])
    const flat = energyRange({ energyAt: () => -3 }, [0, 1])
    expect(flat[1]).toBeGreaterThan(flat[0])
  })
})
