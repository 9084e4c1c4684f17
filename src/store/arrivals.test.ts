import { describe, expect, it } from 'vitest'
import type { NamedEquilibrium } from '../model/equilibriumNames.ts'
import { createTrace, sampleWidth } from './trace.ts'
import { newArrivals, restingPlace } from './arrivals.ts'

const valley: NamedEquilibrium = {
  state: [1, 1],
  energy: -1,
  stability: 'stable',
  eigenvalues: [-1, -0.5],
  isMarginal: false,
  name: { kind: 'memory', mu: 0, sign: 1 },
  key: 'memory-1+',
}

/** A ball on its way to (1, 1) as 1 − e^(−t), sampled every 0.1 from `start` until `end`. */
function rollingTrace(end: number, start = 0) {
  const trace = createTrace(1)
  for (let k = 0; start + k * 0.1 <= end; k++) {
    const x = 1 - Math.exp(-k * 0.1)
    const sample = new Float32Array(sampleWidth)
    sample.set([x, x])
    trace.push(start + k * 0.1, sample, 0, false)
  }
  return trace
}

describe('newArrivals', () => {
  it('says nothing while a ball rolls', () => {
    expect(newArrivals(new Map([[1, rollingTrace(2)]]), [valley], new Map()).arrivals).toEqual([])
  })

  it('says once what a ball recalled, with the time since it was dropped', () => {
    const traces = new Map([[1, rollingTrace(13, 5)]])
    const first = newArrivals(traces, [valley], new Map())
    expect(first.arrivals).toEqual([{ id: 1, place: valley, time: first.arrivals[0].time }])
    expect(first.arrivals[0].time).toBeCloseTo(3.4, 1)
    expect(newArrivals(traces, [valley], first.places).arrivals).toEqual([])
  })

  it('lets a ball that rolls again arrive again', () => {
    const known = newArrivals(new Map([[1, rollingTrace(9)]]), [valley], new Map()).places
    const rolling = newArrivals(new Map([[1, rollingTrace(2)]]), [valley], known).places
    expect(newArrivals(new Map([[1, rollingTrace(9)]]), [valley], rolling).arrivals).toHaveLength(1)
  })
})

describe('restingPlace', () => {
  it('is the equilibrium that a slow ball is at', () => {
    expect(restingPlace({ state: [1, 1.005], speed: 0.001 }, [valley])).toBe(valley)
  })

  it('is nothing for a ball that passes by or is on its way', () => {
    expect(restingPlace({ state: [1, 1], speed: 0.5 }, [valley])).toBeNull()
    expect(restingPlace({ state: [1, 0.5], speed: 0.001 }, [valley])).toBeNull()
  })
})
