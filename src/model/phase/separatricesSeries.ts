import { activation, activationSlope } from '../activation.ts'
import { crossWeight, selfWeight, type TwoNeuronSystem } from '../twoNeurons.ts'
import type { ReadonlyPair } from '../vector.ts'
import { pairEigenvectors } from './eigenvectors.ts'
import { SATURATED } from './trajectorySolver.ts'

/** Order of the series: the last power of s. No unit. */
const ORDER = 16
/** Least size of k λ_v - λ_w for all k, relative to the eigenvalues: below it the manifold is not followed to this order. No unit. */
const LEAST_DIVISOR = 1e-3
/** Neglected terms at the end of the reach, in units of the state. */
const SERIES_TOLERANCE = 1e-12

/** An invariant curve through an equilibrium, x(s) = x* + s v + h(s) w with h(s) = O(s²), and its motion ds/dt = R(s). */
export interface ManifoldSeries {
  /** λ_v, the rate R'(0). Per unit of time. */
  readonly rate: number
  /** The series hold for |s| ≤ reach. In units of the state. */
  readonly reach: number
  /** x(s). Writes two numbers, returns `out`. */
  readonly positionInto: (out: Float64Array, s: number) => Float64Array
  /** R(s). */
  readonly speed: (s: number) => number
  /** The coordinate s of a place. */
  readonly along: (x1: number, x2: number) => number
  /** How far a place is from the curve, in the direction of w. Only for |s| ≤ reach. */
  readonly offset: (x1: number, x2: number) => number
}

/**
 * The manifold of an equilibrium that is tangent to eigenvector `which` (0: of the lesser eigenvalue, 1: of the greater), to order 16; null
 * where that order is not defined.
 *
 * The curve is invariant when f(x(s)) = x'(s) R(s) (the parameterisation method of Cabré, Fontich & de la Llave, in the style of a graph).
 * With A_k = h_k w, A_1 = v, and N_k the part of ψ(x(s)) at order k that comes from lower orders, W N_k = n_v v + n_w w, order k reads
 *
 *     R_k = n_v        (λ_w - k λ_v) h_k = Σ_{j=2}^{k-1} j h_j R_{k-j+1} - n_w
 *
 * At a saddle the divisors never vanish, since λ_v and λ_w differ in sign; not even where λ_v is 0 and R begins with a higher power. At a node
 * this is the slow manifold, unique to this order where λ_w/λ_v is above it. Neglected terms are below 1e-12 within the
 * reach, which ends, too, where a saturated neuron is half as far from 0 (see `SATURATED`).
 */
export function makeManifoldSeries(system: TwoNeuronSystem, state: ReadonlyPair, which: 0 | 1): ManifoldSeries | null {
  const { values, vectors } = pairEigenvectors(system, state[0], state[1])
  const v = vectors[which]
  const w = vectors[1 - which]
  const area = v[0] * w[1] - v[1] * w[0]
  const h = new Float64Array(ORDER + 1)
  const rates = new Float64Array(ORDER + 1)
  if (!expandInto(h, rates, system, state, values[which], values[1 - which], v, w)) return null
  const terms = [0, 1, 2].flatMap((back) => [termReach(h, ORDER - back), termReach(rates, ORDER - back)])
  let reach = Math.min(...terms)
  const isUnseen = (i: 0 | 1, s: number) =>
    system.gain * Math.abs(state[i]) > SATURATED && (s * v[i] + horner(h, s) * w[i]) / state[i] < -0.5
  while (([0, 1] as const).some((i) => isUnseen(i, reach) || isUnseen(i, -reach))) reach /= 2
  return {
    rate: values[which],
    reach,
    positionInto(out, s) {
      const height = horner(h, s)
      out[0] = state[0] + s * v[0] + height * w[0]
      out[1] = state[1] + s * v[1] + height * w[1]
      return out
    },
    speed: (s) => horner(rates, s),
    along: (x1, x2) => ((x1 - state[0]) * w[1] - (x2 - state[1]) * w[0]) / area,
    offset(x1, x2) {
      const s = ((x1 - state[0]) * w[1] - (x2 - state[1]) * w[0]) / area
      return (v[0] * (x2 - state[1]) - v[1] * (x1 - state[0])) / area - horner(h, s)
    },
  }
}

/** Writes h_k and R_k; false where a divisor is too small. */
function expandInto(
  h: Float64Array,
  rates: Float64Array,
  system: TwoNeuronSystem,
  state: ReadonlyPair,
  along: number,
  across: number,
  v: ReadonlyPair,
  w: ReadonlyPair,
): boolean {
  const w11 = selfWeight(system.saliency)
  const w12 = crossWeight(system.saliency)
  const area = v[0] * w[1] - v[1] * w[0]
  const neurons = [0, 1].map((i) => createCompositeSeries(state[i], v[i], system.gain))
  rates[1] = along
  for (let k = 2; k <= ORDER; k++) {
    const n1 = neurons[0].forced(k)
    const n2 = neurons[1].forced(k)
    const field1 = w11 * n1 + w12 * n2
    const field2 = w12 * n1 + w11 * n2
    rates[k] = (field1 * w[1] - field2 * w[0]) / area
    let sum = (field1 * v[1] - field2 * v[0]) / area // -n_w
    for (let j = 2; j < k; j++) sum += j * h[j] * rates[k - j + 1]
    const divisor = across - k * along
    if (Math.abs(divisor) <= LEAST_DIVISOR * (Math.abs(across) + Math.abs(along))) return false
    h[k] = sum / divisor
    neurons[0].close(k, h[k] * w[0])
    neurons[1].close(k, h[k] * w[1])
  }
  return true
}

/** The series of ψ(x_i(s)) of one neuron, order by order: what order k has from lower ones, then x_i's own coefficient of order k. */
function createCompositeSeries(start: number, slope: number, gain: number) {
  const x = new Float64Array(ORDER + 1)
  const p = new Float64Array(ORDER + 1)
  const q = new Float64Array(ORDER + 1)
  x[1] = slope
  p[0] = activation(start, gain)
  q[0] = activationSlope(start, gain)
  p[1] = q[0] * slope
  q[1] = -2 * gain * p[0] * p[1]
  let forced = 0
  return {
    forced(k: number): number {
      let sum = 0
      for (let j = 1; j < k; j++) sum += q[j] * (k - j) * x[k - j]
      forced = sum / k
      return forced
    },
    close(k: number, coefficient: number): void {
      x[k] = coefficient
      p[k] = forced + q[0] * coefficient
      let square = 0
      for (let j = 0; j <= k; j++) square += p[j] * p[k - j]
      q[k] = -gain * square
    },
  }
}

/** Σ_{k ≥ 1} c_k s^k. */
function horner(c: Float64Array, s: number): number {
  let sum = 0
  for (let k = ORDER; k >= 1; k--) sum = (sum + c[k]) * s
  return sum
}

/** Until where the term of order k stays below the tolerance. */
function termReach(c: Float64Array, k: number): number {
  return (SERIES_TOLERANCE / Math.abs(c[k])) ** (1 / k)
}
