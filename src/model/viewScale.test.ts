import { expect, test } from 'vitest'
import { findEquilibria } from './equilibria.ts'
import { createRandom } from './random.ts'
import { pairEnergy, type TwoNeuronSystem } from './twoNeurons.ts'
import { neededView, nextView, snapView, type ViewScale } from './viewScale.ts'

function viewOf(system: TwoNeuronSystem): ViewScale {
  return neededView(system, findEquilibria(system))
}

test('every equilibrium lies inside the picture, in state and in energy, whatever the system', () => {
  const random = createRandom(4)
  for (let k = 0; k < 400; k++) {
    const system: TwoNeuronSystem = {
      saliency: [8 * random.uniform() - 3, 8 * random.uniform() - 3],
      gain: 0.5 + 9.5 * random.uniform(),
      current: k % 2 === 0 ? [0, 0] : [2 * random.uniform() - 1, 2 * random.uniform() - 1],
    }
    const points = findEquilibria(system)
    const { extent, floor, ceiling } = neededView(system, points)
    for (const { state, energy } of points) {
      expect(Math.max(Math.abs(state[0]), Math.abs(state[1]))).toBeLessThan(0.7 * extent)
      expect(energy).toBeGreaterThanOrEqual(floor)
      expect(energy).toBeLessThan(ceiling)
    }
    // The floor is the lowest point of the landscape, so nothing is cut off below.
    let lowest = Infinity
    for (let j = 0; j < 20; j++) {
      const x1 = extent * (2 * random.uniform() - 1)
      const x2 = extent * (2 * random.uniform() - 1)
      lowest = Math.min(lowest, pairEnergy(system, x1, x2))
    }
    expect(lowest).toBeGreaterThanOrEqual(floor - 1e-12)
  }
})

test('wells and ridges take at least 45 % of the height where there are memories', () => {
  for (const saliency of [
    [0.7, 1.6],
    [1.1, 2],
    [1.5, 2],
    [1.5, 1.5],
    [-3, 5],
    [5, 4],
  ] as const) {
    const points = findEquilibria({ saliency, gain: 1, current: [0, 0] })
    const { floor, ceiling } = viewOf({ saliency, gain: 1, current: [0, 0] })
    const highest = Math.max(...points.map(({ energy }) => energy))
    expect((highest - floor) / (ceiling - floor)).toBeGreaterThan(0.45)
  }
})

test('the needed view moves continuously across the birth of memories', () => {
  for (const gain of [1, 10]) {
    let last = viewOf({ saliency: [0.5 / gain, 0.6 / gain], gain, current: [0, 0] })
    for (let a = 0.601; a < 2.5; a += 0.001) {
      const view = viewOf({ saliency: [0.5 / gain, a / gain], gain, current: [0, 0] })
      const height = last.ceiling - last.floor
      expect(Math.abs(view.extent - last.extent)).toBeLessThan(0.03 * last.extent)
      expect(Math.abs(view.floor - last.floor)).toBeLessThan(0.03 * height)
      expect(Math.abs(view.ceiling - last.ceiling)).toBeLessThan(0.03 * height)
      last = view
    }
  }
})

const shown: ViewScale = { extent: 2, floor: -1, ceiling: 0.5 }

test('at rest the same object comes back', () => {
  expect(nextView(shown, { ...shown }, 16)).toBe(shown)
  expect(nextView(shown, { ...shown, extent: 2.2 }, 16)).toBe(shown)
  expect(nextView(shown, { ...shown, extent: 1.3 }, 16)).toBe(shown)
  expect(snapView(shown, { ...shown, extent: 1.3 })).toBe(shown)
  expect(nextView(shown, { extent: 5, floor: -2, ceiling: 3 }, 0)).toMatchObject(shown)
})

test('the extent stands still for small changes and goes all the way for large ones', () => {
  const needed: ViewScale = { extent: 3, floor: -2, ceiling: 0.25 }
  let view = shown
  let frames = 0
  for (; frames < 200; frames++) {
    const next = nextView(view, needed, 16)
    if (next === view) break
    expect(next.extent).toBeGreaterThanOrEqual(view.extent)
    expect(next.floor).toBeLessThanOrEqual(view.floor)
    view = next
  }
  expect(view).toEqual(needed)
  // e^(-t/150 ms) falls below 0.1 % after 1.04 s.
  expect(frames * 16).toBeLessThan(1200)
  expect(frames * 16).toBeGreaterThan(600)
})

test('easing does not depend on the frame rate', () => {
  const needed: ViewScale = { extent: 3, floor: -2, ceiling: 0.25 }
  const once = nextView(shown, needed, 64)
  let often = shown
  for (let k = 0; k < 8; k++) often = nextView(often, needed, 8)
  expect(often.extent).toBeCloseTo(once.extent, 12)
  expect(often.floor).toBeCloseTo(once.floor, 12)
})

test('a snap is there at once', () => {
  const needed: ViewScale = { extent: 3, floor: -2, ceiling: 0.25 }
  const snapped = snapView(shown, needed)
  expect(snapped).toEqual(needed)
  expect(snapView(snapped, needed)).toBe(snapped)
})
