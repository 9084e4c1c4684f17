import { expect, test } from 'vitest'
import { findEquilibria } from './equilibria.ts'
import { createRandom, type RandomSource } from './random.ts'
import type { TwoNeuronSystem } from './twoNeurons.ts'

/** Seeds along each axis of the grid of Newton starts. */
const SEEDS = 41

/** Damped Newton from a dense grid of seeds, as a stranger would do it: shares no code with the model. */
function bruteForce({ saliency, gain, current }: TwoNeuronSystem): [number, number][] {
  const w11 = (saliency[0] + saliency[1]) / 2
  const w12 = (saliency[0] - saliency[1]) / 2
  const reach = Math.abs(w11) + Math.abs(w12) + Math.max(Math.abs(current[0]), Math.abs(current[1])) + 0.1
  const found: [number, number][] = []
  for (let row = 0; row < SEEDS; row++) {
    for (let column = 0; column < SEEDS; column++) {
      let p = reach * ((2 * column) / (SEEDS - 1) - 1)
      let q = reach * ((2 * row) / (SEEDS - 1) - 1)
      let size = Infinity
      for (let k = 0; k < 60 && size > 1e-15; k++) {
        const tp = Math.tanh(gain * p)
        const tq = Math.tanh(gain * q)
        const f = current[0] - p + w11 * tp + w12 * tq
        const h = current[1] - q + w12 * tp + w11 * tq
        const a = w11 * gain * (1 - tp * tp) - 1
        const b = w12 * gain * (1 - tq * tq)
        const c = w12 * gain * (1 - tp * tp)
        const d = w11 * gain * (1 - tq * tq) - 1
        const det = a * d - b * c
        const dp = -(d * f - b * h) / det
        const dq = -(a * h - c * f) / det
        size = Math.hypot(dp, dq)
        const damping = size > 0.5 / gain ? 0.5 / gain / size : 1
        p += damping * dp
        q += damping * dq
      }
      const f = current[0] - p + w11 * Math.tanh(gain * p) + w12 * Math.tanh(gain * q)
      const h = current[1] - q + w12 * Math.tanh(gain * p) + w11 * Math.tanh(gain * q)
      const isRoot = Math.hypot(f, h) < 1e-11
      if (isRoot && found.every(([x, y]) => Math.hypot(x - p, y - q) > 1e-7)) found.push([p, q])
    }
  }
  return found
}

/** Just below α*(2) = 1.2465, where a current along ξ¹ makes that memory stable and leaves seven equilibria. */
function besideCusp(share: number): TwoNeuronSystem {
  return { saliency: [1.24, 2], gain: 1, current: [0.02 + 0.002 * share, 0.02 - 0.002 * share] }
}

function randomSystem(random: RandomSource, k: number): TwoNeuronSystem {
  const gain = k % 3 === 0 ? 0.5 + 9.5 * random.uniform() : 0.5 + 1.5 * random.uniform()
  const first = 8 * random.uniform() - 3
  const second = k % 5 === 0 ? first : 8 * random.uniform() - 3
  const size = k % 4 === 0 ? 0 : 10 ** (-2 * random.uniform())
  return {
    saliency: [first, second],
    gain,
    current: [size * (2 * random.uniform() - 1), size * (2 * random.uniform() - 1)],
  }
}

test('no brute force finds an equilibrium that findEquilibria has not', { timeout: 30_000 }, () => {
  const random = createRandom(60)
  const counts = new Set<number>()
  for (let k = 0; k < 90; k++) {
    const system = k % 7 === 0 ? besideCusp(random.uniform()) : randomSystem(random, k)
    const points = findEquilibria(system)
    const rivals = bruteForce(system)
    for (const [x1, x2] of rivals) {
      expect(points.some(({ state }) => Math.hypot(state[0] - x1, state[1] - x2) < 1e-8)).toBe(true)
    }
    // The grid of seeds may miss a root with a small basin; it never has here.
    expect(points.length).toBe(rivals.length)
    counts.add(points.length)
  }
  expect([...counts].toSorted((a, b) => a - b)).toEqual([1, 3, 5, 7, 9])
})
