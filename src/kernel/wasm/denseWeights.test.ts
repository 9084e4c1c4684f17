import { describe, expect, test } from 'vitest'
import { randomPatterns } from '../../model/generators.ts'
import { createRandom } from '../../model/random.ts'
import type { BinaryKernel, BinaryNetwork, BinarySpec } from '../binaryKernel.ts'
import { fieldsInto, type Training } from '../binaryTraining.ts'
import { createJavascriptBinaryKernel } from '../javascriptBinaryKernel.ts'
import { createTrainings } from '../sharedTraining.ts'
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
})

describe.each([...specs, { rule: 'pseudo-inverse', unlearning: { steps: 0, rate: 0, seed: 0 } } as const])(
  'two networks of the same memories, $rule, $unlearning.steps steps of unlearning',
  (part) => {
    const spec = specOf(part, part.rule === 'storkey' ? 5 : 70, 400, 1)
    const piecesOf = (network: BinaryNetwork) => {
      let pieces = 0
      while (!network.train()) pieces++
      return pieces
    }

    test('learn once, and have states of their own', () => {
      for (const createKernel of kernels) {
        const wanted = piecesOf(createKernel().createNetwork(spec))
        const kernel = createKernel()
        const [one, other] = [kernel.createNetwork(spec), kernel.createNetwork({ ...spec })]
        one.train()
        expect(other.trainedShare()).toBe(one.trainedShare())
        expect(piecesOf(other)).toBe(Math.max(0, wanted - 1))
        expect(one.train()).toBe(true)
        const fields = fieldsOf(one)
        other.writeState(new Int8Array(400).fill(1))
        expect(one.localField(7)).toBe(fields[7])
        one.dispose()
        one.dispose()
        expect(fieldsOf(other)).toEqual(fields)
      }
    })

    test('what was learned is there when such a network comes again, also half of it, and only of such a one', () => {
      for (const createKernel of kernels) {
        const kernel = createKernel()
        const first = kernel.createNetwork(spec)
        first.train()
        const share = first.trainedShare()
        first.dispose()
        const second = kernel.createNetwork(spec)
        expect(second.trainedShare()).toBe(share)
        const fields = fieldsOf(second)
        second.dispose()
        for (const unlike of [{ values: spec.values.slice() }, { hasZeroDiagonal: false }] as const) {
          const network = kernel.createNetwork({ ...spec, ...unlike })
          expect(network.trainedShare()).toBe(0)
          expect(fieldsOf(network)[5] === fields[5]).toBe('values' in unlike)
          network.dispose()
        }
      }
    })
  },
)

test('a training that fails, fails for all that share it; later ones begin anew', () => {
  let fails = true
  const trainings = createTrainings<number>((_, before) => {
    return { learned: (before ?? 0) + 1, training: trainOrThrow(() => fails) }
  })
  const spec = specOf(specs[0], 1, 4, 1)
  const [one, other] = [trainings.join(spec), trainings.join(spec)]
  expect(one.train()).toBe(false)
  for (const each of [one, other, one]) expect(() => each.train()).toThrow('no memory')
  one.release()
  expect(() => other.train()).toThrow('no memory')
  other.release()
  fails = false
  const again = trainings.join(spec)
  expect([again.train(), again.train()]).toEqual([false, true])
  again.release()
  expect(trainings.join(specOf(specs[0], 1, 4, 2)).learned).toBe(2)
})

function* trainOrThrow(fails: () => boolean): Training {
  yield 0.5
  if (fails()) throw new RangeError('no memory')
}
