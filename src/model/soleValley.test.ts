import { expect, test } from 'vitest'
import { gramOf } from './gram.ts'
import { overlapsInto, vectorFieldInto, makeNetworkScratch, type Network } from './network.ts'
import { createRandom } from './random.ts'
import { soleValley } from './soleValley.ts'
import { symmetricEigen } from './symmetricEigen.ts'
import { thresholdsOf } from './thresholds.ts'

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
function countAbove(
  { values, patternCount }: ReturnType<typeof alike>,
  saliency: readonly number[],
  level: number,
): number {
  const w = new Float64Array(n * n)
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++)
      for (let mu = 0; mu < patternCount; mu++)
        w[i * n + j] += (saliency[mu] * values[mu * n + i] * values[mu * n + j]) / n
  return symmetricEigen(w, n).values.filter((value) => value > level).length
}

/** Where the state comes to rest, as overlaps. */
function restOf(network: Network, seed: number): Float64Array {
  const random = createRandom(seed)
  const x = Float64Array.from({ length: n }, () => 2 * random.normal())
  const scratch = makeNetworkScratch(network.patterns)
  const f = new Float64Array(n)
  for (let k = 0; k < 4000; k++) vectorFieldInto(f, network, x, scratch).forEach((slope, i) => (x[i] += 0.05 * slope))
  return overlapsInto(new Float64Array(network.patterns.patternCount), network.patterns, x, network.gain)
}

test('is named only where the dense weights have one eigenvalue above the threshold, and then every start ends at ± that one', () => {
  const random = createRandom(5)
  let named = 0
  for (let k = 0; k < 60; k++) {
    const patterns = alike(k, 4, 0.5)
    const saliency = [1 + 2 * random.uniform(), random.normal(), random.normal(), 0.5 * random.normal()]
    const hasZeroDiagonal = k % 3 === 0
    const { existence } = thresholdsOf({ saliency, neuronCount: n, gain: 1, hasZeroDiagonal })
    const found = soleValley(gramOf(patterns), diagonal(saliency), existence)
    if (existence > 0 && countAbove(patterns, saliency, existence) !== 1) expect(found).toBeNull()
    if (found === null) continue
    named++
    const network = { patterns, saliency: Float64Array.from(saliency), gain: 1, hasZeroDiagonal, current: null }
    const ends = [1, 2, 3, 4].map((seed) => Array.from(restOf(network, seed), Math.abs))
    for (const end of ends) {
      expect(end.indexOf(Math.max(...end))).toBe(found)
      end.forEach((overlap, mu) => expect(overlap).toBeCloseTo(ends[0][mu], 3))
    }
  }
  expect(named).toBeGreaterThan(15)
})

test('orthogonal memories: the one above 1/g, none below it, and none of two', () => {
  const gram = diagonal([1, 1, 1])
  expect(soleValley(gram, diagonal([0.3, 1.4, -2]), 1)).toBe(1)
  expect(soleValley(gram, diagonal([0.3, 0.9, -2]), 1)).toBeNull()
  expect(soleValley(gram, diagonal([1.2, 1.4, 0]), 1)).toBeNull()
})

test('two memories that are the same, or thresholds below 0: nothing is claimed that is not so', () => {
  const same = Float64Array.of(1, 1, 1, 1)
  expect(soleValley(same, diagonal([0.7, 0.7]), 1)).toBe(0)
  expect(soleValley(diagonal([1, 1]), diagonal([2, 0]), -0.1)).toBeNull()
})
