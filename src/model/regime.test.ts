import { expect, test } from 'vitest'
import { findEquilibria } from './equilibria.ts'
import { criticalSaliency } from './memory.ts'
import { createRandom } from './random.ts'
import { bordersNear, regime } from './regime.ts'

const COUNTS = { none: [1, 0, 0], one: [2, 1, 0], 'one-stable': [2, 2, 1], two: [4, 4, 1] } as const

test('the regime says what findEquilibria finds, anywhere in the plane', () => {
  const random = createRandom(21)
  const seen = new Set<string>()
  for (let k = 0; k < 2000; k++) {
    const gain = 0.5 + 9.5 * random.uniform()
    const isClose = k % 2 === 0
    const spread = isClose ? 3 / gain : 8
    const saliency = [
      random.uniform() * spread - (isClose ? 0 : 3),
      random.uniform() * spread - (isClose ? 0 : 3),
    ] as const
    const { kind } = regime(saliency, gain)
    const points = findEquilibria({ saliency, gain, current: [0, 0] })
    const count = (['stable', 'saddle', 'source'] as const).map(
      (s) => points.filter((point) => point.stability === s).length,
    )
    expect(count).toEqual(COUNTS[kind])
    seen.add(kind)
  }
  expect(seen.size).toBe(4)
})

test("the paper's four panels of Figure 2", () => {
  expect(regime([0.7, 0.8], 1)).toEqual({ kind: 'none' })
  expect(regime([0.7, 1.6], 1)).toEqual({ kind: 'one', memory: 1 })
  expect(regime([1.1, 2], 1)).toEqual({ kind: 'one-stable', stable: 1, unstable: 0, needed: criticalSaliency(2, 1) })
  expect(regime([1.5, 2], 1)).toEqual({ kind: 'two' })
  expect(regime([2, 1.1], 1)).toMatchObject({ kind: 'one-stable', stable: 0, unstable: 1 })
  expect(regime([1.6, 0.7], 1)).toEqual({ kind: 'one', memory: 0 })
})

test('on a border the side with fewer memories counts; equal saliencies above it are both stable', () => {
  expect(regime([1, 1], 1)).toEqual({ kind: 'none' })
  expect(regime([1, 1.5], 1)).toEqual({ kind: 'one', memory: 1 })
  expect(regime([criticalSaliency(1.5, 1), 1.5], 1).kind).toBe('one-stable')
  expect(regime([1.5, 1.5], 1).kind).toBe('two')
  expect(regime([1.0000001, 1.0000001], 1).kind).toBe('two')
})

test('borders near a point', () => {
  expect(bordersNear([0.5, 2], 1, 0.01)).toEqual([])
  expect(bordersNear([1.005, 2], 1, 0.01)).toEqual([{ kind: 'existence', memory: 0, saliency: 1 }])
  const needed = criticalSaliency(2, 1)
  expect(bordersNear([needed + 0.005, 2], 1, 0.01)).toEqual([{ kind: 'stability', memory: 0, saliency: needed }])
  expect(bordersNear([2, needed], 1, 0)).toEqual([{ kind: 'stability', memory: 1, saliency: needed }])
  expect(bordersNear([0.1, 0.1], 10, 1e-9).map((border) => border.kind)).toEqual(['existence', 'existence'])
  // The curve α₂ = α*(α₁) is a border only where memory 1 is the stronger.
  expect(bordersNear([0.4, 1 / 1], 1, 1e-9)).toEqual([{ kind: 'existence', memory: 1, saliency: 1 }])
})
