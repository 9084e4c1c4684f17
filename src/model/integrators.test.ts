import { expect, test } from 'vitest'
import {
  createStepper,
  DESCENT_TIME_STEP,
  fieldLipschitz,
  stabilityLimit,
  type Field,
  type Scheme,
} from './integrators.ts'
import { createRandom } from './random.ts'
import { pairEnergy, pairFieldInto, type TwoNeuronSystem } from './twoNeurons.ts'
import type { Vector } from './vector.ts'

const SCHEMES: readonly Scheme[] = ['rk4', 'heun', 'euler-maruyama', 'stochastic-heun']

function fieldOf(system: TwoNeuronSystem): Field {
  return (out: Vector, x: Vector) => {
    pairFieldInto(out, system, x[0], x[1])
  }
}

const decay: Field = (out, x) => {
  for (let i = 0; i < x.length; i++) out[i] = -x[i]
}

test('E never rises without noise: 500 random runs, all schemes, at the stability limit or 0.5', () => {
  const random = createRandom(500)
  for (let run = 0; run < 500; run++) {
    const scheme = SCHEMES[run % SCHEMES.length]
    const spread = run % 3 === 0 ? 0.3 : 1
    const system: TwoNeuronSystem = {
      saliency: [spread * (8 * random.uniform() - 3), spread * (8 * random.uniform() - 3)],
      gain: 0.5 + 9.5 * random.uniform(),
      current: run % 2 === 0 ? [0, 0] : [2 * random.uniform() - 1, 2 * random.uniform() - 1],
    }
    const limit = stabilityLimit(scheme, fieldLipschitz(system.saliency, system.gain))
    const timeStep = Math.min(limit, DESCENT_TIME_STEP)
    const step = createStepper(scheme, 2)
    const field = fieldOf(system)
    const state = Float64Array.of(12 * random.uniform() - 6, 12 * random.uniform() - 6)
    let worst = -Infinity
    let before = pairEnergy(system, state[0], state[1])
    for (let k = 0; k < 100; k++) {
      step(state, field, timeStep, 0, null)
      const after = pairEnergy(system, state[0], state[1])
      worst = Math.max(worst, (after - before) / (1 + Math.abs(before)))
      before = after
    }
    expect(worst).toBeLessThan(1e-13)
  }
})

test('orders of accuracy: Euler 1, Heun 2, RK4 4 (the error falls by 2^order when the step halves)', () => {
  const system: TwoNeuronSystem = { saliency: [1.5, 2.25], gain: 1, current: [0.1, 0] }
  const end = (scheme: Scheme, steps: number) => {
    const state = Float64Array.of(0.3, -1.7)
    const step = createStepper(scheme, 2)
    for (let k = 0; k < steps; k++) step(state, fieldOf(system), 2 / steps, 0, null)
    return state[0]
  }
  const exact = end('rk4', 4000)
  for (const [scheme, order] of [
    ['euler-maruyama', 1],
    ['heun', 2],
    ['stochastic-heun', 2],
    ['rk4', 4],
  ] as const) {
    const ratio = Math.abs(end(scheme, 40) - exact) / Math.abs(end(scheme, 80) - exact)
    expect(Math.abs(Math.log2(ratio) - order)).toBeLessThan(0.15)
  }
})

test('the stability limit is where decay at the rate L stops being damped', () => {
  for (const scheme of SCHEMES) {
    const grows = (timeStep: number) => {
      const state = Float64Array.of(1)
      const step = createStepper(scheme, 1)
      for (let k = 0; k < 200; k++) step(state, decay, timeStep, 0, null)
      return Math.abs(state[0]) > 1
    }
    expect(grows(stabilityLimit(scheme, 1) * 0.999)).toBe(false)
    expect(grows(stabilityLimit(scheme, 1) * 1.001)).toBe(true)
  }
})

test('the Lipschitz constant bounds the field', () => {
  const random = createRandom(8)
  for (let k = 0; k < 200; k++) {
    const saliency = [8 * random.uniform() - 3, 8 * random.uniform() - 3] as const
    const gain = 0.5 + 9.5 * random.uniform()
    const system: TwoNeuronSystem = { saliency, gain, current: [0, 0] }
    const [x1, x2, y1, y2] = [random.normal(), random.normal(), random.normal(), random.normal()]
    const fx = pairFieldInto(new Float64Array(2), system, x1, x2)
    const fy = pairFieldInto(new Float64Array(2), system, y1, y2)
    const change = Math.hypot(fx[0] - fy[0], fx[1] - fy[1])
    expect(change).toBeLessThanOrEqual(fieldLipschitz(saliency, gain) * Math.hypot(x1 - y1, x2 - y2) * (1 + 1e-12))
  }
})

test('same seed, same run; another seed, another run; noise-free schemes draw nothing', () => {
  const system: TwoNeuronSystem = { saliency: [1.5, 2], gain: 1, current: [0, 0] }
  const run = (scheme: Scheme, seed: number) => {
    const state = Float32Array.of(0.1, -0.2)
    const step = createStepper(scheme, 2)
    const random = createRandom(seed, 1)
    for (let k = 0; k < 500; k++) step(state, fieldOf(system), 0.01, 0.7, random)
    return [...state, random.uniform()]
  }
  for (const scheme of SCHEMES) {
    expect(run(scheme, 4)).toEqual(run(scheme, 4))
    if (scheme === 'euler-maruyama' || scheme === 'stochastic-heun') expect(run(scheme, 5)).not.toEqual(run(scheme, 4))
    else expect(run(scheme, 4)[2]).toBe(createRandom(4, 1).uniform())
  }
})

test('with noise, x relaxes to the known law of dx = -x dt + σ dB: mean 0, variance σ²/2', () => {
  for (const [scheme, bias] of [
    // Of one step h: Euler gives σ²/2 / (1 - h/2); stochastic Heun σ²/2 (1 - h²/4 …).
    ['euler-maruyama', 1 / (1 - 0.05)],
    ['stochastic-heun', 1],
  ] as const) {
    const n = 4000
    const step = createStepper(scheme, n)
    const state = new Float64Array(n)
    const random = createRandom(12)
    let sum = 0
    let square = 0
    for (let k = 0; k < 300; k++) {
      step(state, decay, 0.1, 0.8, random)
      if (k % 50 !== 49) continue
      sum += state.reduce((total, x) => total + x, 0) / n / 6
      if (k >= 99) square += state.reduce((total, x) => total + x * x, 0) / n / 5
    }
    expect(Math.abs(sum)).toBeLessThan(0.02)
    expect(Math.abs(square / (0.32 * bias) - 1)).toBeLessThan(0.05)
  }
})

test('an unknown scheme is refused with a sentence', () => {
  expect(() => createStepper('leapfrog' as Scheme, 2)).toThrow('Unknown scheme leapfrog')
})
