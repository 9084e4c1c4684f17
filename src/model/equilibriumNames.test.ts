import { expect, test } from 'vitest'
import { findEquilibria } from './equilibria.ts'
import { nameEquilibria, type NamedEquilibrium } from './equilibriumNames.ts'
import { createRandom } from './random.ts'
import type { TwoNeuronSystem } from './twoNeurons.ts'

function named(system: TwoNeuronSystem): NamedEquilibrium[] {
  return nameEquilibria(findEquilibria(system), system)
}

function keys(system: TwoNeuronSystem): string[] {
  return named(system)
    .map(({ key }) => key)
    .toSorted()
}

const MEMORIES = ['memory-1+', 'memory-1-', 'memory-2+', 'memory-2-']
const MIXED = ['mixed-a', 'mixed-b', 'mixed-c', 'mixed-d']

test('the four regimes of Figure 2', () => {
  const idp = (first: number, second: number) => keys({ saliency: [first, second], gain: 1, current: [0, 0] })
  expect(idp(0.7, 0.8)).toEqual(['origin'])
  expect(idp(0.7, 1.6)).toEqual(['memory-2+', 'memory-2-', 'origin'])
  expect(idp(1.1, 2)).toEqual([...MEMORIES, 'origin'])
  expect(idp(1.5, 2)).toEqual([...MEMORIES, ...MIXED, 'origin'])
  expect(idp(1.5, 1.5)).toEqual([...MEMORIES, ...MIXED, 'origin'])
})

test('memories are named for where they point', () => {
  for (const point of named({ saliency: [1.5, 2], gain: 1, current: [0, 0] })) {
    const { name, state } = point
    if (name.kind !== 'memory') continue
    const pattern = name.mu === 0 ? [1, 1] : [1, -1]
    expect(state[0] * pattern[0] * name.sign).toBeGreaterThan(0)
    expect(state[1] * pattern[1] * name.sign).toBeGreaterThan(0)
  }
})

test('keys are unique and the points are unchanged, for any system', () => {
  const random = createRandom(77)
  for (let k = 0; k < 500; k++) {
    const first = 8 * random.uniform() - 3
    const system: TwoNeuronSystem = {
      saliency: [first, k % 3 === 0 ? first : 8 * random.uniform() - 3],
      gain: 0.5 + 9.5 * random.uniform(),
      current: k % 2 === 0 ? [0, 0] : [2 * random.uniform() - 1, 2 * random.uniform() - 1],
    }
    const points = findEquilibria(system)
    const names = nameEquilibria(points, system)
    expect(new Set(names.map(({ key }) => key)).size).toBe(points.length)
    expect(names.every(({ state }, j) => state === points[j].state)).toBe(true)
  }
})

test('a small current moves the points and keeps every name', () => {
  for (const saliency of [
    [0.7, 0.8],
    [0.7, 1.6],
    [1.1, 2],
    [1.5, 2],
    [1.5, 1.5],
  ] as const) {
    const still = named({ saliency, gain: 1, current: [0, 0] })
    const moved = named({ saliency, gain: 1, current: [0.01, -0.004] })
    expect(moved.length).toBe(still.length)
    for (const point of still) {
      const match = moved.find(({ key }) => key === point.key)!
      expect(match.stability).toBe(point.stability)
      expect(Math.hypot(match.state[0] - point.state[0], match.state[1] - point.state[1])).toBeLessThan(0.12)
    }
  }
})

test('the classic model with an input: what is left keeps its name', () => {
  const classic = (u1: number, u2: number) => named({ saliency: [1.5, 1.5], gain: 1, current: [u1, u2] })
  expect(classic(0.05, 0.02).length).toBe(9)
  const driven = classic(0.4, 0.05)
  expect(driven.length).toBe(3)
  expect(driven.filter(({ name }) => name.kind === 'mixed').length).toBe(1)
  expect(driven.find(({ key }) => key === 'memory-1+')?.state[1]).toBeGreaterThan(0)
  expect(driven.find(({ key }) => key === 'memory-2+')?.state[1]).toBeLessThan(0)
  expect(classic(1, 1).map(({ key }) => key)).toEqual(['memory-1+'])
  expect(classic(-1, 1).map(({ key }) => key)).toEqual(['memory-2-'])
})

test('where no memory exists the one point is the displaced origin', () => {
  expect(named({ saliency: [0.9, 0.9], gain: 1, current: [0.8, 0.7] }).map(({ key }) => key)).toEqual(['origin'])
})

test('names stay with the points on a drag that stays in one regime', () => {
  let last = named({ saliency: [1.5, 2], gain: 1, current: [0, 0] })
  for (let k = 1; k <= 200; k++) {
    const next = named({ saliency: [1.5 + 0.01 * k, 2 + 0.004 * k], gain: 1, current: [0, 0] })
    for (const point of last) {
      const match = next.find(({ key }) => key === point.key)!
      expect(Math.hypot(match.state[0] - point.state[0], match.state[1] - point.state[1])).toBeLessThan(0.05)
    }
    last = next
  }
})
