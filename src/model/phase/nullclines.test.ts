import { describe, expect, test } from 'vitest'
import { findEquilibria } from '../equilibria.ts'
import { createRandom, type RandomSource } from '../random.ts'
import type { TwoNeuronSystem } from '../twoNeurons.ts'
import { neededView } from '../viewScale.ts'
import { traceNullclines } from './nullclines.ts'
import type { Nullcline } from './phaseCurves.ts'

const random = createRandom(421)

function randomSystem(source: RandomSource, k: number): TwoNeuronSystem {
  const size = k % 2 === 0 ? 0 : 2
  const first = 8 * source.uniform() - 3
  // Every fourth has a weak or no coupling.
  const second = k % 4 === 3 ? first - [1e-3, 1e-9, 1e-15, 0][(k >> 2) % 4] : 8 * source.uniform() - 3
  return {
    saliency: [first, second],
    gain: 0.5 + 9.5 * source.uniform(),
    current: [size * (2 * source.uniform() - 1), size * (2 * source.uniform() - 1)],
  }
}

const systems = Array.from({ length: 80 }, (_, k) => randomSystem(random, k))

/** ẋ of one neuron, written without the model. */
function rate({ saliency, gain, current }: TwoNeuronSystem, neuron: 0 | 1, x1: number, x2: number): number {
  const own = neuron === 0 ? x1 : x2
  const other = neuron === 0 ? x2 : x1
  const a = (saliency[0] + saliency[1]) / 2
  const b = (saliency[0] - saliency[1]) / 2
  return current[neuron] - own + a * Math.tanh(gain * own) + b * Math.tanh(gain * other)
}

const extentOf = (system: TwoNeuronSystem): number => neededView(system, findEquilibria(system)).extent

/** Smallest distance of a point from a polyline. */
function distanceTo({ points }: Nullcline, x1: number, x2: number): number {
  let least = Infinity
  for (let k = 2; k < points.length; k += 2) {
    const [a1, a2] = [points[k - 2], points[k - 1]]
    const [d1, d2] = [points[k] - a1, points[k + 1] - a2]
    const share = Math.min(1, Math.max(0, ((x1 - a1) * d1 + (x2 - a2) * d2) / (d1 * d1 + d2 * d2 || 1)))
    least = Math.min(least, Math.hypot(x1 - a1 - share * d1, x2 - a2 - share * d2))
  }
  return least
}

describe('traceNullclines', () => {
  test('at every point ẋ = 0, to single precision of the point', () => {
    for (const system of systems) {
      const extent = extentOf(system)
      const steepest = 1 + system.gain * Math.max(...system.saliency.map(Math.abs))
      for (const { neuron, points } of traceNullclines(system, extent)) {
        let worst = 0
        for (let k = 0; k < points.length; k += 2) {
          worst = Math.max(worst, Math.abs(rate(system, neuron, points[k], points[k + 1])))
        }
        // Half a unit of the last place, 6e-8 of the coordinates, is seen through a slope of at most 1 + g|α|.
        expect(worst).toBeLessThan(2 ** -23 * extent * steepest)
      }
    }
  })

  test('no branch is missing: every change of sign on a fine grid is beside one', { timeout: 30_000 }, () => {
    const cells = 120
    for (const system of systems) {
      const extent = extentOf(system)
      const lines = traceNullclines(system, extent)
      const at = (k: number) => extent * ((2 * k) / cells - 1)
      for (const neuron of [0, 1] as const) {
        const own = lines.filter((line) => line.neuron === neuron)
        for (let row = 0; row <= cells; row += 4) {
          for (let column = 0; column < cells; column++) {
            for (const [a1, a2, b1, b2] of [
              [at(column), at(row), at(column + 1), at(row)],
              [at(row), at(column), at(row), at(column + 1)],
            ]) {
              const before = rate(system, neuron, a1, a2)
              const after = rate(system, neuron, b1, b2)
              if (before * after >= 0) continue
              const root = bisect((s) => rate(system, neuron, a1 + s * (b1 - a1), a2 + s * (b2 - a2)))
              const [x1, x2] = [a1 + root * (b1 - a1), a2 + root * (b2 - a2)]
              const gap = Math.min(...own.map((line) => distanceTo(line, x1, x2)))
              // This is also the error of the drawing: chords are within 1e-3 of the extent of the curve.
              expect(gap).toBeLessThan(1e-3 * extent)
            }
          }
        }
      }
    }
  })

  test('branches end at the border, and go through every equilibrium', () => {
    for (const system of systems) {
      const extent = extentOf(system)
      const lines = traceNullclines(system, extent)
      for (const { points } of lines) {
        for (const k of [0, points.length - 2]) {
          expect(Math.max(Math.abs(points[k]), Math.abs(points[k + 1]))).toBeCloseTo(extent, 5)
        }
      }
      for (const { state } of findEquilibria(system)) {
        for (const neuron of [0, 1] as const) {
          const own = lines.filter((line) => line.neuron === neuron)
          expect(Math.min(...own.map((line) => distanceTo(line, ...state)))).toBeLessThan(1e-3 * extent)
        }
      }
    }
  })

  test('without current they are point-symmetric, and each the mirror image of the other', () => {
    const lines = traceNullclines({ saliency: [1.5, 2], gain: 2, current: [0, 0] }, 3)
    for (const line of lines) {
      const same = lines.filter(({ neuron }) => neuron === line.neuron)
      const other = lines.filter(({ neuron }) => neuron !== line.neuron)
      for (let k = 0; k < line.points.length; k += 2) {
        const [x1, x2] = [line.points[k], line.points[k + 1]]
        expect(Math.min(...same.map((rival) => distanceTo(rival, -x1, -x2)))).toBeLessThan(1e-3 * 3)
        expect(Math.min(...other.map((rival) => distanceTo(rival, x2, x1)))).toBeLessThan(1e-3 * 3)
      }
    }
  })

  test('counts: an S in one piece, three branches when the coupling is weak, lines when there is none', () => {
    const count = (saliency: readonly [number, number], current: readonly [number, number] = [0, 0]) =>
      traceNullclines({ saliency, gain: 2, current }, 4).filter(({ neuron }) => neuron === 0).length
    expect(count([3, 0.5])).toBe(1)
    expect(count([2, 1.9])).toBe(3)
    expect(count([2, 2])).toBe(3)
    // A current past the fold leaves one of them.
    expect(count([2, 1.9], [1.5, 0])).toBe(1)
    expect(count([2, 2], [1.5, 0])).toBe(1)
    expect(count([0.2, 0.2])).toBe(1)
  })
})

/** The share of an interval at which a function changes its sign. */
function bisect(value: (share: number) => number): number {
  let low = 0
  let high = 1
  const sign = Math.sign(value(0))
  for (let k = 0; k < 40; k++) {
    const middle = (low + high) / 2
    if (Math.sign(value(middle)) === sign) low = middle
    else high = middle
  }
  return (low + high) / 2
}
