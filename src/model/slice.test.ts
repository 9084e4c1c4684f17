import { expect, test } from 'vitest'
import { denseEnergy, denseWeights, networkKinds, randomSliceNetwork, stateOnSlice } from './sliceNetworks.laws.ts'
import { correlatedPatterns, randomPatterns } from './generators.ts'
import { makeLandscape } from './landscape.ts'
import { energy } from './network.ts'
import type { Patterns } from './patterns.ts'
import { createRandom } from './random.ts'
import {
  makeSlice,
  projectOntoSlice,
  sampleSliceInto,
  sliceEnergy,
  sliceGradientInto,
  sliceView,
  type SliceNetwork,
} from './slice.ts'
import { findSliceEquilibria } from './sliceEquilibria.ts'

test('slice energies are those of the whole network to 1e-12, whatever memories, couplings, diagonal and current', () => {
  networkKinds.forEach((kind, k) => {
    const network = randomSliceNetwork(kind, 5, 64, 100 + k)
    const w = denseWeights(network)
    const slice = makeSlice(network, 3, 1)
    const random = createRandom(k, 2)
    for (let j = 0; j < 4; j++) {
      const [y, z] = [2 * random.normal(), 2 * random.normal()]
      const expected = denseEnergy(network, w, stateOnSlice(network.patterns, 3, 1, y, z))
      expect(Math.abs(sliceEnergy(slice, y, z) - expected)).toBeLessThan(1e-12 * (64 + Math.abs(expected)))
    }
  })
})

test('they are those of `energy()` for sizes that are no multiple of a word, with more memories than a table holds', () => {
  for (const [seed, n, p] of [
    [1, 37, 3],
    [2, 100, 20],
    [3, 257, 11],
    [4, 1024, 40],
  ] as const) {
    const random = createRandom(seed)
    const patterns = seed % 2 === 0 ? correlatedPatterns(p, n, 0.7, random) : randomPatterns(p, n, random)
    const saliency = Float64Array.from({ length: p }, () => 4 * random.uniform() - 1)
    const current = Float64Array.from({ length: n }, () => random.normal())
    for (const hasZeroDiagonal of [false, true]) {
      const diagonal = hasZeroDiagonal ? saliency.reduce((sum, value) => sum + value, 0) / n : 0
      const network: SliceNetwork = { patterns, couplings: saliency, diagonal, gain: 2, current }
      const slice = makeSlice(network, 0, p - 1)
      for (let k = 0; k < 5; k++) {
        const [y, z] = [random.normal(), random.normal()]
        const state = stateOnSlice(patterns, 0, p - 1, y, z)
        const expected = energy({ patterns, saliency, gain: 2, hasZeroDiagonal, current }, state)
        expect(Math.abs(sliceEnergy(slice, y, z) - expected)).toBeLessThan(1e-12 * n)
      }
    }
  }
})

test('the gradient is that of the slice, by central differences, and it fills the landscape', () => {
  networkKinds.forEach((kind, k) => {
    const slice = makeSlice(randomSliceNetwork(kind, 4, 48, k), 0, 2)
    const random = createRandom(k, 3)
    const gradient = new Float64Array(2)
    const h = 1e-5
    for (let j = 0; j < 4; j++) {
      const [y, z] = [random.normal(), random.normal()]
      sliceGradientInto(gradient, slice, y, z)
      const byPlus = (sliceEnergy(slice, y + h, z) - sliceEnergy(slice, y - h, z)) / (2 * h)
      const byMinus = (sliceEnergy(slice, y, z + h) - sliceEnergy(slice, y, z - h)) / (2 * h)
      expect(Math.abs(byPlus - gradient[0])).toBeLessThan(1e-6)
      expect(Math.abs(byMinus - gradient[1])).toBeLessThan(1e-6)
    }
    const { heights, gradients, columns, extent } = sampleSliceInto(makeLandscape(7, 5), slice, 2.5)
    for (let row = 0; row < 5; row++) {
      for (let column = 0; column < 7; column++) {
        const [y, z] = [-extent + (extent * column) / 3, -extent + (extent * row) / 2]
        const at = row * columns + column
        const expected = sliceEnergy(slice, y, z)
        expect(Math.abs(heights[at] - expected)).toBeLessThan(1e-6 * (48 + Math.abs(expected)))
        sliceGradientInto(gradient, slice, y, z)
        expect(Math.abs(gradients[2 * at] - gradient[0])).toBeLessThan(1e-5 * (48 + Math.abs(gradient[0])))
        expect(Math.abs(gradients[2 * at + 1] - gradient[1])).toBeLessThan(1e-5 * (48 + Math.abs(gradient[1])))
      }
    }
  })
})

