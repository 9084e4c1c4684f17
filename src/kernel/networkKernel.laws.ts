import { describe, expect, test } from 'vitest'
import trajectories from '../model/fixtures/trajectories.json'
import { energy } from '../model/network.ts'
import { createRandom } from '../model/random.ts'
import { denseReference, distance, load, makeExample, type Example } from './denseReference.laws.ts'
import type { KernelNetwork, NetworkKernel } from './networkKernel.ts'

/** Error of ψ: the fast tanh, in single precision. Fields and overlaps are sums of it with weights of a few. */
const ACTIVITY_ERROR = 6e-7
const FIELD_ERROR = 1e-5
/** Relative to N: what a sum of that many activities may be off. */
const ENERGY_ERROR = 1e-6
/** Relative to N: by how much E may seem to rise, from sums in single precision. Seen: 1.9e-7. */
const ENERGY_ROUNDING = 5e-7

/** Small and large, odd and even, one pattern, one neuron over a tile, more patterns than neurons. */
const shapes = [
  [2, 1],
  [3, 2],
  [15, 3],
  [16, 4],
  [17, 5],
  [31, 20],
  [33, 7],
  [100, 1],
  [256, 10],
  [257, 9],
  [300, 19],
  [5, 17],
] as const

function randomExamples(count: number): Example[] {
  const random = createRandom(300)
  return Array.from({ length: count }, (_, k) => {
    const neuronCount = 2 + Math.floor(299 * random.uniform())
    const patternCount = 1 + Math.floor(20 * random.uniform())
    return makeExample({ neuronCount, patternCount, isDense: k % 3 === 0, hasTerms: k % 2 === 0 }, k)
  })
}

const examples: Example[] = [
  ...shapes.flatMap(([neuronCount, patternCount], k) => [
    makeExample({ neuronCount, patternCount }, k),
    makeExample({ neuronCount, patternCount, hasTerms: true, isDense: true }, 100 + k),
  ]),
  ...randomExamples(24),
  makeExample({ neuronCount: 1000, patternCount: 37, hasTerms: true }, 1),
  makeExample({ neuronCount: 777, patternCount: 128, isDense: true }, 2),
]

