import { describe, expect, test } from 'vitest'
import { createRandom, type RandomSource } from '../random.ts'
import { pairEnergy, type TwoNeuronSystem } from '../twoNeurons.ts'
import { createTrajectorySolver, integrateTo } from './trajectorySolver.ts'

function randomSystem(random: RandomSource, k: number): TwoNeuronSystem {
  const size = k % 2
  return {
    saliency: [8 * random.uniform() - 3, 8 * random.uniform() - 3],
    gain: 0.5 + 9.5 * random.uniform(),
    current: [size * (2 * random.uniform() - 1), size * (2 * random.uniform() - 1)],
  }
}

/** Classical RK4 with many small steps, as a stranger would write it: shares no code with the model. */
function reference({ saliency, gain, current }: TwoNeuronSystem, x1: number, x2: number, time: number) {
  const a = (saliency[0] + saliency[1]) / 2
  const b = (saliency[0] - saliency[1]) / 2
  const f = (p: number, q: number): [number, number] => [
    current[0] - p + a * Math.tanh(gain * p) + b * Math.tanh(gain * q),
    current[1] - q + b * Math.tanh(gain * p) + a * Math.tanh(gain * q),
  ]
  const steps = Math.ceil(Math.abs(time) * (1 + 5 * gain) * 60)
  const h = time / steps
  for (let k = 0; k < steps; k++) {
    const [p1, q1] = f(x1, x2)
    const [p2, q2] = f(x1 + (h / 2) * p1, x2 + (h / 2) * q1)
    const [p3, q3] = f(x1 + (h / 2) * p2, x2 + (h / 2) * q2)
    const [p4, q4] = f(x1 + h * p3, x2 + h * q3)
    x1 += (h / 6) * (p1 + 2 * p2 + 2 * p3 + p4)
    x2 += (h / 6) * (q1 + 2 * q2 + 2 * q3 + q4)
  }
  return [x1, x2] as const
}

describe('integrateTo', () => {
  test('agrees with small steps of another scheme, forwards and backwards', () => {
    const random = createRandom(401)
    for (let k = 0; k < 40; k++) {
      const system = randomSystem(random, k)
      const [x1, x2] = [6 * random.uniform() - 3, 6 * random.uniform() - 3]
      for (const direction of [1, -1] as const) {
        const time = direction === 1 ? 2 : 0.7
        const found = integrateTo(system, x1, x2, { until: time, direction })
        const wanted = reference(system, x1, x2, direction * time)
        expect(found.hasArrived).toBe(true)
        expect(found.time).toBe(time)
        // What RK4 is wrong by, where the field expands by e^(50 · 2) at most from rounding level.
        expect(Math.hypot(found.x1 - wanted[0], found.x2 - wanted[1])).toBeLessThan(2e-7)
      }
    }
  })

  test('does not jump over the layer of a steep activation', () => {
    // x₁ falls from far out through 0, where ψ changes within 1/g and its series has seen nothing of it from afar.
    for (const gain of [3, 10]) {
      for (const far of [2, 4, 8, 12]) {
        const system: TwoNeuronSystem = { saliency: [1.4, 0.9], gain, current: [-3, 0.2] }
        const found = integrateTo(system, far, far / 2, { until: 3 })
        const wanted = reference(system, far, far / 2, 3)
        expect(Math.hypot(found.x1 - wanted[0], found.x2 - wanted[1])).toBeLessThan(1e-8)
      }
    }
  })

  test('is exact without memories: dx/dt = b - x', () => {
    const system: TwoNeuronSystem = { saliency: [0, 0], gain: 2, current: [0.3, -0.5] }
    const { x1, x2 } = integrateTo(system, 2, 1, { until: 5 })
    expect(Math.abs(x1 - (0.3 + 1.7 * Math.exp(-5)))).toBeLessThan(1e-12)
    expect(Math.abs(x2 - (-0.5 + 1.5 * Math.exp(-5)))).toBeLessThan(1e-12)
  })

  test('comes back to its start', () => {
    const system: TwoNeuronSystem = { saliency: [1.2, 2], gain: 3, current: [0.1, 0] }
    const there = integrateTo(system, 0.7, -0.2, { until: 2 })
    const back = integrateTo(system, there.x1, there.x2, { until: 2, direction: -1 })
    // Backwards, the contraction e^(-2) to e^(-4) of the way there is undone.
    expect(Math.hypot(back.x1 - 0.7, back.x2 + 0.2)).toBeLessThan(1e-8)
  })

  test('waits for an event, and gives up at infinity', () => {
    const system: TwoNeuronSystem = { saliency: [1.2, 2], gain: 1, current: [0, 0] }
    const found = integrateTo(system, 0.5, -0.4, { until: (x1) => x1 > 1.8 })
    expect(found.hasArrived).toBe(true)
    expect(found.x1).toBeGreaterThan(1.8)
    expect(integrateTo(system, 3, 3, { until: () => false, direction: -1 }).hasArrived).toBe(false)
    expect(integrateTo(system, 0.5, 0.5, { until: 0 })).toEqual({ x1: 0.5, x2: 0.5, time: 0, hasArrived: true })
  })
})

describe('createTrajectorySolver', () => {
  test('the energy never rises forwards, within steps too', () => {
    const random = createRandom(402)
    const place = new Float64Array(2)
    for (let k = 0; k < 40; k++) {
      const system = randomSystem(random, k)
      const solver = createTrajectorySolver(system, 1)
      place.set([10 * random.uniform() - 5, 10 * random.uniform() - 5])
      let energy = Infinity
      for (let step = 0; step < 20; step++) {
        const length = solver.expand(place[0], place[1])
        for (const share of [0.25, 0.5, 0.75, 1]) {
          solver.positionInto(place, share * length)
          const next = pairEnergy(system, place[0], place[1])
          expect(next).toBeLessThanOrEqual(energy + 1e-11)
          energy = next
        }
      }
    }
  })

  test.each([1, -1] as const)('stays exactly on a diagonal of symmetry, direction %d', (direction) => {
    const solver = createTrajectorySolver({ saliency: [1.3, 2.4], gain: 1.7, current: [0, 0] }, direction)
    const place = new Float64Array(2)
    for (const sign of [1, -1]) {
      place.set([0.3, sign * 0.3])
      for (let step = 0; step < 8; step++) {
        solver.positionInto(place, solver.expand(place[0], place[1]))
        expect(place[1]).toBe(sign * place[0])
      }
    }
  })
})