test('the gradient of the slice is the part of the whole gradient in the plane: critical points of one are those of the other there', () => {
  const network = randomSliceNetwork(
    { patterns: 'random', couplings: 'saliencies', diagonal: 'kept', hasCurrent: true },
    4,
    40,
    5,
  )
  const slice = makeSlice(network, 0, 1)
  const w = denseWeights(network)
  const h = 1e-5
  const [y, z] = [0.7, -0.4]
  const gradient = sliceGradientInto(new Float64Array(2), slice, y, z)
  const ahead = denseEnergy(network, w, stateOnSlice(network.patterns, 0, 1, y + h, z))
  const behind = denseEnergy(network, w, stateOnSlice(network.patterns, 0, 1, y - h, z))
  expect(Math.abs((ahead - behind) / (2 * h) - gradient[0])).toBeLessThan(1e-6)
})

test('a state of the plane projects onto itself; what is added across it is the distance', () => {
  const random = createRandom(8)
  for (const patterns of [randomPatterns(4, 100, random), correlatedPatterns(4, 333, 0.8, random)]) {
    const n = patterns.neuronCount
    const inPlane = stateOnSlice(patterns, 2, 0, 1.3, -0.4)
    const exact = projectOntoSlice(patterns, 2, 0, inPlane)
    expect(exact.yPlus).toBeCloseTo(1.3, 12)
    expect(exact.yMinus).toBeCloseTo(-0.4, 12)
    expect(exact.distance).toBeLessThan(1e-12)
    const state = inPlane.map((x) => x + random.normal())
    const found = projectOntoSlice(patterns, 2, 0, state)
    const foot = stateOnSlice(patterns, 2, 0, found.yPlus, found.yMinus)
    const rest = state.map((x, i) => x - foot[i])
    for (const mu of [2, 0]) {
      expect(Math.abs(rest.reduce((sum, value, i) => sum + value * patterns.values[mu * n + i], 0))).toBeLessThan(1e-9)
    }
    const length = Math.sqrt(rest.reduce((sum, value) => sum + value * value, 0) / n)
    expect(found.distance).toBeCloseTo(length, 12)
  }
})

test('copies, twins and a lone memory get a second direction that is no memory, and a landscape like any other', () => {
  const n = 64
  const { values } = randomPatterns(1, n, createRandom(3))
  const bank = new Int8Array([...values, ...values, ...values.map((value) => -value)])
  const patterns: Patterns = { values: bank, patternCount: 3, neuronCount: n }
  for (const [mu, nu] of [
    [0, 0],
    [0, 1],
    [1, 2],
  ] as const) {
    const network: SliceNetwork = {
      patterns,
      couplings: Float64Array.of(1, 0.5, 0.5),
      diagonal: 0,
      gain: 1,
      current: null,
    }
    const slice = makeSlice(network, mu, nu)
    expect(slice.geometry.hasAuxiliaryDirection).toBe(true)
    expect(slice.geometry.plusCount).toBe(32)
    const points = findSliceEquilibria(network, slice)
    expect(points.map(({ key }) => key).toSorted()).toEqual(['memory-1+', 'memory-1-', 'origin'])
    const { extent, floor, ceiling } = sliceView(slice, points)
    expect([extent, floor, ceiling].every(Number.isFinite)).toBe(true)
    const own = bank.subarray(mu * n, (mu + 1) * n)
    expect(projectOntoSlice(patterns, mu, nu, Float64Array.from(own)).yMinus).toBe(1)
  }
})

test('what makes no sense is refused with a sentence', () => {
  const patterns = randomPatterns(3, 16, createRandom(1))
  const network: SliceNetwork = { patterns, couplings: new Float64Array(3), diagonal: 0, gain: 1, current: null }
  expect(() => makeSlice(network, 0, 3)).toThrow('two of the 3 memories, 0 to 2, found 0 and 3')
  expect(() => makeSlice({ ...network, couplings: new Float64Array(4) }, 0, 1)).toThrow('Expected 3 or 9 couplings')
})
