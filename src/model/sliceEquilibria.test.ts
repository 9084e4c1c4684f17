import { expect, test } from 'vitest'
import { indexSum } from './equilibria.ts'
import { denseField, denseWeights, networkKinds, randomSliceNetwork, stateOnSlice } from './sliceNetworks.laws.ts'
import { correlatedPatterns, hadamardPatterns, randomPatterns } from './generators.ts'
import { criticalSaliency, memoryAmplitude, memoryEigenvalue, memoryEnergy } from './memory.ts'
import { createRandom } from './random.ts'
import { makeSlice, sliceEnergy, sliceGradientInto, type Slice, type SliceNetwork } from './slice.ts'
import { findSliceEquilibria, type SliceEquilibrium } from './sliceEquilibria.ts'
import { symmetricEigen } from './symmetricEigen.ts'

/** Damped Newton from a grid of seeds on the slice, by its gradient alone: shares no code with the search. */
function bruteForce(slice: Slice, reach: number): [number, number][] {
  const found: [number, number][] = []
  const [plus, minus] = slice.axes
  const { gain, crossWeight } = slice
  const seeds = 33
  for (let row = 0; row < seeds; row++) {
    for (let column = 0; column < seeds; column++) {
      let y = reach * ((2 * column) / (seeds - 1) - 1)
      let z = reach * ((2 * row) / (seeds - 1) - 1)
      let size = Infinity
      const force = () => {
        const [ty, tz] = [Math.tanh(gain * y), Math.tanh(gain * z)]
        return [
          (plus.weight * ty + crossWeight * tz + plus.current) / plus.neuronCount - y,
          (minus.weight * tz + crossWeight * ty + minus.current) / minus.neuronCount - z,
        ]
      }
      for (let k = 0; k < 80 && size > 1e-15; k++) {
        const [f, h] = force()
        const sy = gain * (1 - Math.tanh(gain * y) ** 2)
        const sz = gain * (1 - Math.tanh(gain * z) ** 2)
        const a = (plus.weight * sy) / plus.neuronCount - 1
        const b = (crossWeight * sz) / plus.neuronCount
        const c = (crossWeight * sy) / minus.neuronCount
        const d = (minus.weight * sz) / minus.neuronCount - 1
        const det = a * d - b * c
        const [dy, dz] = [-(d * f - b * h) / det, -(a * h - c * f) / det]
        size = Math.hypot(dy, dz)
        const damping = size > 0.5 / gain ? 0.5 / gain / size : 1
        y += damping * dy
        z += damping * dz
      }
      const isRoot = Math.hypot(...force()) < 1e-11
      if (isRoot && found.every(([a, b]) => Math.hypot(a - y, b - z) > 1e-7)) found.push([y, z])
    }
  }
  return found
}

/** Largest |y| that a root may have. */
function reachOf(slice: Slice): number {
  const [plus, minus] = slice.axes
  const cross = Math.abs(slice.crossWeight)
  return (
    0.1 +
    Math.max(
      (Math.abs(plus.weight) + cross + Math.abs(plus.current)) / plus.neuronCount,
      (Math.abs(minus.weight) + cross + Math.abs(minus.current)) / minus.neuronCount,
    )
  )
}

test(
  'the points on a slice are complete: index sum 1, zero gradient, unique keys, and none that brute force adds',
  { timeout: 30_000 },
  () => {
    const counts = new Set<number>()
    networkKinds.forEach((kind, k) => {
      for (let seed = 0; seed < 2; seed++) {
        const network = randomSliceNetwork(kind, 5, 64, 1000 * seed + k)
        const slice = makeSlice(network, 0, 1)
        const points = findSliceEquilibria(network, slice)
        expect(indexSum(points)).toBe(1)
        expect(new Set(points.map(({ key }) => key)).size).toBe(points.length)
        const gradient = new Float64Array(2)
        for (const { state, energy } of points) {
          sliceGradientInto(gradient, slice, state[0], state[1])
          expect(Math.hypot(gradient[0], gradient[1])).toBeLessThan(64 * 1e-12)
          expect(energy).toBe(sliceEnergy(slice, state[0], state[1]))
        }
        const rivals = bruteForce(slice, reachOf(slice))
        for (const [y, z] of rivals) {
          expect(points.some(({ state }) => Math.hypot(state[0] - y, state[1] - z) < 1e-8)).toBe(true)
        }
        expect(points.length).toBe(rivals.length)
        counts.add(points.length)
      }
    })
    expect([...counts].toSorted((a, b) => a - b)).toEqual([1, 3, 5, 7, 9])
  },
)

