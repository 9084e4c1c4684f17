import { expect, test } from 'vitest'
import { activation, activationSlope } from './activation.ts'
import { findEquilibria, indexSum, type Equilibrium } from './equilibria.ts'
import { criticalSaliency } from './memory.ts'
import { createRandom } from './random.ts'
import type { TwoNeuronSystem } from './twoNeurons.ts'

function idp(first: number, second: number, gain = 1): Equilibrium[] {
  return findEquilibria({ saliency: [first, second], gain, current: [0, 0] })
}

function marginalCount(points: readonly Equilibrium[]): number {
  return points.filter((point) => point.isMarginal).length
}

test('at α = 1/g exactly: the side without the memory, the origin marginal', () => {
  for (const gain of [1, 2, 3, 7, 10]) {
    for (const rival of [-2, 0.5 / gain, 1 / gain, 1.8 / gain]) {
      const points = idp(1 / gain, rival, gain)
      expect(points.length).toBe(rival * gain > 1 ? 3 : 1)
      expect(indexSum(points)).toBe(1)
      expect(points.find(({ state }) => state[0] === 0 && state[1] === 0)?.isMarginal).toBe(true)
    }
  }
})

test('across the birth of a memory: γ grows as √(3ε)/g, both twins present from the first representable step', () => {
  for (const gain of [1, 10]) {
    for (const excess of [1e-15, 1e-12, 1e-9, 1e-6, 1e-3]) {
      const saliency = (1 + excess) / gain
      const points = idp(saliency, 0.2 / gain, gain)
      expect(points.length).toBe(gain * saliency > 1 ? 3 : 1)
      expect(indexSum(points)).toBe(1)
      if (points.length === 3) expect(points[2].state[0]).toBeCloseTo(Math.sqrt(3 * (gain * saliency - 1)) / gain, 4)
    }
  }
})

test('across the pitchfork at α*: 5 points below, 9 above, index 1 throughout, marginal at it', () => {
  for (const gain of [0.5, 1, 3, 10]) {
    for (const rival of [1.05, 2, 6, 40]) {
      const needed = criticalSaliency(rival / gain, gain)
      for (const offset of [-1e-3, -1e-6, -1e-9, 0, 1e-9, 1e-6, 1e-3]) {
        const points = idp(needed + (offset * (rival - 1)) / gain, rival / gain, gain)
        expect(indexSum(points)).toBe(1)
        if (Math.abs(offset) > 1e-8) expect(points.length).toBe(offset < 0 ? 5 : 9)
        else expect([5, 9]).toContain(points.length)
        if (offset === 0) expect([points.length, marginalCount(points)]).toEqual([5, 2])
      }
    }
  }
})

test('equal saliencies, and 1e-9 apart: the same nine points', () => {
  for (const [strength, gain] of [
    [1.5, 1],
    [5, 10],
    [0.3, 10],
    [3, 0.5],
  ] as const) {
    const exact = idp(strength, strength, gain)
    expect(exact.length).toBe(9)
    expect(exact.filter(({ stability }) => stability === 'stable').length).toBe(4)
    for (const delta of [-1e-9, 1e-9, -1e-14, 1e-14]) {
      const near = idp(strength, strength + delta, gain)
      expect(near.length).toBe(9)
      for (const { state } of exact) {
        expect(near.some((point) => Math.hypot(point.state[0] - state[0], point.state[1] - state[1]) < 1e-7)).toBe(true)
      }
    }
  }
  expect(idp(0.9, 0.9).length).toBe(1)
  expect(idp(-3, -3, 10).length).toBe(1)
})

test('equal saliencies with a current, and 1e-9 apart', () => {
  for (const strength of [0.4, 1.5, 5]) {
    for (const gain of [1, 10]) {
      const exact = findEquilibria({ saliency: [strength, strength], gain, current: [0.1, -0.05] })
      for (const delta of [-1e-9, 1e-9]) {
        const near = findEquilibria({ saliency: [strength, strength + delta], gain, current: [0.1, -0.05] })
        expect(near.map(({ stability }) => stability)).toEqual(exact.map(({ stability }) => stability))
      }
    }
  }
})

