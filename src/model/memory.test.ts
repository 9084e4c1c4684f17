import { expect, test } from 'vitest'
import thresholds from './fixtures/thresholds.json'
import { activation } from './activation.ts'
import { criticalSaliency, existenceSaliency, memoryAmplitude, memoryEigenvalue, memoryEnergy } from './memory.ts'
import { pairEigenvalues, pairEnergy } from './twoNeurons.ts'

test('amplitudes, energies and thresholds agree with the reference to 1e-10', () => {
  expect(thresholds.cases.length).toBe(30)
  for (const {
    gain,
    alpha,
    gamma,
    psi,
    energy_per_neuron: energy,
    critical_saliency_beside: critical,
  } of thresholds.cases) {
    expect(Math.abs(memoryAmplitude(alpha, gain) - gamma)).toBeLessThan(1e-10)
    expect(Math.abs(activation(memoryAmplitude(alpha, gain), gain) - psi)).toBeLessThan(1e-10)
    expect(Math.abs(memoryEnergy(alpha, gain, 7) / 7 - energy)).toBeLessThan(1e-10)
    expect(Math.abs(criticalSaliency(alpha, gain) - critical)).toBeLessThan(1e-10)
  }
})

test('γ = α tanh(gγ) to rounding, from just above the threshold to saturation', () => {
  for (const gain of [0.5, 1, 3, 10]) {
    for (const excess of [1e-15, 1e-12, 1e-8, 1e-4, 0.019, 0.0201, 0.1, 0.5, 1, 3.9, 4.1, 10, 49]) {
      const saliency = (1 + excess) / gain
      const a = gain * saliency
      if (!(a > 1)) continue
      const z = gain * memoryAmplitude(saliency, gain)
      expect(z).toBeGreaterThan(0)
      expect(Math.abs(z - a * Math.tanh(z))).toBeLessThan(4e-15 * a)
      // From z/tanh z = 1 + z²/3 - z⁴/45 + … = 1 + ε: z² = 3ε + (3/5)ε² + O(ε³).
      const epsilon = a - 1
      if (epsilon < 2e-8) expect((z * z) / (3 * epsilon + 0.6 * epsilon * epsilon)).toBeCloseTo(1, 12)
    }
  }
})

test('the two ways to the amplitude meet without a step', () => {
  const below = memoryAmplitude(1.02 - 1e-12, 1)
  const above = memoryAmplitude(1.02 + 1e-12, 1)
  const slope = (memoryAmplitude(1.021, 1) - memoryAmplitude(1.019, 1)) / 0.002
  expect(Math.abs(above - below - 2e-12 * slope)).toBeLessThan(1e-13)
})

test('no memory at or below 1/g, nor for negative saliency', () => {
  for (const [saliency, gain] of [
    [1, 1],
    [0.1, 10],
    [0.3, 2],
    [-4, 10],
    [0, 1],
  ] as const) {
    expect(memoryAmplitude(saliency, gain)).toBe(0)
    expect(memoryEnergy(saliency, gain, 2)).toBe(0)
    expect(criticalSaliency(saliency, gain)).toBe(existenceSaliency(gain))
    expect(memoryEigenvalue(saliency, 0.7, gain)).toBeCloseTo(0.7 * gain - 1, 14)
  }
})

test('α* → 1/g smoothly: α* g = 1 + ε/3 + O(ε²), and 1/g < α* < α_max', () => {
  for (const gain of [1, 4, 10]) {
    for (const excess of [1e-12, 1e-9, 1e-6, 1e-4]) {
      const critical = criticalSaliency((1 + excess) / gain, gain) * gain
      expect(Math.abs(critical - 1 - excess / 3)).toBeLessThan(1e-15 + excess * excess)
    }
    for (const rival of [1.5, 2, 8, 50]) {
      expect(criticalSaliency(rival / gain, gain)).toBeGreaterThan(1 / gain)
      expect(criticalSaliency(rival / gain, gain)).toBeLessThan(rival / gain)
    }
  }
})

test('at α* the eigenvalue towards the rival is zero', () => {
  for (const gain of [0.5, 1, 10]) {
    for (const rival of [1.1, 1.7, 3, 20]) {
      const critical = criticalSaliency(rival / gain, gain)
      expect(Math.abs(memoryEigenvalue(critical, rival / gain, gain))).toBeLessThan(1e-12)
      expect(memoryEigenvalue(critical * 1.001, rival / gain, gain)).toBeLessThan(0)
      expect(memoryEigenvalue(critical * 0.999, rival / gain, gain)).toBeGreaterThan(0)
    }
  }
})

test('closed forms agree with the two-neuron system', () => {
  for (const gain of [0.7, 1, 10]) {
    for (const saliency of [
      [1.5, 2.25],
      [3, -2],
      [4.9, 1.2],
    ] as const) {
      const system = { saliency, gain, current: [0, 0] } as const
      const gamma = memoryAmplitude(saliency[0], gain)
      const pair = [memoryEigenvalue(saliency[0], saliency[0], gain), memoryEigenvalue(saliency[0], saliency[1], gain)]
      const found = pairEigenvalues(system, gamma, gamma)
      expect(Math.abs(found[0] - Math.min(...pair))).toBeLessThan(1e-13)
      expect(Math.abs(found[1] - Math.max(...pair))).toBeLessThan(1e-13)
      expect(Math.abs(pairEnergy(system, gamma, gamma) - memoryEnergy(saliency[0], gain, 2))).toBeLessThan(1e-13)
    }
  }
})

test('dE/dα = -½ N ψ(γ)²: the more salient, the deeper', () => {
  const h = 1e-6
  for (const saliency of [1.2, 2, 4]) {
    const slope = (memoryEnergy(saliency + h, 1, 5) - memoryEnergy(saliency - h, 1, 5)) / (2 * h)
    expect(slope).toBeCloseTo(-2.5 * activation(memoryAmplitude(saliency, 1), 1) ** 2, 8)
  }
})