test('strong couplings, steep activations and families of a hundred memories: still complete, with twins in pairs', () => {
  for (let seed = 0; seed < 40; seed++) {
    const random = createRandom(seed, 5)
    const p = seed % 2 === 0 ? 100 : 3
    const patterns = correlatedPatterns(p, 256, 0.9 * random.uniform(), random)
    const couplings = Float64Array.from({ length: p }, () => 12 * random.uniform() - 1)
    const current = seed % 3 === 0 ? Float64Array.from({ length: 256 }, () => 5 * random.normal()) : null
    const network: SliceNetwork = { patterns, couplings, diagonal: 0, gain: 10, current }
    const points = findSliceEquilibria(network, makeSlice(network, 0, p - 1))
    expect(indexSum(points)).toBe(1)
    if (current === null) expect(points.length % 2).toBe(1)
  }
})

test('without current the points are exact mirror images of each other', () => {
  for (let seed = 0; seed < 30; seed++) {
    const kind = { patterns: 'correlated', couplings: 'saliencies', diagonal: 'kept', hasCurrent: false } as const
    const network = randomSliceNetwork(kind, 4, 60, seed)
    const points = findSliceEquilibria(network, makeSlice(network, 1, 2))
    for (const point of points) {
      const twin = points.find(({ state }) => state[0] === -point.state[0] + 0 && state[1] === -point.state[1] + 0)!
      expect(twin.largestEigenvalue).toBe(point.largestEigenvalue)
      expect(twin.residual).toBe(point.residual)
    }
    expect(points.filter(({ key }) => key === 'origin').length).toBe(1)
  }
})

/** Largest eigenvalue of √ψ' W √ψ' - 1, dense. */
function denseLargestEigenvalue(network: SliceNetwork, w: Float64Array, x: Float64Array): number {
  const n = x.length
  const roots = x.map((value) => Math.sqrt(network.gain) / Math.cosh(network.gain * value))
  const m = Float64Array.from(w, (value, at) => {
    const [i, j] = [Math.floor(at / n), at % n]
    return roots[i] * value * roots[j] - (i === j ? 1 : 0)
  })
  return Math.max(...symmetricEigen(m, n).values)
}

test('residual and largest eigenvalue in the whole space are those of dense computations', { timeout: 30_000 }, () => {
  networkKinds.forEach((kind, k) => {
    for (const [n, p] of [
      [32, 5],
      [24, 8],
    ] as const) {
      const network = randomSliceNetwork(kind, p, n, 50 + k)
      const slice = makeSlice(network, 0, 1)
      const w = denseWeights(network)
      for (const point of findSliceEquilibria(network, slice)) {
        const x = stateOnSlice(network.patterns, 0, 1, point.state[0], point.state[1])
        const field = denseField(network, w, x)
        const residual = Math.hypot(...field) / Math.sqrt(n)
        expect(Math.abs(point.residual - residual)).toBeLessThan(1e-7)
        expect(point.isEquilibrium).toBe(residual < 1e-6)
        const largest = denseLargestEigenvalue(network, w, x)
        expect(Math.abs(point.largestEigenvalue - largest)).toBeLessThan(1e-9 * (1 + Math.abs(largest)))
        // Interlacing: the slice sees no more than the whole.
        expect(point.largestEigenvalue).toBeGreaterThanOrEqual(point.eigenvalues[1])
      }
    }
  })
})

test('few neurons, dependent memories and a tiny group: still those of dense computations', () => {
  const random = createRandom(77)
  const base = randomPatterns(6, 20, random)
  const values = base.values.slice()
  // Memory 1 differs from memory 0 in two neurons, memory 5 is a copy of memory 2.
  values.set(base.values.subarray(0, 20), 20)
  values[20 + 3] *= -1
  values[20 + 11] *= -1
  values.set(base.values.subarray(40, 60), 100)
  const patterns = { ...base, values }
  for (const diagonal of [0, 0.3, -0.2]) {
    const couplings = Float64Array.of(1.5, 1.2, -0.5, 0.7, -1, 0.4)
    const network: SliceNetwork = { patterns, couplings, diagonal, gain: 1.4, current: null }
    const slice = makeSlice(network, 0, 1)
    const w = denseWeights(network)
    for (const point of findSliceEquilibria(network, slice)) {
      const x = stateOnSlice(patterns, 0, 1, point.state[0], point.state[1])
      expect(Math.abs(point.residual - Math.hypot(...denseField(network, w, x)) / Math.sqrt(20))).toBeLessThan(1e-9)
      expect(Math.abs(point.largestEigenvalue - denseLargestEigenvalue(network, w, x))).toBeLessThan(1e-9)
    }
  }
})

const closedFormCases = [16, 64].flatMap((n) => [0.8, 1, 5].map((gain) => [n, gain] as const))

