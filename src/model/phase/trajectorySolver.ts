import { activation, activationSlope } from '../activation.ts'
import { crossWeight, selfWeight, type TwoNeuronSystem } from '../twoNeurons.ts'

/** Order of the series: the last power of t. Between 14 and 20 the work for a given accuracy is the same within a tenth. No unit. */
const ORDER = 18
/** Error of one step in each coordinate, in units of the state. */
const STEP_TOLERANCE = 1e-12
/** Longest step, model time. Only at rest, or where the motion dies out as a power of t, is the series good for longer. */
const LONGEST_STEP = 1e4
/**
 * Beyond this g|x| the terms of ψ are too small to be seen at order 18, however large they grow by order g|x|: there a step may at most halve
 * x, which bounds all of them together by e^(-g|x|). No unit.
 */
export const SATURATED = 10
/** Steps of one journey; a hundred times what any but a journey past a ghost (a fold that is almost there) takes. */
const STEP_BUDGET = 20_000

/** Trajectories of one system, forwards or backwards in time. It owns its work arrays. */
export interface TrajectorySolver {
  /** Expands the trajectory from (x₁, x₂) in powers of t; returns until what t > 0 the expansion holds. */
  readonly expand: (x1: number, x2: number) => number
  /** The last expansion at t. Writes two numbers, returns `out`. */
  readonly positionInto: (out: Float64Array, t: number) => Float64Array
}

/**
 * A solver of dx/dt = ±f(x) by Taylor series of order 18 (Jorba & Zou, Experimental Mathematics 14, 2005).
 *
 * The coefficients follow from those of lower order, exactly but for rounding: with x = Σ x_k t^k, ψ = Σ p_k t^k and q = ψ'(x) = g (1 - ψ²),
 *
 *     (k + 1) x_{k+1} = ±(b - x + Wψ)_k        q_k = -g Σ_j p_j p_{k-j}        (k + 1) p_{k+1} = Σ_j q_j (k + 1 - j) x_{k+1-j}
 *
 * A step ends where the last two terms reach the tolerance, so the neglected ones are smaller, or where a saturated neuron would be half as
 * far from 0 (see `SATURATED`); there is no trial and error, and the series is also the dense output. The step shrinks by itself where the field is stiff, since rounding then shows in the last terms. Equal and opposite
 * coordinates stay exactly so: a trajectory on a diagonal of symmetry never leaves it. `direction`: 1 forwards, -1 backwards in time.
 */
