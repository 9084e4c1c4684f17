import { expect, test } from 'vitest'
import { findEquilibria } from '../equilibria.ts'
import { createRandom } from '../random.ts'
import type { TwoNeuronSystem } from '../twoNeurons.ts'
import { basinCases, makeBasinCase } from './basinsCases.laws.ts'
import { referenceState } from './basinsReference.laws.ts'
import { captureRegion, isCaptured, type CaptureRegion } from './captureRegion.ts'

function valueAt({ x1, x2, weight1, weight2 }: CaptureRegion, y1: number, y2: number): number {
  return weight1 * (y1 - x1) ** 2 + weight2 * (y2 - x2) ** 2
}

/** Starts on the border of a region, well spread. */
function borderOf({ x1, x2, weight1, weight2 }: CaptureRegion, count: number): [number, number][] {
  return Array.from({ length: count }, (_, k) => {
    const angle = (2 * Math.PI * (k + 0.5)) / count
    return [x1 + (0.999 * Math.cos(angle)) / Math.sqrt(weight1), x2 + (0.999 * Math.sin(angle)) / Math.sqrt(weight2)]
  })
}

function randomSystems(count: number): TwoNeuronSystem[] {
  const random = createRandom(4)
  const between = (low: number, high: number): number => low + (high - low) * random.uniform()
  return Array.from({ length: count }, (_, k) => ({
    saliency: [between(-3, 5), between(-3, 5)],
    gain: between(0.5, 10),
    current: k % 3 === 0 ? [0, 0] : [between(-1, 1), between(-1, 1)],
  }))
}

const systems = [...basinCases.map(({ system }) => system), ...randomSystems(60)]

test('every attractor with linear decay has a region, and no other equilibrium is in it', () => {
  for (const system of systems) {
    const equilibria = findEquilibria(system)
    for (const equilibrium of equilibria.filter((point) => point.stability === 'stable' && !point.isMarginal)) {
      const region = captureRegion(system, equilibrium)!
      expect(region).not.toBeNull()
      const captured = equilibria.filter(({ state }) => isCaptured(region, ...state))
      expect(captured).toEqual([equilibrium])
    }
  }
})

test('from the border of a region the form that defines it falls all the way to the attractor', () => {
  for (const system of systems) {
    for (const equilibrium of findEquilibria(system).filter((point) => point.stability === 'stable')) {
      const region = captureRegion(system, equilibrium)!
      for (const start of borderOf(region, 12)) {
        let last = valueAt(region, ...start)
        referenceState(system, start, 60, (x1, x2) => {
          const value = valueAt(region, x1, x2)
          expect(value).toBeLessThan(last * (1 + 1e-9) + 1e-18 * (region.weight1 + region.weight2))
          last = value
          return value < 1e-6
        })
      }
    }
  }
})

test('the region grows to a good part of a well: at two equal memories over half of the way to the saddles', () => {
  const { system, equilibria } = makeBasinCase([1.5, 1.5])
  const memory = equilibria.find(({ key }) => key === 'memory-1+')!
  const region = captureRegion(system, memory)!
  const saddle = equilibria.find(({ key }) => key === 'mixed-a')!
  const reach = 1 / Math.sqrt(region.weight1)
  expect(reach / Math.hypot(saddle.state[0] - memory.state[0], saddle.state[1] - memory.state[1])).toBeGreaterThan(0.5)
})

test('saddles and sources have none, nor has an equilibrium without linear decay', () => {
  for (const { system, equilibria } of [...basinCases, makeBasinCase([0.5, 1])]) {
    for (const point of equilibria.filter(({ stability, isMarginal }) => stability !== 'stable' || isMarginal)) {
      expect(captureRegion(system, point)).toBeNull()
    }
  }
})