test.each(closedFormCases)(
  'Hadamard memories, N = %d, gain %d: amplitude, energy, eigenvalues and stability in closed form',
  (n, gain) => {
    const random = createRandom(n)
    const p = 6
    for (let k = 0; k < 40; k++) {
      const patterns = hadamardPatterns(p, n)
      const couplings = Float64Array.from({ length: p }, () => (3.5 * random.uniform()) / gain)
      const network: SliceNetwork = { patterns, couplings, diagonal: 0, gain, current: null }
      const slice = makeSlice(network, 2, 4)
      const points = findSliceEquilibria(network, slice)
      for (const mu of [0, 1] as const) {
        const own = couplings[mu === 0 ? 2 : 4]
        const rest = [...couplings].filter((_, rho) => rho !== (mu === 0 ? 2 : 4))
        const rival = Math.max(...rest)
        for (const sign of ['+', '-']) {
          const point = points.find(({ key }) => key === `memory-${mu + 1}${sign}`)
          expect(point !== undefined).toBe(gain * own > 1)
          if (!point) continue
          expectClosedForm(point, own, rest, gain, n)
          // Existence needs α > 1/g; stability in the whole network α > α*(strongest rival).
          expect(point.largestEigenvalue < 0).toBe(own > criticalSaliency(rival, gain))
        }
      }
      for (const point of points) expect(point.residual).toBe(0)
    }
  },
)

function expectClosedForm(
  point: SliceEquilibrium,
  own: number,
  rest: readonly number[],
  gain: number,
  n: number,
): void {
  const gamma = memoryAmplitude(own, gain)
  expect(Math.abs(Math.abs(point.state[0]) - gamma)).toBeLessThan(1e-12)
  expect(Math.abs(Math.abs(point.state[1]) - gamma)).toBeLessThan(1e-12)
  expect(Math.abs(point.energy - memoryEnergy(own, gain, n))).toBeLessThan(1e-11 * n)
  expect(point.isEquilibrium).toBe(true)
  const eigenvalues = [own, ...rest].map((saliency) => memoryEigenvalue(own, saliency, gain))
  expect(Math.abs(point.largestEigenvalue - Math.max(...eigenvalues))).toBeLessThan(1e-10)
}

test('α* on the slice: just below it the weaker memory is a saddle, just above it is stable', () => {
  for (const n of [16, 64]) {
    const rival = 2.2
    const critical = criticalSaliency(rival, 1)
    for (const share of [0.999, 1.001]) {
      const couplings = Float64Array.of(critical * share, rival, 0)
      const network: SliceNetwork = { patterns: hadamardPatterns(3, n), couplings, diagonal: 0, gain: 1, current: null }
      const points = findSliceEquilibria(network, makeSlice(network, 0, 1))
      const weaker = points.find(({ key }) => key === 'memory-1+')!
      expect(weaker.stability).toBe(share > 1 ? 'stable' : 'saddle')
      expect(points.length).toBe(share > 1 ? 9 : 5)
    }
  }
})

test('names: correlated memories, each stable point is the memory whose signs it has', () => {
  const random = createRandom(31)
  const n = 400
  const patterns = correlatedPatterns(3, n, 0.77, random)
  const network: SliceNetwork = { patterns, couplings: Float64Array.of(1, 1, 0), diagonal: 0, gain: 10, current: null }
  const points = findSliceEquilibria(network, makeSlice(network, 0, 1))
  expect(
    points
      .filter(({ stability }) => stability === 'stable')
      .map(({ key }) => key)
      .toSorted(),
  ).toEqual(['memory-1+', 'memory-1-', 'memory-2+', 'memory-2-'])
  expect(points.filter(({ name }) => name.kind === 'mixed').length).toBe(points.length - 5)
})

test('names: a current that drives the network to a memory leaves its name, and displaces the origin', () => {
  const patterns = hadamardPatterns(2, 64)
  const network = (strength: number, share: number): SliceNetwork => ({
    patterns,
    couplings: Float64Array.of(strength, strength),
    diagonal: 0,
    gain: 1,
    current: Float64Array.from(patterns.values.subarray(0, 64), (value) => share * value),
  })
  const keys = (strength: number, share: number) => {
    const made = network(strength, share)
    return findSliceEquilibria(made, makeSlice(made, 0, 1)).map(({ key }) => key)
  }
  expect(keys(1.5, 0.02).toSorted()).toEqual([
    'memory-1+',
    'memory-1-',
    'memory-2+',
    'memory-2-',
    'mixed-a',
    'mixed-b',
    'mixed-c',
    'mixed-d',
    'origin',
  ])
  expect(keys(1.5, 1)).toEqual(['memory-1+'])
  expect(keys(0.8, 1)).toEqual(['origin'])
})