export function createTrajectorySolver(
  system: TwoNeuronSystem,
  direction: 1 | -1,
  tolerance = STEP_TOLERANCE,
): TrajectorySolver {
  const { gain, current } = system
  const w11 = selfWeight(system.saliency)
  const w12 = crossWeight(system.saliency)
  const x1s = new Float64Array(ORDER + 1)
  const x2s = new Float64Array(ORDER + 1)
  // Of dx/dt, ψ and ψ', for each neuron.
  const f1s = new Float64Array(ORDER)
  const f2s = new Float64Array(ORDER)
  const p1s = new Float64Array(ORDER)
  const p2s = new Float64Array(ORDER)
  const q1s = new Float64Array(ORDER)
  const q2s = new Float64Array(ORDER)

  /** The order k of dx/dt from those of x and ψ, and the order k + 1 of x. */
  function advance(k: number, b1: number, b2: number): void {
    f1s[k] = direction * (b1 - x1s[k] + (w11 * p1s[k] + w12 * p2s[k]))
    f2s[k] = direction * (b2 - x2s[k] + (w11 * p2s[k] + w12 * p1s[k]))
    x1s[k + 1] = f1s[k] / (k + 1)
    x2s[k + 1] = f2s[k] / (k + 1)
  }

  return {
    expand(x1, x2) {
      x1s[0] = x1
      x2s[0] = x2
      p1s[0] = activation(x1, gain)
      p2s[0] = activation(x2, gain)
      q1s[0] = activationSlope(x1, gain)
      q2s[0] = activationSlope(x2, gain)
      advance(0, current[0], current[1])
      for (let k = 1; k < ORDER; k++) {
        let p1 = 0
        let p2 = 0
        for (let j = 0; j < k; j++) {
          p1 += q1s[j] * f1s[k - 1 - j]
          p2 += q2s[j] * f2s[k - 1 - j]
        }
        p1s[k] = p1 / k
        p2s[k] = p2 / k
        // Each product of the square twice, but for the middle one of an even order.
        const half = k >> 1
        const isEven = half * 2 === k
        let q1 = isEven ? (p1s[half] * p1s[half]) / 2 : 0
        let q2 = isEven ? (p2s[half] * p2s[half]) / 2 : 0
        for (let j = 0; 2 * j < k; j++) {
          q1 += p1s[j] * p1s[k - j]
          q2 += p2s[j] * p2s[k - j]
        }
        q1s[k] = -2 * gain * q1
        q2s[k] = -2 * gain * q2
        advance(k, 0, 0)
      }
      const last = Math.max(Math.abs(x1s[ORDER]), Math.abs(x2s[ORDER]))
      const before = Math.max(Math.abs(x1s[ORDER - 1]), Math.abs(x2s[ORDER - 1]))
      let step = Math.min((tolerance / last) ** (1 / ORDER), (tolerance / before) ** (1 / (ORDER - 1)), LONGEST_STEP)
      if (gain * Math.abs(x1) > SATURATED) while (horner(x1s, step) / x1 < 0.5) step /= 2
      if (gain * Math.abs(x2) > SATURATED) while (horner(x2s, step) / x2 < 0.5) step /= 2
      return step
    },
    positionInto(out, t) {
      out[0] = horner(x1s, t)
      out[1] = horner(x2s, t)
      return out
    },
  }
}

/** Σ c_k t^k. */
function horner(c: Float64Array, t: number): number {
  let sum = c[ORDER]
  for (let k = ORDER - 1; k >= 0; k--) sum = sum * t + c[k]
  return sum
}

/** How far to go, and how. */
export interface Journey {
  /** Model time to go, or what to wait for: asked at the start and after each step, of the place and the time gone. */
  readonly until: number | ((x1: number, x2: number, time: number) => boolean)
  /** 1: forwards (the default); -1: backwards in time. */
  readonly direction?: 1 | -1
  /** Error of a step, in units of the state; 1e-12 by default. */
  readonly tolerance?: number
}

/** Where a journey ended. */
export interface Arrival {
  readonly x1: number
  readonly x2: number
  /** Model time gone, positive in both directions. */
  readonly time: number
  /** False: given up after 20,000 steps, or lost at infinity (backwards). */
  readonly hasArrived: boolean
}

/**
 * The trajectory of dx/dt = ±f(x) through (x₁, x₂), followed until a time or an event.
 *
 * Error: 1e-12 a step, times what the flow makes of it on the way. An event is seen at the end of the step in which it comes to hold.
 */
export function integrateTo(system: TwoNeuronSystem, x1: number, x2: number, journey: Journey): Arrival {
  const { until, direction = 1, tolerance = STEP_TOLERANCE } = journey
  const solver = createTrajectorySolver(system, direction, tolerance)
  const place = Float64Array.of(x1, x2)
  let time = 0
  for (let step = 0; step < STEP_BUDGET; step++) {
    const left = typeof until === 'number' ? until - time : Infinity
    const isThere = typeof until === 'number' ? left <= 0 : until(place[0], place[1], time)
    if (isThere) return { x1: place[0], x2: place[1], time, hasArrived: true }
    const length = Math.min(solver.expand(place[0], place[1]), left)
    // A last step below the resolution of `time` must not be repeated for ever.
    time = length === left && typeof until === 'number' ? until : time + length
    solver.positionInto(place, length)
    if (!Number.isFinite(place[0] + place[1])) break
  }
  return { x1: place[0], x2: place[1], time, hasArrived: false }
}
