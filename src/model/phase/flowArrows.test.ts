import { describe, expect, test } from 'vitest'
import { createRandom } from '../random.ts'
import { pairEnergy, pairEnergyGradientInto, pairFieldInto, type TwoNeuronSystem } from '../twoNeurons.ts'
import { traceArrows } from './flowArrows.ts'
import { integrateTo } from './trajectorySolver.ts'

const random = createRandom(451)
const systems = Array.from({ length: 12 }, (_, k): TwoNeuronSystem => {
  const size = k % 2
  return {
    saliency: [8 * random.uniform() - 3, 8 * random.uniform() - 3],
    gain: 0.5 + 9.5 * random.uniform(),
    current: [size * random.uniform(), size * random.uniform()],
  }
})
const extent = 4

describe.each(['flow', 'descent'] as const)('arrows of the %s', (kind) => {
  test('stand on a grid of 16², shorter than a cell', () => {
    let farthest = 0
    let longest = 0
    for (const system of systems) {
      const arrows = traceArrows(system, extent, kind)
      expect(arrows.length).toBe(256)
      for (const [k, { points }] of arrows.entries()) {
        const middle = (points.length / 2 - 1) / 2
        const off1 = points[2 * middle] - extent * ((2 * (k % 16) + 1) / 16 - 1)
        const off2 = points[2 * middle + 1] - extent * ((2 * Math.floor(k / 16) + 1) / 16 - 1)
        farthest = Math.max(farthest, Math.hypot(off1, off2))
        let length = 0
        for (let j = 2; j < points.length; j += 2) {
          length += Math.hypot(points[j] - points[j - 2], points[j + 1] - points[j - 1])
        }
        longest = Math.max(longest, length)
      }
    }
    expect(farthest).toBeLessThan(1e-6)
    expect(longest).toBeLessThan((2 * extent) / 16)
    expect(longest).toBeGreaterThan(extent / 16)
  })

  test('lead downhill from tail to head', () => {
    for (const system of systems) {
      for (const { points } of traceArrows(system, extent, kind)) {
        const energies = Array.from({ length: points.length / 2 }, (_, k) =>
          pairEnergy(system, points[2 * k], points[2 * k + 1]),
        )
        const rises = energies.slice(1).map((energy, k) => energy - energies[k])
        expect(Math.max(...rises)).toBeLessThan(1e-5)
      }
    }
  })

  test('have the direction of their field in the middle', () => {
    for (const system of systems) {
      const field = new Float64Array(2)
      for (const { points } of traceArrows(system, extent, kind)) {
        const m = points.length / 2 - 1
        if (kind === 'flow') pairFieldInto(field, system, points[m], points[m + 1])
        else pairEnergyGradientInto(field, system, points[m], points[m + 1])
        const sign = kind === 'flow' ? 1 : -1
        const [d1, d2] = [points[m + 2] - points[m - 2], points[m + 3] - points[m - 1]]
        const [size, speed] = [Math.hypot(d1, d2), Math.hypot(field[0], field[1])]
        // Long enough to have a direction in single precision, short enough not to turn.
        if (size < 1e-3 || size > 0.05 || speed < 1e-12) continue
        expect((sign * (d1 * field[0] + d2 * field[1])) / size / speed).toBeGreaterThan(0.8)
      }
    }
  })
})

test('arrows of the flow are pieces of trajectories', () => {
  let worst = 0
  for (const system of systems) {
    for (const { points } of traceArrows(system, extent, 'flow').filter((_, k) => k % 7 === 0)) {
      const n = points.length
      const [h1, h2] = [points[n - 2], points[n - 1]]
      let least = Infinity
      let [a1, a2] = [points[0], points[1]]
      integrateTo(system, a1, a2, {
        until: (x1, x2, time) => {
          const [d1, d2] = [x1 - a1, x2 - a2]
          const share = ((h1 - a1) * d1 + (h2 - a2) * d2) / (d1 * d1 + d2 * d2 || 1)
          const at = Math.min(1, Math.max(0, share))
          least = Math.min(least, Math.hypot(h1 - a1 - at * d1, h2 - a2 - at * d2))
          ;[a1, a2] = [x1, x2]
          return time > 3
        },
        // Short steps, so that chords will do.
        tolerance: 1e-35,
      })
      worst = Math.max(worst, least)
    }
  }
  // The tail is found backwards in time, where the field expands what the scheme is wrong by.
  expect(worst).toBeLessThan(0.1 * ((2 * extent) / 16))
})

test('the two kinds differ: descent first moves the neuron that is not saturated', () => {
  const system: TwoNeuronSystem = { saliency: [1, 1], gain: 3, current: [0, 0] }
  const middle = (kind: 'flow' | 'descent') => {
    const { points } = traceArrows(system, extent, kind)[8 * 16 + 15]
    const n = points.length
    return Math.abs((points[n - 1] - points[1]) / (points[n - 2] - points[0]))
  }
  expect(middle('descent')).toBeGreaterThan(100 * middle('flow'))
})
