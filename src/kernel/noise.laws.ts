import { describe, expect, test } from 'vitest'
import type { NetworkKernel } from './networkKernel.ts'

/** Abramowitz and Stegun 7.1.26, absolute error 1.5e-7: an independent normal distribution function. */
function normalDistribution(x: number): number {
  const z = Math.abs(x) / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * z)
  const poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
  const erf = 1 - poly * Math.exp(-z * z)
  return x >= 0 ? (1 + erf) / 2 : (1 - erf) / 2
}

/** Kolmogorov's statistic √n sup |F_n − F|; above 1.95 with probability 0.1 %. */
function kolmogorov(sample: Float32Array): number {
  const sorted = sample.toSorted()
  let largest = 0
  sorted.forEach((x, k) => {
    const f = normalDistribution(x)
    largest = Math.max(largest, Math.abs(f - k / sorted.length), Math.abs(f - (k + 1) / sorted.length))
  })
  return largest * Math.sqrt(sorted.length)
}

/** The mean of n values of variance v is off by more than this many √(v/n) once in 16,000 times. */
const STANDARD_ERRORS = 4

/** Normals of a kernel: steps of length 1 from 0, without couplings. N a row, one row a step. */
function drawNormals(kernel: NetworkKernel, neuronCount: number, steps: number, seed: number): Float32Array {
  const network = kernel.createNetwork(neuronCount, 1)
  network.seed(seed, 0)
  const sample = new Float32Array(neuronCount * steps)
  for (let k = 0; k < steps; k++) {
    network.writeState(new Float32Array(neuronCount))
    network.stepEuler(1, 1, 1)
    network.readState(sample.subarray(k * neuronCount, (k + 1) * neuronCount))
  }
  network.dispose()
  return sample
}

function mean(sample: Float32Array, value: (x: number, i: number) => number): number {
  let sum = 0
  for (let i = 0; i < sample.length; i++) sum += value(sample[i], i)
  return sum / sample.length
}

