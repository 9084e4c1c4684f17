import { expect, test } from 'vitest'
import trajectories from './fixtures/trajectories.json'
import { createStepper } from './integrators.ts'
import {
  energy,
  energyGradientInto,
  makeNetworkScratch,
  overlapsInto,
  vectorFieldInto,
  type Network,
} from './network.ts'
import { makePatterns, pairPatterns } from './patterns.ts'
import { createRandom } from './random.ts'
import { pairEnergy, pairFieldInto, pairOverlaps } from './twoNeurons.ts'
import { applyWeightsInto } from './weights.ts'

function randomNetwork(seed: number, hasZeroDiagonal: boolean, hasCurrent: boolean): Network {
  const random = createRandom(seed)
  const patterns = makePatterns(
    [0, 1, 2].map(() => Array.from({ length: 13 }, () => (random.uniform() < 0.5 ? -1 : 1))),
  )
  const saliency = Float64Array.from({ length: 3 }, () => 3 * random.uniform() - 1)
  const current = hasCurrent ? Float64Array.from({ length: 13 }, () => random.normal()) : null
  return { patterns, saliency, gain: 0.5 + 2 * random.uniform(), hasZeroDiagonal, current }
}

const networks = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => randomNetwork(seed, seed % 2 === 0, seed > 4))

test('the low-rank field equals the dense one', () => {
  networks.forEach((network, seed) => {
    const { patterns, saliency, gain, hasZeroDiagonal, current } = network
    const n = patterns.neuronCount
    const random = createRandom(seed, 9)
    const state = Float64Array.from({ length: n }, () => random.normal())
    const field = vectorFieldInto(new Float64Array(n), network, state, makeNetworkScratch(patterns))
    for (let i = 0; i < n; i++) {
      let dense = -state[i] + (current === null ? 0 : current[i])
      for (let j = 0; j < n; j++) {
        let weight = 0
        for (let mu = 0; mu < patterns.patternCount; mu++) {
          weight += (saliency[mu] * patterns.values[mu * n + i] * patterns.values[mu * n + j]) / n
        }
        if (hasZeroDiagonal && i === j) weight = 0
        dense += weight * Math.tanh(gain * state[j])
      }
      expect(Math.abs(field[i] - dense)).toBeLessThan(1e-14)
    }
  })
})

test('the weights work without scratch, and in single precision', () => {
  const network = networks[0]
  const activity = Float32Array.from({ length: 13 }, (_, i) => Math.sin(i))
  const exact = applyWeightsInto(new Float64Array(13), network, activity)
  const single = applyWeightsInto(new Float32Array(13), network, activity, new Float32Array(3))
  exact.forEach((value, i) => expect(Math.abs(single[i] - value)).toBeLessThan(1e-6))
})

test('the gradient is that of the energy, by central differences', () => {
  networks.forEach((network, seed) => {
    const n = network.patterns.neuronCount
    const random = createRandom(seed, 3)
    const state = Float64Array.from({ length: n }, () => random.normal())
    const gradient = energyGradientInto(new Float64Array(n), network, state, makeNetworkScratch(network.patterns))
    const h = 1e-5
    for (let i = 0; i < n; i++) {
      const ahead = state.with(i, state[i] + h)
      const behind = state.with(i, state[i] - h)
      expect(Math.abs((energy(network, ahead) - energy(network, behind)) / (2 * h) - gradient[i])).toBeLessThan(1e-8)
    }
  })
})

test('the energy is even without current, and overlaps are odd', () => {
  for (const network of networks.slice(0, 4)) {
    const state = Float64Array.from({ length: 13 }, (_, i) => Math.cos(3 * i))
    const twin = state.map((x) => -x)
    expect(energy(network, twin)).toBe(energy(network, state))
    const overlaps = overlapsInto(new Float64Array(3), network.patterns, state, network.gain)
    const twinOverlaps = overlapsInto(new Float64Array(3), network.patterns, twin, network.gain)
    overlaps.forEach((overlap, mu) => expect(twinOverlaps[mu]).toBe(-overlap))
  }
})

test('N = 2 in scalars is the general network', () => {
  const random = createRandom(5)
  for (let k = 0; k < 200; k++) {
    const saliency = [8 * random.uniform() - 3, 8 * random.uniform() - 3] as const
    const current = [2 * random.uniform() - 1, 2 * random.uniform() - 1] as const
    const system = { saliency, gain: 0.5 + 9.5 * random.uniform(), current }
    const network: Network = {
      patterns: pairPatterns,
      saliency: Float64Array.from(saliency),
      gain: system.gain,
      hasZeroDiagonal: false,
      current: Float64Array.from(current),
    }
    const state = Float64Array.of(3 * random.normal(), 3 * random.normal())
    const field = vectorFieldInto(new Float64Array(2), network, state, makeNetworkScratch(pairPatterns))
    const pairField = pairFieldInto(new Float64Array(2), system, state[0], state[1])
    const overlaps = overlapsInto(new Float64Array(2), pairPatterns, state, system.gain)
    const inScalars = pairOverlaps(state[0], state[1], system.gain)
    for (const i of [0, 1] as const) {
      expect(Math.abs(field[i] - pairField[i])).toBeLessThan(1e-14)
      expect(Math.abs(overlaps[i] - inScalars[i])).toBeLessThan(1e-15)
    }
    expect(Math.abs(energy(network, state) - pairEnergy(system, state[0], state[1]))).toBeLessThan(1e-13)
  }
})

test('trajectories agree with the reference to 1e-6 by RK4 at a small step, and so do their energies', () => {
  expect(trajectories.cases.length).toBe(6)
  for (const fixture of trajectories.cases) {
    const patterns = makePatterns(fixture.patterns)
    const n = patterns.neuronCount
    const network: Network = {
      patterns,
      saliency: Float64Array.from(fixture.alpha),
      gain: fixture.gain,
      hasZeroDiagonal: fixture.zero_diagonal,
      current: fixture.bias === null ? null : Float64Array.from(fixture.bias),
    }
    const scratch = makeNetworkScratch(patterns)
    const step = createStepper('rk4', n)
    const timeStep = 0.005
    const state = Float64Array.from(fixture.x[0])
    let steps = 0
    fixture.times.forEach((time, k) => {
      for (; steps < Math.round(time / timeStep); steps++) {
        step(state, (out, x) => vectorFieldInto(out, network, x, scratch), timeStep, 0, null)
      }
      fixture.x[k].forEach((expected, i) => expect(Math.abs(state[i] - expected)).toBeLessThan(1e-6))
      expect(Math.abs(energy(network, state) - fixture.energy[k])).toBeLessThan(1e-6)
    })
  }
})