/** What every kernel must do. `kernel` is made once, since networks share it. */
export function kernelLaws(kernel: NetworkKernel): void {
  const withNetwork = (example: Example, visit: (network: KernelNetwork) => void): void => {
    const network = load(kernel, example)
    visit(network)
    network.dispose()
  }
  const out = (count: number): Float32Array => new Float32Array(count)

  describe(`the ${kernel.flavour} kernel`, () => {
    test('agrees with dense double precision on activity, overlaps, field and energy', () => {
      for (const example of examples) {
        const { neuronCount: n, patternCount: p } = example
        const wanted = denseReference(example)
        withNetwork(example, (network) => {
          const name = `N = ${n}, P = ${p}`
          expect(distance(network.activityInto(out(n)), wanted.activity), name).toBeLessThan(ACTIVITY_ERROR)
          expect(distance(network.overlapsInto(out(p)), wanted.overlaps), name).toBeLessThan(ACTIVITY_ERROR)
          expect(distance(network.vectorFieldInto(out(n)), wanted.field), name).toBeLessThan(FIELD_ERROR)
          expect(Math.abs(network.energy() - wanted.energy) / n, name).toBeLessThan(ENERGY_ERROR)
        })
      }
    })

    test('ψ is tanh to 5e-7 everywhere, odd, never beyond 1, 0 at 0', () => {
      const n = 40_001
      const state = Float32Array.from({ length: n }, (_, i) => (i - 20_000) / 2000)
      state.set([1e-30, 1e-6, 8, 8.1, 1e6, -1e6, 1e12, -1e12])
      const network = kernel.createNetwork(n, 1)
      network.setGain(1)
      network.writeState(state)
      const activity = network.activityInto(out(n))
      expect(distance(activity, Float64Array.from(state, Math.tanh))).toBeLessThan(5e-7)
      expect(activity.every((y) => Math.abs(y) <= 1)).toBe(true)
      expect(activity[20_000]).toBe(0)
      for (let i = 8; i < 1000; i++) expect(activity[20_000 + i]).toBe(-activity[20_000 - i])
      network.dispose()
    })

    test('a step is x + dt f(x), and the field after it is that of the new state', () => {
      for (const example of examples) {
        const { neuronCount: n, patternCount: p, state } = example
        const { field } = denseReference(example)
        withNetwork(example, (network) => {
          network.stepEuler(1, 0.125, 0)
          const next = network.readState(out(n))
          expect(
            distance(
              next,
              Float64Array.from(state, (x, i) => x + 0.125 * field[i]),
            ),
          ).toBeLessThan(FIELD_ERROR)
          const after = denseReference({ ...example, state: next })
          expect(distance(network.overlapsInto(out(p)), after.overlaps)).toBeLessThan(ACTIVITY_ERROR)
          expect(distance(network.vectorFieldInto(out(n)), after.field)).toBeLessThan(FIELD_ERROR)
          expect(Math.abs(network.energy() - after.energy) / n).toBeLessThan(ENERGY_ERROR)
        })
      }
    })

    test('the zero diagonal is a d of (1/N) Σ α, as in the model', () => {
      const example = makeExample({ neuronCount: 90, patternCount: 7 }, 5)
      const { neuronCount, patternCount, patterns, couplings, gain, state } = example
      const saliency = Float64Array.from(couplings)
      const sum = saliency.reduce((total, alpha) => total + alpha, 0)
      const zeroed = { ...example, diagonal: Math.fround(sum / neuronCount) }
      withNetwork(zeroed, (network) => {
        expect(distance(network.vectorFieldInto(out(90)), denseReference(zeroed).field)).toBeLessThan(FIELD_ERROR)
        network.stepEuler(1, 0.125, 0)
        const next = Float64Array.from(state, (x, i) => x + 0.125 * (denseReference(zeroed).field[i] ?? Number.NaN))
        expect(distance(network.readState(out(90)), next)).toBeLessThan(FIELD_ERROR)
        network.setCurrent(new Float32Array(90))
        network.writeState(state)
        expect(distance(network.vectorFieldInto(out(90)), denseReference(zeroed).field)).toBeLessThan(FIELD_ERROR)
        const model = { patterns: { values: patterns, patternCount, neuronCount }, saliency, gain, current: null }
        const wanted = energy({ ...model, hasZeroDiagonal: true }, Float64Array.from(state))
        expect(Math.abs(network.energy() - wanted) / neuronCount).toBeLessThan(ENERGY_ERROR)
      })
    })

    test('a row of couplings is a diagonal matrix of them', () => {
      const example = makeExample({ neuronCount: 70, patternCount: 6, hasTerms: true }, 6)
      const matrix = new Float32Array(36)
      example.couplings.forEach((alpha, mu) => (matrix[7 * mu] = alpha))
      const field = (couplings: Float32Array): Float32Array => {
        const network = load(kernel, { ...example, couplings })
        const values = network.vectorFieldInto(out(70))
        network.dispose()
        return values
      }
      expect(distance(field(matrix), field(example.couplings))).toBeLessThan(1e-6)
    })

    test('changes take effect at once, and no memory is no force', () => {
      const first = makeExample({ neuronCount: 50, patternCount: 3, hasTerms: true }, 7)
      const second = makeExample({ neuronCount: 50, patternCount: 3, isDense: true }, 8)
      const network = load(kernel, first)
      network.stepEuler(3, 0.1, 0)
      network.setPatterns(second.patterns)
      network.setCouplings(second.couplings)
      network.setGain(second.gain)
      network.setCurrent(null)
      network.setDiagonal(0)
      network.writeState(second.state)
      expect(distance(network.vectorFieldInto(out(50)), denseReference(second).field)).toBeLessThan(FIELD_ERROR)
      network.setCouplings(new Float32Array(3))
      expect(
        distance(
          network.vectorFieldInto(out(50)),
          second.state.map((x) => -x),
        ),
      ).toBe(0)
      network.dispose()
      const empty = kernel.createNetwork(20, 0)
      empty.writeState(new Float32Array(20).fill(1))
      empty.stepEuler(1, 0.5, 0)
      expect([...empty.readState(out(20))]).toEqual(Array.from({ length: 20 }, () => 0.5))
      expect(empty.overlapsInto(out(0))).toHaveLength(0)
      empty.dispose()
    })

    test('patterns that are changed by name are the same, bit for bit, as all of them set anew', () => {
      // Whole and broken fours of patterns and tiles of neurons; the last one is of the size at which codes share bytes.
      const cases = [
        { neuronCount: 50, patternCount: 3, changed: [2] },
        { neuronCount: 64, patternCount: 13, changed: [0, 7, 12] },
        { neuronCount: 257, patternCount: 18, changed: [17, 4, 5] },
        { neuronCount: 33_001, patternCount: 65, changed: [64, 30] },
      ]
      for (const { neuronCount, patternCount, changed } of cases) {
        const example = makeExample({ neuronCount, patternCount, hasTerms: true }, neuronCount)
        const patterns = example.patterns.slice()
        for (const mu of changed) for (let i = mu % 7; i < neuronCount; i += 3) patterns[mu * neuronCount + i] *= -1
        const run = (network: KernelNetwork): [Float32Array, Float32Array] => {
          network.stepEuler(3, 0.1, 0)
          const found = [network.readState(out(neuronCount)), network.overlapsInto(out(patternCount))] as const
          network.dispose()
          return [...found]
        }
        const drawn = load(kernel, example)
        drawn.setPatterns(patterns, changed)
        expect(run(drawn)).toEqual(run(load(kernel, { ...example, patterns })))
      }
    })

    test('many steps in one call are the same steps in many calls, with noise too', () => {
      const example = makeExample({ neuronCount: 333, patternCount: 5 }, 9)
      const run = (calls: readonly number[]): Float32Array => {
        const network = load(kernel, example)
        network.seed(12, 3)
        for (const count of calls) network.stepEuler(count, 0.01, 0.5)
        network.stepRungeKutta(2, 0.05)
        const state = network.readState(out(333))
        network.dispose()
        return state
      }
      expect(distance(run([20]), run([1, 7, 12]))).toBe(0)
      expect(distance(run([20]), run([19]))).toBeGreaterThan(0.01)
    })

    test('same seed and stream, same run; another seed or stream, another run', () => {
      const example = makeExample({ neuronCount: 40, patternCount: 3 }, 10)
      const run = (seed: number, stream: number): Float32Array => {
        const network = load(kernel, example)
        network.seed(seed, stream)
        network.stepEuler(50, 0.01, 1)
        const state = network.readState(out(40))
        network.dispose()
        return state
      }
      expect(distance(run(1982, 0), run(1982, 0))).toBe(0)
      expect(distance(run(1982, 0), run(1982, 1))).toBeGreaterThan(0.1)
      expect(distance(run(1982, 0), run(1983, 0))).toBeGreaterThan(0.1)
    })

    test('the noise does not depend on how many patterns there are', () => {
      const noiseOf = (patternCount: number): Float32Array => {
        const network = kernel.createNetwork(1501, patternCount)
        network.seed(4, 0)
        network.stepEuler(5, 0.1, 1)
        const state = network.readState(out(1501))
        network.dispose()
        return state
      }
      expect(distance(noiseOf(1), noiseOf(6))).toBe(0)
      expect(distance(noiseOf(1), noiseOf(40))).toBe(0)
    })

    test('the energy never rises without noise', () => {
      for (let seed = 0; seed < 30; seed++) {
        const hasTerms = seed % 2 === 0
        const example = makeExample({ neuronCount: 64 + 5 * seed, patternCount: 1 + (seed % 8), hasTerms }, seed)
        withNetwork(example, (network) => {
          let before = network.energy()
          for (let k = 0; k < 60; k++) {
            if (seed % 3 === 0) network.stepRungeKutta(1, 0.1)
            else network.stepEuler(1, 0.1, 0)
            const after = network.energy()
            expect(after - before).toBeLessThan(ENERGY_ROUNDING * example.neuronCount)
            before = after
          }
        })
      }
    })

    test('follows the trajectories of the reference to 1e-5', () => {
      const cases = trajectories.cases.filter(({ patterns }) => patterns[0]?.length === 16)
      expect(cases).toHaveLength(3)
      for (const { patterns, alpha, gain, zero_diagonal, bias, times, x } of cases) {
        const sum = alpha.reduce((total, value) => total + value, 0)
        const current = bias === null ? null : Float32Array.from(bias)
        const network = load(kernel, {
          neuronCount: 16,
          patternCount: patterns.length,
          patterns: Int8Array.from(patterns.flat()),
          couplings: Float32Array.from(alpha),
          gain,
          current,
          diagonal: zero_diagonal ? sum / 16 : 0,
          state: Float32Array.from(x[0] ?? []),
        })
        for (let k = 1; k < times.length; k++) {
          const duration = times[k] - times[k - 1]
          const count = Math.round(duration / 0.02)
          network.stepRungeKutta(count, duration / count)
          expect(distance(network.readState(out(16)), x[k] ?? []), `t = ${times[k]}`).toBeLessThan(1e-5)
        }
        network.dispose()
      }
    })

    test('Runge and Kutta are of order 4 until single precision shows', () => {
      const example = makeExample({ neuronCount: 48, patternCount: 4 }, 11)
      const end = (count: number): Float32Array => {
        const network = load(kernel, { ...example, gain: 2 })
        network.stepRungeKutta(count, 1 / count)
        const state = network.readState(out(48))
        network.dispose()
        return state
      }
      const best = end(100)
      const ratio = distance(end(3), best) / distance(end(6), best)
      expect(ratio).toBeGreaterThan(12)
      expect(ratio).toBeLessThan(24)
    })

    test('a network of another size afterwards is not disturbed by what was there', () => {
      for (const [neuronCount, patternCount] of [
        [300, 12],
        [20, 3],
        [257, 13],
      ] as const) {
        const example = makeExample({ neuronCount, patternCount }, neuronCount)
        withNetwork(example, (network) => {
          network.seed(1, 1)
          network.stepEuler(3, 0.1, 1)
          const state = network.readState(out(neuronCount))
          const wanted = denseReference({ ...example, state })
          expect(distance(network.vectorFieldInto(out(neuronCount)), wanted.field)).toBeLessThan(FIELD_ERROR)
          expect(distance(network.overlapsInto(out(patternCount)), wanted.overlaps)).toBeLessThan(ACTIVITY_ERROR)
          expect(Math.abs(network.energy() - wanted.energy) / neuronCount).toBeLessThan(ENERGY_ERROR)
        })
      }
    })

    test('two networks live side by side', () => {
      const examplesOfTwo = [31, 32].map((seed) => makeExample({ neuronCount: 60, patternCount: 4 }, seed))
      // Disposed of twice, a memory must not be handed out twice.
      const former = kernel.createNetwork(60, 4)
      former.dispose()
      former.dispose()
      const networks = examplesOfTwo.map((example) => load(kernel, example))
      for (const network of networks) network.stepEuler(1, 0.125, 0)
      networks.forEach((network, k) => {
        const { state } = examplesOfTwo[k]
        const { field } = denseReference(examplesOfTwo[k])
        const wanted = Float64Array.from(state, (x, i) => x + 0.125 * field[i])
        expect(distance(network.readState(out(60)), wanted)).toBeLessThan(FIELD_ERROR)
        network.dispose()
      })
    })

    test('refuses what is too large or of the wrong length, with a sentence', () => {
      expect(() => kernel.createNetwork(10_000_000, 100)).toThrow(RangeError)
      expect(() => kernel.createNetwork(10_000_000, 100)).toThrow(/needs \d+ MB; the limit is 268 MB/)
      expect(() => kernel.createNetwork(0, 1)).toThrow(/at least one neuron/)
      const network = kernel.createNetwork(4, 2)
      expect(() => network.setPatterns(new Int8Array(7))).toThrow('7 numbers, expected 8')
      expect(() => network.setCouplings(new Float32Array(3))).toThrow('3 numbers, expected 2 or 4')
      expect(() => network.writeState(new Float32Array(5))).toThrow('5 numbers, expected 4')
      expect(() => network.setCurrent(new Float32Array(5))).toThrow('5 numbers')
      expect(() => network.setDiagonal(new Float32Array(5))).toThrow('5 numbers')
      network.dispose()
    })
  })
}
