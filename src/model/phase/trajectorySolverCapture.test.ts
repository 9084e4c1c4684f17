import { expect, test } from 'vitest'
import { findEquilibria } from '../equilibria.ts'
import { createRandom } from '../random.ts'
import type { TwoNeuronSystem } from '../twoNeurons.ts'
import { integrateTo } from './trajectorySolver.ts'
import { isInside, makeCaptureBox } from './trajectorySolverCapture.ts'

const random = createRandom(461)
const systems = Array.from({ length: 60 }, (_, k): TwoNeuronSystem => {
  const size = k % 2
  const first = 8 * random.uniform() - 3
  return {
    saliency: [first, k % 5 === 0 ? first : 8 * random.uniform() - 3],
    gain: 0.5 + 9.5 * random.uniform(),
    current: [size * (2 * random.uniform() - 1), size * (2 * random.uniform() - 1)],
  }
})

test.each([
  ['stable', 1],
  ['source', -1],
] as const)('every %s node has a box, from all of which trajectories end in it', (stability, direction) => {
  let boxes = 0
  for (const system of systems) {
    const equilibria = findEquilibria(system)
    for (const node of equilibria.filter((point) => point.stability === stability)) {
      const box = makeCaptureBox(system, node, equilibria, direction)!
      expect(box).not.toBeNull()
      expect(equilibria.filter(({ state }) => isInside(box, ...state))).toEqual([node])
      for (const share1 of [0, 0.5, 1]) {
        for (const share2 of [0, 1]) {
          const x1 = box.low[0] + share1 * (box.high[0] - box.low[0])
          const x2 = box.low[1] + share2 * (box.high[1] - box.low[1])
          let left = 0
          const found = integrateTo(system, x1, x2, {
            direction,
            until: (p, q) => {
              const slack = 1e-9
              const out = Math.max(box.low[0] - p, p - box.high[0], box.low[1] - q, q - box.high[1])
              left = Math.max(left, out - slack)
              return Math.hypot(p - node.state[0], q - node.state[1]) < 1e-6
            },
          })
          expect(found.hasArrived).toBe(true)
          expect(left).toBe(0)
        }
      }
      boxes++
    }
  }
  expect(boxes).toBeGreaterThan(15)
})

test('a slow node has a box on both sides; one that attracts from one side has none on the other', () => {
  // Exactly at the pitchfork of the origin, which is stable by its cubic term.
  const slow: TwoNeuronSystem = { saliency: [0.5, 1], gain: 1, current: [0, 0] }
  const origin = findEquilibria(slow)
  expect(makeCaptureBox(slow, origin[0], origin, 1)).not.toBeNull()
  // x = c + 2ψ(x) at its fold, on the diagonal.
  const turn = Math.atanh(Math.sqrt(0.5))
  const fold = 2 * Math.tanh(turn) - turn
  const folded: TwoNeuronSystem = { saliency: [2, 0.2], gain: 1, current: [fold, fold] }
  const half = { ...origin[0], state: [-turn, -turn] as const, eigenvalues: [-0.9, 0] as const }
  const box = makeCaptureBox(folded, half, [half], 1)
  // On the other side f is below rounding to 1e-8.
  expect(Math.max(box?.high[0] ?? -turn, box?.high[1] ?? -turn)).toBeLessThan(-turn + 1e-7)
})
