import { expect, test } from 'vitest'
import { correlatedPatterns } from './generators.ts'
import { gramOf } from './gram.ts'
import { overlapsInto, vectorFieldInto, makeNetworkScratch, type Network } from './network.ts'
import type { Patterns } from './patterns.ts'
import { createRandom, type RandomSource } from './random.ts'
import { soleValley } from './soleValley.ts'
import { symmetricEigen } from './symmetricEigen.ts'
import { thresholdsOf } from './thresholds.ts'
import { judge } from './verdict.ts'

const n = 24

/** Memories of which each shares a part with the first. */
function alike(seed: number, patternCount: number, share: number) {
  const random = createRandom(seed)
  const values = new Int8Array(n * patternCount)
  for (let mu = 0; mu < patternCount; mu++)
    for (let i = 0; i < n; i++)
      values[mu * n + i] = mu > 0 && random.uniform() < share ? values[i] : random.uniform() < 0.5 ? -1 : 1
  return { values, patternCount, neuronCount: n }
}

const diagonal = (saliency: readonly number[]) => {
  const p = saliency.length
  return Float64Array.from({ length: p * p }, (_, at) => (at % (p + 1) === 0 ? saliency[at / (p + 1)] : 0))
}

/** Eigenvalues of the dense W above a level. */
function countAbove({ values, patternCount }: Patterns, saliency: readonly number[], level: number): number {
  const w = new Float64Array(n * n)
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++)
      for (let mu = 0; mu < patternCount; mu++)
        w[i * n + j] += (saliency[mu] * values[mu * n + i] * values[mu * n + j]) / n
  return symmetricEigen(w, n).values.filter((value) => value > level).length
}

/** Where the state comes to rest: overlaps, and |ψ|/√N. */
function restOf(network: Network, seed: number) {
  const random = createRandom(seed)
  const x = Float64Array.from({ length: n }, () => 2 * random.normal())
  const scratch = makeNetworkScratch(network.patterns)
  const f = new Float64Array(n)
  for (let k = 0; k < 1200; k++) vectorFieldInto(f, network, x, scratch).forEach((slope, i) => (x[i] += 0.1 * slope))
  const overlaps = overlapsInto(new Float64Array(network.patterns.patternCount), network.patterns, x, network.gain)
  return { overlaps, activity: Math.sqrt(x.reduce((sum, value) => sum + Math.tanh(network.gain * value) ** 2 / n, 0)) }
}

/** Alike memories, and what an input that shows one of them more than the others makes of them. */
function family(k: number, random: RandomSource) {
  const patterns = k % 2 === 0 ? alike(k, 4, 0.5) : correlatedPatterns(4, n, 0.95 * random.uniform(), random)
  const gram = gramOf(patterns)
  const strength = 1 + 2 * random.uniform()
  // As a picture gives them, with all that the others share with the first, or any.
  const saliency = Array.from({ length: 4 }, (_, mu) =>
    k % 4 < 2 ? strength * gram[mu] : mu === 0 ? strength : random.normal(),
  )
  return { patterns, gram, saliency }
}

test('is known only where the dense weights have one eigenvalue above the threshold; then every start ends at ± one state, and who owns it is who the verdict names', () => {
  const random = createRandom(5)
  const told = { owned: 0, shared: 0 }
  for (let k = 0; k < 160; k++) {
    const { patterns, gram, saliency } = family(k, random)
    const hasZeroDiagonal = k % 3 === 0
    const { existence } = thresholdsOf({ saliency, neuronCount: n, gain: 1, hasZeroDiagonal })
    const found = soleValley(gram, diagonal(saliency), existence)
    if (existence > 0 && countAbove(patterns, saliency, existence) !== 1) expect(found).toBeNull()
    if (found === null) continue
    told[found.length === 1 ? 'owned' : 'shared']++
    const network = { patterns, saliency: Float64Array.from(saliency), gain: 1, hasZeroDiagonal, current: null }
    const ends = [1, 2].map((seed) => restOf(network, seed))
    for (const { overlaps, activity } of ends) {
      overlaps.forEach((m, mu) => expect(Math.abs(m)).toBeCloseTo(Math.abs(ends[0].overlaps[mu]), 3))
      const verdict = judge({ overlaps, activity, gram, isAtRest: true, isNoisy: false, time: 0, previous: null })
      if (found.length === 1) expect(verdict).toMatchObject({ kind: 'memory', mu: found[0] })
    }
  }
  expect(told.owned).toBeGreaterThan(15)
  expect(told.shared).toBeGreaterThan(15)
})

test('orthogonal memories: the one above 1/g, none below it, and none of two', () => {
  const gram = diagonal([1, 1, 1])
  expect(soleValley(gram, diagonal([0.3, 1.4, -2]), 1)).toEqual([1])
  expect(soleValley(gram, diagonal([0.3, 0.9, -2]), 1)).toBeNull()
  expect(soleValley(gram, diagonal([1.2, 1.4, 0]), 1)).toBeNull()
})

test('C and G, alike by 0.77, shown both: they share the valley, as the verdict has it', () => {
  const gram = Float64Array.of(1, 0.77, 0.77, 1)
  expect(soleValley(gram, diagonal([1.5, 1.43]), 1)).toEqual([0, 1])
  expect(soleValley(gram, diagonal([1.5, 0]), 1)).toEqual([0])
})

test('two memories that are the same, or thresholds below 0: nothing is claimed that is not so', () => {
  const same = Float64Array.of(1, 1, 1, 1)
  expect(soleValley(same, diagonal([0.7, 0.7]), 1)).toEqual([0])
  expect(soleValley(diagonal([1, 1]), diagonal([2, 0]), -0.1)).toBeNull()
})
