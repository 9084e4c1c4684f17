import { describe, expect, test } from 'vitest'
import { randomPatterns } from '../../model/generators.ts'
import { createRandom } from '../../model/random.ts'
import type { BinaryKernel, BinaryNetwork, BinarySpec } from '../binaryKernel.ts'
import { fieldsInto } from '../binaryTraining.ts'
import { createJavascriptBinaryKernel } from '../javascriptBinaryKernel.ts'
import { createSpareWeights } from '../spareWeights.ts'
import { createBinaryKernel } from './createBinaryKernel.ts'

const kernels: readonly (() => BinaryKernel)[] = [createBinaryKernel, createJavascriptBinaryKernel]

/** Rules with a weight for each pair of neurons. */
const specs: readonly Pick<BinarySpec, 'rule' | 'unlearning'>[] = [
  { rule: 'storkey', unlearning: { steps: 0, rate: 0, seed: 0 } },
  { rule: 'hebb', unlearning: { steps: 2, rate: 0.01, seed: 1 } },
  { rule: 'pseudo-inverse', unlearning: { steps: 2, rate: 0.01, seed: 1 } },
]

function specOf(part: (typeof specs)[number], patternCount: number, neuronCount: number, seed: number): BinarySpec {
  return { ...part, ...randomPatterns(patternCount, neuronCount, createRandom(seed)), hasZeroDiagonal: true }
}

function fieldsOf(network: BinaryNetwork): number[] {
  while (!network.train());
  network.writeState(Int8Array.from({ length: network.neuronCount }, (_, i) => (i % 3 === 0 ? -1 : 1)))
  return Array.from({ length: network.neuronCount }, (_, i) => network.localField(i))
}

describe('networks with all their weights', () => {
  test('weights that another network has left behind change nothing, also where its training was broken off', () => {
    for (const createKernel of kernels) {
      for (const part of specs) {
        for (const patternCount of [0, 1, 5]) {
          const wanted = fieldsOf(createKernel().createNetwork(specOf(part, patternCount, 130, 2)))
          const kernel = createKernel()
          const first = kernel.createNetwork(specOf(part, 7, 130, 1))
          fieldsOf(first)
          first.dispose()
          first.dispose()
          const second = kernel.createNetwork(specOf(part, 3, 130, 3))
          second.train()
          second.dispose()
          expect(fieldsOf(kernel.createNetwork(specOf(part, patternCount, 130, 2)))).toEqual(wanted)
        }
      }
    }
  })

  test("Hebb's weights are trained in pieces as well", () => {
    const kernel = createBinaryKernel()
    const network = kernel.createNetwork(specOf({ ...specs[1], rule: 'hebb' }, 3, 2048, 1))
    let pieces = 0
    let share = 0
    while (!network.train() && share < 0.2) {
      share = network.trainedShare()
      pieces++
    }
    network.dispose()
    expect(pieces).toBeGreaterThan(2)
  })

  test('fields four rows at a time are those of one row after the other, bit for bit', () => {
    const random = createRandom(3)
    for (const n of [1, 3, 4, 130]) {
      const weights = Float32Array.from({ length: n * n }, () => random.normal())
      const state = Int8Array.from({ length: n }, () => (random.uniform() < 0.5 ? -1 : 1))
      const fields = fieldsInto(new Float64Array(n), weights, state)
      const wanted = Array.from({ length: n }, (_, i) => state.reduce((sum, s, j) => sum + weights[i * n + j] * s, 0))
      expect([...fields]).toEqual(wanted)
    }
  })

  test('one array of weights is kept, for the next network of its size', () => {
    const spare = createSpareWeights()
    const weights = spare.take(3)
    expect(weights).toHaveLength(9)
    spare.give(weights)
    expect(spare.take(4)).toHaveLength(16)
    spare.give(weights)
    expect(spare.take(3)).toBe(weights)
    spare.give(weights)
    spare.drop()
    expect(spare.take(3)).not.toBe(weights)
  })
})
