import { expect, test } from 'vitest'
import { activation, activationSlope } from './activation.ts'
import { hadamardPatterns } from './generators.ts'
import { inverseGram, pseudoInverseCouplingsInto } from './gram.ts'
import { criticalSaliency, memoryAmplitude } from './memory.ts'
import { makeNetworkScratch, vectorFieldInto } from './network.ts'
import { symmetricEigen } from './symmetricEigen.ts'
import { thresholdsOf } from './thresholds.ts'
import { applyWeightsInto } from './weights.ts'

const neuronCount = 16

interface Case {
  readonly saliency: readonly number[]
  readonly gain: number
  readonly hasZeroDiagonal: boolean
}

/** f and the largest eigenvalue of J at γ ξ^mu from the dense weights; γ is that of the saliency with d taken off. */
function atMemory({ saliency, gain, hasZeroDiagonal }: Case, mu: number) {
  const n = neuronCount
  const patterns = hadamardPatterns(saliency.length, n)
  const weights = { patterns, saliency: Float64Array.from(saliency), hasZeroDiagonal }
  const dense = new Float64Array(n * n)
  for (let j = 0; j < n; j++) {
    const unit = Float64Array.from({ length: n }, (_, i) => (i === j ? 1 : 0))
    applyWeightsInto(new Float64Array(n), weights, unit).forEach((value, i) => (dense[i * n + j] = value))
  }
  const { diagonal } = thresholdsOf({ ...weights, neuronCount: n, gain })
  const gamma = memoryAmplitude(saliency[mu] - diagonal, gain)
  const state = Float64Array.from({ length: n }, (_, i) => gamma * patterns.values[mu * n + i])
  const network = { ...weights, gain, current: null }
  const field = vectorFieldInto(new Float64Array(n), network, state, makeNetworkScratch(patterns))
  // ψ' is the same for all neurons, so J is symmetric.
  const slope = activationSlope(gamma, gain)
  const jacobian = dense.map((value, k) => value * slope - (k % (n + 1) === 0 ? 1 : 0))
  const largest = Math.max(...symmetricEigen(jacobian, n).values)
  return {
    gamma,
    field: Math.max(...field.map(Math.abs)),
    largest,
    selfWeights: dense.filter((_, k) => k % (n + 1) === 0),
  }
}

const cases: readonly Case[] = [1, 10].flatMap((gain) =>
  [false, true].flatMap((hasZeroDiagonal) =>
    [
      [2, 1.2, 1.15, 0.4],
      [3, 2.4, 1.5, 1.2, 1.1, 0.3],
      [2, -4, -9],
      [-3, -8, -30],
      [-3, 2, 1, ...Array.from({ length: 13 }, (_, k) => k / 8 - 1)],
      [-9, -1.5, ...Array.from({ length: 14 }, () => -6)],
    ].map((saliency) => ({ saliency: saliency.map((alpha) => alpha / gain), gain, hasZeroDiagonal })),
  ),
)

test('N = 16, Hadamard: a memory exists and is stable from the thresholds on, in all directions', () => {
  const seen = { absent: 0, saddle: 0, stable: 0 }
  for (const made of cases) {
    for (let mu = 0; mu < made.saliency.length; mu++) {
      const thresholds = thresholdsOf({ ...made, neuronCount })
      const { gamma, field, largest, selfWeights } = atMemory(made, mu)
      if (made.hasZeroDiagonal) expect(Math.max(...selfWeights.map(Math.abs))).toBeLessThan(1e-14)
      expect(field).toBeLessThan(1e-12)
      expect(gamma > 0).toBe(made.saliency[mu] > thresholds.existence)
      if (gamma === 0) {
        seen.absent++
        continue
      }
      expect(largest < 0).toBe(made.saliency[mu] > thresholds.stability)
      seen[largest < 0 ? 'stable' : 'saddle']++
    }
  }
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(8)
})

test('at the stability threshold itself the largest eigenvalue is zero, with the diagonal taken off too', () => {
  for (const hasZeroDiagonal of [false, true]) {
    const made = { saliency: [3, 1, 0.2, 0.4], gain: 1, hasZeroDiagonal }
    // d depends on the memory's own saliency: a fixed point.
    for (let k = 0; k < 60; k++) made.saliency[1] = thresholdsOf({ ...made, neuronCount }).stability
    expect(Math.abs(atMemory(made, 1).largest)).toBeLessThan(1e-12)
    expect(made.saliency[1] > criticalSaliency(3, 1)).toBe(hasZeroDiagonal)
  }
})

test('diagonal kept: 1/g and α*(α_max); in the paper’s setting a zero diagonal doubles 1/g', () => {
  const kept = { saliency: [2, 0.3], neuronCount, gain: 1, hasZeroDiagonal: false }
  expect(thresholdsOf(kept)).toEqual({ existence: 1, stability: criticalSaliency(2, 1), diagonal: 0 })
  expect(thresholdsOf({ ...kept, saliency: [] })).toEqual({ existence: 1, stability: 1, diagonal: 0 })
  // N = 1024, P = 10, g = 10, Σα = √(PN): inputs of Betteti et al. 2025.
  const saliency = Array.from({ length: 10 }, () => Math.sqrt(10 * 1024) / 10)
  const paper = thresholdsOf({ saliency, neuronCount: 1024, gain: 10, hasZeroDiagonal: true })
  expect(paper.existence).toBeCloseTo(0.1988, 4)
  expect(activation(memoryAmplitude(0.19 - paper.diagonal, 10), 10)).toBe(0)
})

test('overlap 0.75, pseudo-inverse rule: the weaker memory is stable at equal saliencies, not at 2 beside 3 above its α*', () => {
  const overlap = 0.75
  const share = (1 + overlap) / 2
  const { inverse } = inverseGram(Float64Array.of(1, overlap, overlap, 1), 2)
  /** Overlaps of ψ(x) with both memories long after a start at memory 2; neurons come in two groups, where the memories agree and where they differ. */
  const settled = (saliency: readonly [number, number]) => {
    const [d11, d12, , d22] = pseudoInverseCouplingsInto(new Float64Array(4), Float64Array.from(saliency), inverse)
    let [agree, differ] = [1.1 * saliency[1], -saliency[1]]
    const overlaps = () => {
      const [a, b] = [share * activation(agree, 1), (1 - share) * activation(differ, 1)]
      return [a + b, a - b] as const
    }
    for (let k = 0; k < 4000; k++) {
      const [m1, m2] = overlaps()
      const [first, second] = [d11 * m1 + d12 * m2, d12 * m1 + d22 * m2]
      agree += 0.05 * (first + second - agree)
      differ += 0.05 * (first - second - differ)
    }
    return overlaps()
  }
  const equal = settled([3, 3])
  expect(equal[1]).toBeGreaterThan(equal[0])
  const { stability } = thresholdsOf({ saliency: [3, 2], neuronCount, gain: 1, hasZeroDiagonal: false })
  expect(2).toBeGreaterThan(stability)
  const unequal = settled([3, 2])
  expect(unequal[0]).toBeGreaterThan(unequal[1])
})
