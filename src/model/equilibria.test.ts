import fc from 'fast-check'
import { expect, test } from 'vitest'
import reference from './fixtures/equilibria.json'
import { findEquilibria, indexSum, type Equilibrium } from './equilibria.ts'
import { memoryAmplitude } from './memory.ts'
import { pairFieldInto, type TwoNeuronSystem } from './twoNeurons.ts'

/** Off this neighbourhood of bifurcations, counts and index are asserted: no eigenvalue within 1e-4 of zero. */
const BIFURCATION_MARGIN = 1e-4

const PROPERTY = { seed: 1982, numRuns: 2000 }

function residual(system: TwoNeuronSystem, { state }: Equilibrium): number {
  const field = pairFieldInto(new Float64Array(2), system, state[0], state[1])
  return Math.max(Math.abs(field[0]), Math.abs(field[1]))
}

function isAwayFromBifurcations(points: readonly Equilibrium[]): boolean {
  return points.every(({ eigenvalues }) => eigenvalues.every((value) => Math.abs(value) > BIFURCATION_MARGIN))
}

function number(min: number, max: number) {
  return fc.double({ min, max, noNaN: true })
}

const saliencies = fc.tuple(number(-3, 5), number(-3, 5))
const gains = number(0.5, 10)
const currents = fc.tuple(number(-1, 1), number(-1, 1))

/** Residual below 1e-10 always; index 1 off bifurcations. Returns whether the system was off them. */
function checkLaws(system: TwoNeuronSystem): boolean {
  const points = findEquilibria(system)
  expect(points.length).toBeGreaterThan(0)
  expect(Math.max(...points.map((point) => residual(system, point)))).toBeLessThan(1e-10)
  if (!isAwayFromBifurcations(points)) return false
  expect(indexSum(points)).toBe(1)
  return true
}

test('every case of the reference: all found, 1e-9 in position, 1e-8 in energy and eigenvalues, same kinds', () => {
  expect(reference.cases.length).toBe(50)
  for (const { alpha, gain, bias, points } of reference.cases) {
    const found = findEquilibria({ saliency: [alpha[0], alpha[1]], gain, current: [bias[0], bias[1]] })
    expect(found.length).toBe(points.length)
    for (const { x, kind, eigenvalues, energy } of points) {
      const match = found.find(({ state }) => Math.hypot(state[0] - x[0], state[1] - x[1]) < 1e-9)
      expect(match?.stability).toBe(kind)
      expect(Math.abs(match!.energy - energy)).toBeLessThan(1e-8)
      expect(Math.abs(match!.eigenvalues[0] - eigenvalues[0])).toBeLessThan(1e-8)
      expect(Math.abs(match!.eigenvalues[1] - eigenvalues[1])).toBeLessThan(1e-8)
    }
  }
})

test('2,000 random systems with current: residual below 1e-10, index sum 1', () => {
  let away = 0
  fc.assert(
    fc.property(saliencies, gains, currents, (saliency, gain, current) => {
      if (checkLaws({ saliency, gain, current })) away += 1
    }),
    PROPERTY,
  )
  expect(away).toBeGreaterThan(1950)
})

test('2,000 random systems without current: the same, and exact mirror images', () => {
  let away = 0
  fc.assert(
    fc.property(saliencies, gains, (saliency, gain) => {
      const system: TwoNeuronSystem = { saliency, gain, current: [0, 0] }
      if (checkLaws(system)) away += 1
      const points = findEquilibria(system)
      const isMirrored = points.every((point, k) => {
        const twin = points[points.length - 1 - k]
        return (
          twin.state[0] + point.state[0] === 0 &&
          twin.state[1] + point.state[1] === 0 &&
          twin.energy === point.energy &&
          twin.stability === point.stability &&
          twin.eigenvalues.every((value, j) => value === point.eigenvalues[j])
        )
      })
      expect(isMirrored).toBe(true)
    }),
    PROPERTY,
  )
  expect(away).toBeGreaterThan(1900)
})

test('2,000 random classic systems, the input as a current', () => {
  fc.assert(
    fc.property(number(-3, 5), gains, currents, (strength, gain, current) => {
      checkLaws({ saliency: [strength, strength], gain, current })
    }),
    PROPERTY,
  )
})

test('2,000 random systems with saliencies that differ by 1e-12 to 1e-2', () => {
  fc.assert(
    fc.property(number(-3, 5), number(-12, -2), gains, currents, (strength, power, gain, current) => {
      checkLaws({ saliency: [strength, strength + 10 ** power], gain, current })
    }),
    PROPERTY,
  )
})

test('without current the branch-free closed form agrees with the box search at a vanishing current', () => {
  fc.assert(
    fc.property(saliencies, gains, (saliency, gain) => {
      const exact = findEquilibria({ saliency, gain, current: [0, 0] })
      if (!exact.every(({ eigenvalues }) => eigenvalues.every((value) => Math.abs(value) > 1e-3))) return
      const searched = findEquilibria({ saliency, gain, current: [1e-14, -1e-14] })
      expect(searched.length).toBe(exact.length)
      for (const { state } of exact) {
        expect(searched.some((point) => Math.hypot(point.state[0] - state[0], point.state[1] - state[1]) < 1e-9)).toBe(
          true,
        )
      }
    }),
    PROPERTY,
  )
})

test('memories without current are exact: the origin, and ±γξ on the axes', () => {
  const gamma = memoryAmplitude(2, 1)
  const states = findEquilibria({ saliency: [1.1, 2], gain: 1, current: [0, 0] }).map(({ state }) => state)
  expect(states).toContainEqual([0, 0])
  expect(states).toContainEqual([gamma, -gamma])
  expect(states).toContainEqual([-gamma, gamma])
})

test('points are sorted by x₁, then x₂', () => {
  for (const current of [
    [0, 0],
    [0.1, -0.05],
  ] as const) {
    const points = findEquilibria({ saliency: [1.5, 2], gain: 1, current })
    expect(points.length).toBe(9)
    points.slice(1).forEach(({ state }, k) => {
      const before = points[k].state
      expect(before[0] < state[0] || (before[0] === state[0] && before[1] < state[1])).toBe(true)
    })
  }
})

test('parameters that are not finite, or no gain, are refused with a sentence', () => {
  expect(() => findEquilibria({ saliency: [1, Number.NaN], gain: 1, current: [0, 0] })).toThrow('finite saliencies')
  expect(() => findEquilibria({ saliency: [1, 2], gain: 0, current: [0, 0] })).toThrow(
    'found saliency (1, 2), current (0, 0), gain 0',
  )
  expect(() => findEquilibria({ saliency: [1, 2], gain: 1, current: [Infinity, 0] })).toThrow('positive gain')
})

test('a plain node where both neurons saturate is not taken for a tangency', () => {
  const tilted: TwoNeuronSystem = {
    saliency: [3.382747532520696, -1.122357597465296],
    gain: 5,
    current: [0.4525936610269454, 0.4485735496932878],
  }
  const nodes = findEquilibria(tilted).filter(({ stability }) => stability === 'stable')
  expect(nodes.map(({ isMarginal }) => isMarginal)).toEqual(nodes.map(() => false))
})
