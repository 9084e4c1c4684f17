import { expect, test, vi } from 'vitest'
import { binaryEnergy, localField, sweep, updateTogether } from '../../model/binary/dynamics.ts'
import { randomState, unlearn } from '../../model/binary/unlearning.ts'
import { hebbWeights, pseudoInverseWeights, storkeyWeights, type BinaryWeights } from '../../model/binary/weights.ts'
import reference from '../../model/fixtures/binary.json' with { type: 'json' }
import { makePatterns, type Patterns } from '../../model/patterns.ts'
import { createRandom } from '../../model/random.ts'
import type { BinaryKernel, BinaryNetwork, BinarySpec } from '../binaryKernel.ts'
import { createJavascriptBinaryKernel } from '../javascriptBinaryKernel.ts'
import { createBinaryKernel } from './createBinaryKernel.ts'

const kernels = [createBinaryKernel(), createJavascriptBinaryKernel()]
const rules = ['hebb', 'storkey', 'pseudo-inverse'] as const
const references = { hebb: hebbWeights, storkey: storkeyWeights, 'pseudo-inverse': pseudoInverseWeights }
const referenceNames = { hebb: 'hebb', storkey: 'storkey', 'pseudo-inverse': 'pseudo_inverse' } as const

function specOf(patterns: Patterns, rule: BinarySpec['rule'], more: Partial<BinarySpec> = {}): BinarySpec {
  return { ...patterns, rule, hasZeroDiagonal: true, unlearning: { steps: 0, rate: 0, seed: 0 }, ...more }
}

function trained(kernel: BinaryKernel, spec: BinarySpec): BinaryNetwork {
  const network = kernel.createNetwork(spec)
  while (!network.train());
  return network
}

function randomPatterns(p: number, n: number, seed: number): Patterns {
  const random = createRandom(seed)
  return makePatterns(
    Array.from({ length: p }, () => Array.from({ length: n }, () => (random.uniform() < 0.5 ? -1 : 1))),
  )
}

const sizes = [
  { p: 1, n: 2 },
  { p: 3, n: 17 },
  { p: 9, n: 64 },
  { p: 40, n: 100 },
  { p: 70, n: 81 },
]

test('weights are trained alike on both sides of the most patterns that a byte can sum up', () => {
  for (const p of [1, 123, 124, 125, 260]) {
    const patterns = randomPatterns(p, 70, p)
    // Unlearning needs the weights themselves; at rate 0 it leaves them as they are.
    const spec = specOf(patterns, 'hebb', { unlearning: { steps: 1, rate: 0, seed: 1 } })
    const [inWasm, inJavascript] = kernels.map((kernel) => trained(kernel, spec))
    for (let seed = 0; seed < 5; seed++) {
      const state = randomState(70, createRandom(seed))
      for (const network of [inWasm, inJavascript]) network.writeState(state)
      for (let i = 0; i < 70; i++) expect(inWasm.localField(i)).toBeCloseTo(inJavascript.localField(i), 5)
    }
  }
})

test('both kernels run here, so that none goes untested', () => {
  expect(kernels.map(({ flavour }) => flavour)).toEqual(['wasm', 'javascript'])
})

