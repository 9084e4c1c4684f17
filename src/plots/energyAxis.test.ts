import { describe, expect, it } from 'vitest'
import { createTrace } from '../store/trace.ts'
import { energyAxis } from './energyAxis.ts'

const view = { extent: 3, floor: -1, ceiling: 0.5 }
const traceOf = (...energies: number[]) => {
  const trace = createTrace(1)
  energies.forEach((energy, k) => trace.push(k, Float32Array.of(0, 0, energy, 0, 0), 0, false))
  return trace
}

describe('energyAxis', () => {
  it('holds the whole descent and the level below it', () => {
    const { low, high } = energyAxis(view, [{ energy: -0.9, runs: [], memory: 0 }], [traceOf(0.1, -0.5, -0.89)])
    expect(low).toBeLessThan(-1)
    expect(high).toBeGreaterThan(0.1)
    expect(high).toBeLessThan(0.4)
  })
  it('gives a ball dropped on a cliff no more than half of the axis', () => {
    expect(energyAxis(view, [], [traceOf(40, 20)]).high).toBeLessThan(2.4)
    expect(energyAxis(view, [], [traceOf(1, 0.8)]).high).toBeGreaterThan(1)
  })
  it('is a range without balls, and on flat ground', () => {
    const empty = energyAxis(view, [], [])
    expect(empty.high).toBeGreaterThan(empty.low)
    const flat = energyAxis({ extent: 1, floor: 0, ceiling: 0 }, [], [traceOf(0)])
    expect(flat.high).toBeGreaterThanOrEqual(flat.low)
  })
})
