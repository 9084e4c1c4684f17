import { describe, expect, it } from 'vitest'
import { plotTicks, stepDecimals } from './plotTicks.ts'

describe('plotTicks', () => {
  it('are round, with the decimals of their step and the ends included', () => {
    expect(plotTicks(-1, 4, 5).map(({ text }) => text)).toEqual(['−1', '0', '1', '2', '3', '4'])
    expect(plotTicks(-0.1, 0.4, 5).map(({ text }) => text)).toEqual(['−0.1', '0.0', '0.1', '0.2', '0.3', '0.4'])
  })
  it('are none on an empty range', () => expect(plotTicks(1, 1, 5)).toEqual([]))
  it('know the decimals of a step', () => expect([0.05, 0.1, 1, 20].map(stepDecimals)).toEqual([2, 1, 0, 0]))
})