test('saturation, gain 10: every point found where ψ is 1 in floating point', () => {
  expect(idp(5, 5, 10).length).toBe(9)
  expect(idp(5, 4.9, 10).length).toBe(9)
  expect(idp(-3, 5, 10).length).toBe(3)
  const driven = findEquilibria({ saliency: [5, 4.5], gain: 10, current: [1, -1] })
  expect(driven.length).toBe(9)
  expect(indexSum(driven)).toBe(1)
  const cornered = findEquilibria({ saliency: [5, 5], gain: 10, current: [0.3, 0.2] })
  expect(cornered.length).toBe(9)
  expect(cornered[8].state).toEqual([5.3, 5.2])
})

test('at a fold made on purpose: one marginal point there, all others regular', () => {
  const random = createRandom(33)
  for (let count = 0; count < 300;) {
    const saliency = [8 * random.uniform() - 3, 8 * random.uniform() - 3] as const
    const gain = 0.5 + 9.5 * random.uniform()
    const w11 = (saliency[0] + saliency[1]) / 2
    const w12 = (saliency[0] - saliency[1]) / 2
    // A state with det J = 1 - W₁₁(s₁ + s₂) + α₁α₂s₁s₂ = 0, and the current that makes it an equilibrium.
    const x1 = (4 * random.uniform() - 2) / gain
    const slope1 = activationSlope(x1, gain)
    const slope2 = (1 - w11 * slope1) / (w11 - saliency[0] * saliency[1] * slope1)
    if (!(slope2 > 0.01 * gain && slope2 < 0.99 * gain)) continue
    const x2 = (random.uniform() < 0.5 ? -1 : 1) * (Math.atanh(Math.sqrt(1 - slope2 / gain)) / gain)
    const psi1 = activation(x1, gain)
    const psi2 = activation(x2, gain)
    const current = [x1 - w11 * psi1 - w12 * psi2, x2 - w12 * psi1 - w11 * psi2] as const
    if (Math.max(Math.abs(current[0]), Math.abs(current[1])) > 1) continue
    count += 1
    const points = findEquilibria({ saliency, gain, current })
    const there = points.filter(({ state }) => Math.hypot(state[0] - x1, state[1] - x2) < 1e-5)
    expect(there.length).toBe(1)
    expect(there[0].isMarginal).toBe(true)
    expect(points.length % 2).toBe(0)
  }
})

test('at a cusp on the axis of a memory, with current: one marginal point, index 1', () => {
  for (const gain of [1, 3, 10]) {
    for (const share of [0.05, -0.1, 0.3]) {
      // (x, x) with b = (c, c) solves x = c + α₁ψ(x); the eigenvalue across is 0 where ψ'(x) α₂ = 1.
      const rival = 2.3 / gain
      const x = Math.atanh(Math.sqrt(1 - 1 / 2.3)) / gain
      const c = share / gain
      const system: TwoNeuronSystem = { saliency: [(x - c) / activation(x, gain), rival], gain, current: [c, c] }
      const points = findEquilibria(system)
      const there = points.filter(({ state }) => Math.hypot(state[0] - x, state[1] - x) < 1e-3)
      expect(there.length).toBe(1)
      expect(there[0].isMarginal).toBe(true)
      expect(points.length % 2).toBe(1)
    }
  }
})

test('the organising centre α₁ = α₂ = 1/g: one marginal point', () => {
  for (const gain of [0.5, 1, 10]) {
    const points = idp(1 / gain, 1 / gain, gain)
    expect(points.length).toBe(1)
    expect(points[0].isMarginal).toBe(true)
    expect(points[0].stability).toBe('stable')
  }
  for (const current of [
    [1e-9, 0],
    [0.2, 0],
    [1e-12, -1e-12],
  ] as const) {
    expect(findEquilibria({ saliency: [1, 1], gain: 1, current }).length).toBe(1)
  }
})
