import { describe, expect, test } from 'vitest'
import { findEquilibria } from '../equilibria.ts'
import { nameEquilibria } from '../equilibriumNames.ts'
import { criticalSaliency } from '../memory.ts'
import { createRandom } from '../random.ts'
import type { TwoNeuronSystem } from '../twoNeurons.ts'
import { neededView } from '../viewScale.ts'
import { RECALL_DISTANCE, recallFrom } from './recallFrom.ts'
import { traceSeparatrices } from './separatrices.ts'

const random = createRandom(441)

function place(system: TwoNeuronSystem) {
  const equilibria = nameEquilibria(findEquilibria(system), system)
  return { equilibria, extent: neededView(system, equilibria).extent }
}

/** Small RK4 steps until nothing moves, noting the last entry into the distance of the end: by brute force. */
function bruteForce({ saliency, gain, current }: TwoNeuronSystem, start: readonly [number, number]) {
  const a = (saliency[0] + saliency[1]) / 2
  const b = (saliency[0] - saliency[1]) / 2
  const f = (p: number, q: number): [number, number] => [
    current[0] - p + a * Math.tanh(gain * p) + b * Math.tanh(gain * q),
    current[1] - q + b * Math.tanh(gain * p) + a * Math.tanh(gain * q),
  ]
  const h = 0.1 / (1 + gain * Math.max(...saliency.map(Math.abs)))
  let [x1, x2] = start
  const track: [number, number][] = [[x1, x2]]
  for (let k = 0; k < 100_000; k++) {
    const [p1, q1] = f(x1, x2)
    if (Math.hypot(p1, q1) < 1e-10) break
    const [p2, q2] = f(x1 + (h / 2) * p1, x2 + (h / 2) * q1)
    const [p3, q3] = f(x1 + (h / 2) * p2, x2 + (h / 2) * q2)
    const [p4, q4] = f(x1 + h * p3, x2 + h * q3)
    x1 += (h / 6) * (p1 + 2 * p2 + 2 * p3 + p4)
    x2 += (h / 6) * (q1 + 2 * q2 + 2 * q3 + q4)
    track.push([x1, x2])
  }
  const outside = track.findLastIndex(([p, q]) => Math.hypot(p - x1, q - x2) > RECALL_DISTANCE)
  return { x1, x2, from: Math.max(0, outside) * h, to: (outside + 1) * h }
}

describe('recallFrom', () => {
  test('agrees with brute force on where and when', () => {
    for (let k = 0; k < 60; k++) {
      const size = k % 2
      const system: TwoNeuronSystem = {
        saliency: [8 * random.uniform() - 3, 8 * random.uniform() - 3],
        gain: 0.5 + 9.5 * random.uniform(),
        current: [size * (2 * random.uniform() - 1), size * (2 * random.uniform() - 1)],
      }
      const { equilibria, extent } = place(system)
      const start = [extent * (2 * random.uniform() - 1), extent * (2 * random.uniform() - 1)] as const
      const { key, time, isAtBorder } = recallFrom(system, equilibria, ...start)
      const wanted = bruteForce(system, start)
      const end = equilibria.find((point) => point.key === key)!
      expect(end.stability).toBe('stable')
      expect(isAtBorder).toBe(false)
      expect(Math.hypot(end.state[0] - wanted.x1, end.state[1] - wanted.x2)).toBeLessThan(1e-6)
      expect(time).toBeGreaterThanOrEqual(wanted.from - 1e-6)
      expect(time).toBeLessThanOrEqual(wanted.to + 1e-6)
    }
  })

  test('at a memory the time is 0', () => {
    const system: TwoNeuronSystem = { saliency: [1.5, 2], gain: 1, current: [0, 0] }
    const { equilibria } = place(system)
    for (const { key, state, stability } of equilibria) {
      const found = recallFrom(system, equilibria, ...state)
      if (stability === 'stable') expect(found).toEqual({ key, time: 0, isAtBorder: false })
      else expect(found).toEqual({ key: null, time: Infinity, isAtBorder: true })
    }
  })

  test('on a separatrix it claims nothing; 1e-6 beside it, and on either side, it does', () => {
    const system: TwoNeuronSystem = { saliency: [0.5, 1.5], gain: 2, current: [0, 0] }
    const { equilibria } = place(system)
    expect(recallFrom(system, equilibria, 0.8, 0.8)).toEqual({ key: null, time: Infinity, isAtBorder: true })
    expect(recallFrom(system, equilibria, 0.8 + 1e-6, 0.8).key).toBe('memory-2+')
    expect(recallFrom(system, equilibria, 0.8 - 1e-6, 0.8).key).toBe('memory-2-')
  })

  test('the two sides of every curved separatrix recall different memories', () => {
    const system: TwoNeuronSystem = { saliency: [1.6, 2], gain: 1.2, current: [0.04, -0.02] }
    const { equilibria, extent } = place(system)
    for (const { kind, points } of traceSeparatrices(system, equilibria, extent)) {
      if (kind !== 'stable') continue
      const k = 2 * (points.length >> 2)
      const [d1, d2] = [points[k + 2] - points[k - 2], points[k + 3] - points[k - 1]]
      const size = Math.hypot(d1, d2) * 1e5
      const keys = [1, -1].map(
        (side) =>
          recallFrom(system, equilibria, points[k] - (side * d2) / size, points[k + 1] + (side * d1) / size).key,
      )
      expect(keys[0]).not.toBeNull()
      expect(keys[1]).not.toBeNull()
      expect(keys[0]).not.toBe(keys[1])
    }
  })

  test('beside a bifurcation it still decides, however slow the network is', () => {
    for (const shift of [1e-3, 1e-6, 1e-9, 1e-12, 0, -1e-9, -1e-3]) {
      for (const saliency of [
        [criticalSaliency(2, 1) + shift, 2],
        [0.5, 1 + shift],
        [1 + shift, 1 + shift],
      ] as const) {
        const system: TwoNeuronSystem = { saliency, gain: 1, current: [0, 0] }
        const { equilibria } = place(system)
        const { key, time } = recallFrom(system, equilibria, 0.7, 0.3)
        expect(equilibria.find((point) => point.key === key)?.stability).toBe('stable')
        expect(time).toBeLessThan(1e4)
      }
    }
  })

  test('past the ghost of a fold the time grows like δ^(-1/2)', () => {
    // On the diagonal x = c + α₁ψ(x): two equilibria meet at ψ' = 1/α₁, for this c.
    const [alpha, gain] = [2, 1]
    const turn = Math.atanh(Math.sqrt(1 - 1 / (alpha * gain))) / gain
    const fold = -turn + alpha * Math.tanh(gain * turn)
    const times = [1e-6, 1e-8, 1e-10].map((shift) => {
      const system: TwoNeuronSystem = { saliency: [alpha, 0.2], gain, current: [fold + shift, fold + shift] }
      const { equilibria } = place(system)
      const found = recallFrom(system, equilibria, -2, -1.9)
      expect(found.key).not.toBeNull()
      return found.time
    })
    expect(times[1] / times[0]).toBeCloseTo(10, 0)
    expect(times[2] / times[1]).toBeCloseTo(10, 0)
  })
})
