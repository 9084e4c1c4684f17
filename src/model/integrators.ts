import type { RandomSource } from './random.ts'
import type { Vector } from './vector.ts'

/** How a step in time is taken. The first two are for noise-free runs. */
export type Scheme = 'rk4' | 'heun' | 'euler-maruyama' | 'stochastic-heun'

/** Writes f(x) into `out`. Both have the dimension of the stepper; they are different arrays. */
export type Field = (out: Vector, x: Vector) => void

/**
 * One step of dx = f(x) dt + σ dB, in place: `state` becomes the state one `timeStep` later.
 *
 * `noise`: σ ≥ 0, additive and independent per neuron; `random`: where its normals come from, null without noise. Allocates nothing.
 */
export type Step = (state: Vector, field: Field, timeStep: number, noise: number, random: RandomSource | null) => void

/** Real-axis stability limits z of the schemes, |R(-z)| ≤ 1: 2 for Euler and Heun, 2.7853 (rounded down) for RK4. No unit. */
const STABILITY_LIMITS: Readonly<Record<Scheme, number>> = {
  rk4: 2.785,
  heun: 2,
  'euler-maruyama': 2,
  'stochastic-heun': 2,
}

/**
 * Up to this time step, and the stability limit, E does not rise in a noise-free step of any scheme. Units of time.
 *
 * Seen in 80,000 random runs (g|α| from 0 to 50, with and without current); Heun's scheme has counterexamples from about 0.8, every scheme above 1.
 * For Euler it is proved, for dt ≤ min(1, 2/(1 + g max(0, -α_min))), orthogonal memories: with Φ(ψ) = Σ (xψ - ∫ψ), whose gradient in ψ is
 * x and whose curvature is at least 1/g, ΔΦ ≤ x_next·Δψ - |Δψ|²/2g, and Wψ + b = x + Δx/dt, so that
 * ΔE ≤ -½Δψ·WΔψ - (1/dt - 1)Δx·Δψ - |Δψ|²/2g ≤ -|Δψ|² [½ min(0, α_min) + (1/dt - 1)/g + 1/2g], since Δx·Δψ ≥ |Δψ|²/g.
 */
export const DESCENT_TIME_STEP = 0.5

/** The longest stable time step for a field of Lipschitz constant L: 2/L (Heun, Euler-Maruyama, stochastic Heun), 2.785/L (RK4). */
export function stabilityLimit(scheme: Scheme, lipschitz: number): number {
  return STABILITY_LIMITS[scheme] / lipschitz
}

/** A Lipschitz constant of f for orthogonal memories: 1 + g max_μ |α_μ|, since |ψ'| ≤ g. Per unit of time. */
export function fieldLipschitz(saliency: ArrayLike<number>, gain: number): number {
  let largest = 0
  for (let mu = 0; mu < saliency.length; mu++) largest = Math.max(largest, Math.abs(saliency[mu]))
  return 1 + gain * largest
}

/**
 * A stepper for states of `dimension` numbers. It owns its work arrays: use one per thread of computation.
 *
 * - `rk4`: classical Runge-Kutta, order 4; `heun`: explicit trapezium, order 2. Both ignore `noise` and `random`.
 * - `euler-maruyama`: x + dt f(x) + σ√dt ξ. With additive noise its strong order is 1.
 * - `stochastic-heun`: predictor x̃ = x + dt f(x) + σ√dt ξ, then x + ½dt (f(x) + f(x̃)) + σ√dt ξ with the same ξ (one normal per neuron
 *   and step). Order 2 in dt without noise; strong order 1, and smaller errors of the drift, with it.
 */
export function createStepper(scheme: Scheme, dimension: number): Step {
  switch (scheme) {
    case 'rk4':
      return createRungeKutta(dimension)
    case 'heun': {
      const step = createHeun(dimension)
      return (state, field, timeStep) => step(state, field, timeStep, 0, null)
    }
    case 'stochastic-heun':
      return createHeun(dimension)
    case 'euler-maruyama':
      return createEuler(dimension)
    default: {
      const unknown: never = scheme
      throw new RangeError(`Unknown scheme ${String(unknown)}, expected rk4, heun, euler-maruyama or stochastic-heun.`)
    }
  }
}

function createEuler(n: number): Step {
  const slope = new Float64Array(n)
  return (state, field, timeStep, noise, random) => {
    const kick = random === null ? 0 : noise * Math.sqrt(timeStep)
    field(slope, state)
    for (let i = 0; i < n; i++) {
      const jump = kick === 0 || random === null ? 0 : kick * random.normal()
      state[i] = state[i] + timeStep * slope[i] + jump
    }
  }
}

function createHeun(n: number): Step {
  const slope = new Float64Array(n)
  const slopeAhead = new Float64Array(n)
  const ahead = new Float64Array(n)
  const jumps = new Float64Array(n)
  return (state, field, timeStep, noise, random) => {
    const kick = random === null ? 0 : noise * Math.sqrt(timeStep)
    field(slope, state)
    for (let i = 0; i < n; i++) {
      jumps[i] = kick === 0 || random === null ? 0 : kick * random.normal()
      ahead[i] = state[i] + timeStep * slope[i] + jumps[i]
    }
    field(slopeAhead, ahead)
    for (let i = 0; i < n; i++) state[i] = state[i] + (timeStep / 2) * (slope[i] + slopeAhead[i]) + jumps[i]
  }
}

function createRungeKutta(n: number): Step {
  const slope = new Float64Array(n)
  const sum = new Float64Array(n)
  const ahead = new Float64Array(n)
  return (state, field, timeStep) => {
    field(sum, state)
    for (let i = 0; i < n; i++) ahead[i] = state[i] + (timeStep / 2) * sum[i]
    field(slope, ahead)
    for (let i = 0; i < n; i++) {
      sum[i] = sum[i] + 2 * slope[i]
      ahead[i] = state[i] + (timeStep / 2) * slope[i]
    }
    field(slope, ahead)
    for (let i = 0; i < n; i++) {
      sum[i] = sum[i] + 2 * slope[i]
      ahead[i] = state[i] + timeStep * slope[i]
    }
    field(slope, ahead)
    for (let i = 0; i < n; i++) state[i] = state[i] + (timeStep / 6) * (sum[i] + slope[i])
  }
}