/** What the noise of every kernel must be. */
export function noiseLaws(kernel: NetworkKernel): void {
  describe(`the noise of the ${kernel.flavour} kernel`, () => {
    const neuronCount = 1000
    const sample = drawNormals(kernel, neuronCount, 400, 1)
    const n = sample.length

    test('has the moments of a normal distribution', () => {
      const bound = (variance: number): number => STANDARD_ERRORS * Math.sqrt(variance / n)
      expect(Math.abs(mean(sample, (x) => x))).toBeLessThan(bound(1))
      expect(Math.abs(mean(sample, (x) => x ** 2) - 1)).toBeLessThan(bound(2))
      expect(Math.abs(mean(sample, (x) => x ** 3))).toBeLessThan(bound(15))
      expect(Math.abs(mean(sample, (x) => x ** 4) - 3)).toBeLessThan(bound(96))
      expect(Math.abs(mean(sample, (x) => x ** 6) - 15)).toBeLessThan(bound(10_170))
    })

    test('has its distribution, in the tails as well', () => {
      expect(kolmogorov(sample)).toBeLessThan(1.95)
      for (const limit of [2, 3, 4]) {
        const wanted = 2 * normalDistribution(-limit)
        const found = mean(sample, (x) => (Math.abs(x) > limit ? 1 : 0))
        expect(Math.abs(found - wanted), `beyond ${limit}`).toBeLessThan(STANDARD_ERRORS * Math.sqrt(wanted / n) + 1e-6)
      }
    })

    test('has it in each place of a tile', () => {
      for (let place = 0; place < 16; place++) {
        expect(kolmogorov(sample.filter((_, i) => (i % neuronCount) % 16 === place)), `place ${place}`).toBeLessThan(
          2.2,
        )
      }
    })

    test('is independent from neuron to neuron and from step to step, squares too', () => {
      // Lanes, the two numbers of one draw, tiles, and the next step.
      for (const lag of [1, 2, 3, 4, 5, 8, 12, 16, 32, neuronCount, neuronCount + 4]) {
        const correlation = mean(sample, (x, i) => x * (sample[(i + lag) % n] ?? 0))
        const ofSquares = mean(sample, (x, i) => (x ** 2 - 1) * ((sample[(i + lag) % n] ?? 0) ** 2 - 1)) / 2
        expect(Math.abs(correlation), `lag ${lag}`).toBeLessThan(STANDARD_ERRORS / Math.sqrt(n))
        expect(Math.abs(ofSquares), `squares, lag ${lag}`).toBeLessThan(STANDARD_ERRORS / Math.sqrt(n))
      }
    })

    test('of neighbouring seeds is unrelated', () => {
      const other = drawNormals(kernel, neuronCount, 100, 2)
      const correlation = mean(other, (x, i) => x * sample[i])
      expect(Math.abs(correlation)).toBeLessThan(STANDARD_ERRORS / Math.sqrt(other.length))
    })

    test('makes an Ornstein-Uhlenbeck process without couplings: variance σ²/(2 − dt), correlation (1 − dt)^k', () => {
      const count = 4000
      const network = kernel.createNetwork(count, 1)
      network.seed(20, 1)
      const timeStep = 0.1
      const noise = 0.7
      network.stepEuler(100, timeStep, noise)
      const first = network.readState(new Float32Array(count))
      network.stepEuler(5, timeStep, noise)
      const second = network.readState(new Float32Array(count))
      network.dispose()
      // Exact for Euler-Maruyama; σ²/2 for dt → 0.
      const variance = noise ** 2 / (2 - timeStep)
      const bound = STANDARD_ERRORS / Math.sqrt(count)
      expect(Math.abs(mean(first, (x) => x)) / Math.sqrt(variance)).toBeLessThan(bound)
      expect(Math.abs(mean(first, (x) => x ** 2) / variance - 1)).toBeLessThan(Math.SQRT2 * bound)
      expect(Math.abs(mean(first, (x, i) => x * second[i]) / variance - 0.9 ** 5)).toBeLessThan(bound)
    })

    test('enters with strong order 1: half the step, half the distance to the path with the same noise', () => {
      const strongError = (count: number): number => strongDistance(kernel, count)
      const ratio = strongError(8) / strongError(16)
      expect(ratio).toBeGreaterThan(1.6)
      expect(ratio).toBeLessThan(2.5)
    })
  })
}

/** Root mean square, over 400 neurons, of the distance between Euler-Maruyama with `count` steps to t = 1 and an eight times finer path. */
function strongDistance(kernel: NetworkKernel, count: number): number {
  const n = 400
  const fine = 8
  const noise = 0.5
  const timeStep = 1 / count
  const coupling = 2
  // The increments of the fine path, read off a network without drift that begins at 0: x ← x − dt x + σ√dt ξ.
  const source = kernel.createNetwork(n, 1)
  source.seed(6, 0)
  const increments = Array.from({ length: count * fine }, () => {
    source.writeState(new Float32Array(n))
    source.stepEuler(1, timeStep / fine, noise)
    return source.readState(new Float32Array(n))
  })
  source.dispose()
  // Decoupled drift −x + α tanh x: with one memory of ones and m held by hand it would not be; a diagonal of −α does it.
  const run = (steps: number, merged: number): Float32Array => {
    const network = kernel.createNetwork(n, 1)
    network.setDiagonal(-coupling)
    let state = new Float32Array(n).fill(0.2)
    for (let k = 0; k < steps; k++) {
      network.writeState(state)
      network.stepEuler(1, 1 / steps, 0)
      state = new Float32Array(network.readState(new Float32Array(n)))
      for (let j = 0; j < merged; j++) {
        const increment = increments[k * merged + j]
        for (let i = 0; i < n; i++) state[i] += increment[i]
      }
    }
    network.dispose()
    return state
  }
  const coarse = run(count, fine)
  const exact = run(count * fine, 1)
  return Math.sqrt(coarse.reduce((sum, x, i) => sum + (x - exact[i]) ** 2, 0) / n)
}