for (const kernel of kernels) {
  for (const rule of rules) {
    test(`${kernel.flavour}, ${rule}: final states and energies of the reference`, () => {
      for (const { patterns, start, order, rules: expected } of reference.cases) {
        const network = trained(kernel, specOf(makePatterns(patterns), rule))
        network.writeState(Int8Array.from(start))
        const { final, energy_after_sweep: energies } = expected[referenceNames[rule]]
        expect(network.energy()).toBeCloseTo(energies[0], 5)
        for (const energy of energies.slice(1)) {
          network.update(Uint32Array.from(order), 0, order.length)
          expect(network.energy()).toBeCloseTo(energy, 5)
        }
        expect([...network.readState(new Int8Array(start.length))]).toEqual(final)
      }
    })

    test.each(sizes)(
      `${kernel.flavour}, ${rule}: fields, energy, overlaps, updates equal dense weights, $p in $n`,
      ({ p, n }) => {
        for (const hasZeroDiagonal of [true, false]) {
          const patterns = randomPatterns(p, n, p + n)
          const network = trained(kernel, specOf(patterns, rule, { hasZeroDiagonal }))
          const weights = references[rule](patterns, hasZeroDiagonal)
          expectSameRuns(network, weights, patterns)
        }
      },
    )
  }

  test(`${kernel.flavour}: unlearning equals the reference, weight by weight`, () => {
    const patterns = randomPatterns(6, 40, 3)
    const unlearning = { steps: 20, rate: 0.01, seed: 5 }
    for (const rule of rules) {
      const network = trained(kernel, specOf(patterns, rule, { unlearning }))
      expectSameRuns(network, unlearn(references[rule](patterns), unlearning, createRandom(unlearning.seed)), patterns)
    }
  })

  test(`${kernel.flavour}: dense weights beyond the limit are refused with the memory they would need`, () => {
    const patterns = { values: new Int8Array(16_384).fill(1), patternCount: 1, neuronCount: 16_384 }
    expect(() => kernel.createNetwork(specOf(patterns, 'storkey'))).toThrow(/1024 MB for 16384 neurons.*4096 neurons/)
    expect(kernel.createNetwork(specOf(patterns, 'hebb')).train()).toBe(true)
  })

  test(`${kernel.flavour}: training goes in pieces, so that it can be interrupted`, () => {
    const network = kernel.createNetwork(specOf(randomPatterns(4, 1024, 1), 'storkey'))
    let pieces = 1
    while (!network.train()) pieces++
    expect(pieces).toBeGreaterThan(10)
  })

  test(`${kernel.flavour}: the share of the training rises to 1, piece by piece, for every rule`, () => {
    for (const rule of rules) {
      for (const steps of rule === 'storkey' ? [0, 3] : [3]) {
        const spec = specOf(randomPatterns(8, 900, 1), rule, { unlearning: { steps, rate: 0.01, seed: 1 } })
        const network = kernel.createNetwork(spec)
        const shares = [network.trainedShare()]
        while (!network.train()) shares.push(network.trainedShare())
        expect(shares).toEqual(shares.toSorted((a, b) => a - b))
        expect(shares[0]).toBe(0)
        expect(shares.at(-1)).toBeGreaterThan(0.7)
        expect(shares.at(-1)).toBeLessThanOrEqual(1)
        expect(network.trainedShare()).toBe(1)
      }
    }
  })

  test(`${kernel.flavour}: a network says what runs it`, () => {
    const patterns = randomPatterns(3, 40, 1)
    const flavours = rules.map((rule) => kernel.createNetwork(specOf(patterns, rule)).flavour)
    expect(flavours).toEqual([kernel.flavour, 'javascript', 'javascript'])
    const unlearning = { steps: 1, rate: 0.01, seed: 1 }
    expect(kernel.createNetwork(specOf(patterns, 'hebb', { unlearning })).flavour).toBe('javascript')
  })
}

test('where a policy forbids WebAssembly, JavaScript takes over', async () => {
  vi.resetModules()
  vi.stubGlobal('WebAssembly', undefined)
  const again = await import('./createBinaryKernel.ts')
  expect(again.createBinaryKernel().flavour).toBe('javascript')
  vi.unstubAllGlobals()
})

/** Runs of a network and of dense weights in double precision from the same random states. Fields of zero up to rounding may go either way. */
function expectSameRuns(network: BinaryNetwork, weights: BinaryWeights, patterns: Patterns) {
  const { neuronCount: n, patternCount: p } = patterns
  const random = createRandom(77)
  const order = Uint32Array.from({ length: n }, (_, i) => (i * 7) % n)
  for (let run = 0; run < 4; run++) {
    const state = randomState(n, random)
    network.writeState(state)
    for (let i = 0; i < n; i++) expect(network.localField(i)).toBeCloseTo(localField(weights, state, i), 4)
    const isTied = Array.from({ length: n }, (_, i) => Math.abs(localField(weights, state, i))).some(
      (h) => h > 0 && h < 1e-5,
    )
    if (isTied) continue
    const flips = run % 2 === 0 ? sweep(state, weights, order) : updateTogether(state, weights)
    expect(run % 2 === 0 ? network.update(order, 0, n) : network.updateTogether()).toBe(flips)
    expect([...network.readState(new Int8Array(n))]).toEqual([...state])
    expect(network.energy()).toBeCloseTo(binaryEnergy(weights, state), 4)
    const overlaps = network.overlapsInto(new Float32Array(p))
    for (let mu = 0; mu < p; mu++) {
      const sum = state.reduce((total, value, i) => total + value * patterns.values[mu * n + i], 0)
      expect(overlaps[mu]).toBeCloseTo(sum / n, 6)
    }
  }
}
