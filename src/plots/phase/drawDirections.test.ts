import { describe, expect, it } from 'vitest'
import { directionStrokes, eigenvalueLines } from './drawDirections.ts'

const linesOf = (value: number) => eigenvalueLines(value, 1).map((runs) => runs.map(({ text }) => text).join(''))

describe('directions of an equilibrium', () => {
  it('leave it on both sides, x₂ upwards', () => {
    const [ahead, back] = directionStrokes([100, 100], [0.6, 0.8], 0.5, [10, 50])
    expect(ahead).toEqual({ inner: [106, 92], outer: [130, 60], sense: 1 })
    expect(back).toEqual({ inner: [94, 108], outer: [70, 140], sense: 1 })
  })
  it('point the way states go, and no way at a bifurcation', () => {
    const senseOf = (value: number) => directionStrokes([0, 0], [1, 0], value, [1, 2])[0].sense
    expect([senseOf(-2), senseOf(0.1), senseOf(1e-9)]).toEqual([-1, 1, 0])
  })
  it('have eigenvalue and time constant', () => {
    expect(linesOf(-0.5)).toEqual(['λ1 = −0.500', '1/|λ1| = 2.00'])
    expect(linesOf(0)[0]).toBe('λ1 = 0')
  })
})
