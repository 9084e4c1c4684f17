import { activation, activationIntegral } from '../activation.ts'
import { crossWeight, selfWeight, type TwoNeuronSystem } from '../twoNeurons.ts'

/** Rates out of a cell stand in this order: to column + 1, column − 1, row + 1, row − 1. */
export const DIRECTIONS = 4

/** The border is where the density has fallen to e⁻¹² = 6e-6 of its envelope's peak. No unit. */
const NATS_TO_BORDER = 12
/** Below this |z| the Bernoulli function is taken from its series: error z⁴/720, 1e-18. No unit. */
const SMALL_PECLET = 1e-4
/** Halvings of the bracket in which the border is sought: to the last bit. */
const BISECTIONS = 60

/** Throws a sentence where there is no stationary density or it cannot be computed. */
export function requireNoise(system: TwoNeuronSystem, noise: number): void {
  const { saliency, gain, current } = system
  if (!(gain > 0) || ![gain, ...saliency, ...current, noise].every(Number.isFinite)) {
    throw new RangeError(
      `A density needs finite saliencies, currents and noise and a positive gain, found saliency (${saliency.join(', ')}), ` +
        `current (${current.join(', ')}), gain ${gain}, noise ${noise}.`,
    )
  }
  if (!(noise > 0)) {
    throw new RangeError(
      `Without noise there is no density, only points: every start ends in a stable equilibrium. Expected noise above 0, found ${noise}.`,
    )
  }
}

/**
 * Potential of one coordinate, U(x) = ½x² − W₁₁ ln cosh(g x)/g − b x, so that with the other one held, −U' + W₁₂ψ(other) is its drift.
 */
function axisPotential(system: TwoNeuronSystem, current: number, x: number): number {
  return (x * x) / 2 - selfWeight(system.saliency) * activationIntegral(x, system.gain) - current * x
}

/**
 * Half-width of the square on which the density lives: no point beyond has more than e⁻¹² of an envelope's peak.
 *
 * |ψ| ≤ 1, so |x_i| is dominated by the process on the half-line with drift −x + W₁₁ψ(x) + |W₁₂| + |b_i| (comparison of one-dimensional
 * diffusions), whose density exp(−2U/σ²) is known. In units of the state. Throws a sentence without noise.
 */
export function densityExtent(system: TwoNeuronSystem, noise: number): number {
  requireNoise(system, noise)
  const { saliency, gain, current } = system
  const push = Math.abs(crossWeight(saliency)) + Math.max(Math.abs(current[0]), Math.abs(current[1]))
  const drift = (x: number): number => -x + selfWeight(saliency) * activation(x, gain) + push
  const height = (x: number): number => axisPotential(system, push, x)
  // Beyond the largest zero of the drift the potential rises without end. From the right, so that it is the largest.
  const far = Math.abs(selfWeight(saliency)) + push
  const bottom = bisect(
    (x) => drift(x) < 0,
    largestWithout((x) => drift(x) < 0, far),
    far,
  )
  const limit = height(bottom) + (NATS_TO_BORDER * noise * noise) / 2
  const beyond = far + noise * Math.sqrt(2 * NATS_TO_BORDER) + 1
  return bisect((x) => height(x) > limit, bottom, beyond)
}

/** Steps in which the zeros of the drift are bracketed from the right. */
const SCAN_STEPS = 400

/** The first of equal steps down from `far` at which a claim that holds beyond it does not hold; 0 if it always does. */
function largestWithout(holds: (x: number) => boolean, far: number): number {
  for (let step = SCAN_STEPS; step > 0; step--) if (!holds((far * step) / SCAN_STEPS)) return (far * step) / SCAN_STEPS
  return 0
}

/** Where a claim that is false at `low` and true at `high` begins to hold. */
function bisect(holds: (x: number) => boolean, low: number, high: number): number {
  let [a, b] = [low, high]
  for (let k = 0; k < BISECTIONS; k++) {
    const middle = (a + b) / 2
    if (holds(middle)) b = middle
    else a = middle
  }
  return b
}

/** Centre of a cell: exactly odd in its place about the middle, so that mirror images have the same rates bit by bit. */
export function cellCentre(index: number, columns: number, extent: number): number {
  return ((2 * index + 1 - columns) / columns) * extent
}

/**
 * How much the potential rises from each cell to its four neighbours, over D = σ²/2: the Péclet numbers of the edges. No unit.
 *
 * Along x₁ with x₂ held, f₁ = −∂V/∂x₁ with V = U(x₁) − W₁₂ψ(x₂)x₁, in closed form; so a step along a row is exact whatever f does between the
 * centres, and with W₁₂ = 0 the cells are in detailed balance with the exact density. Infinity at the border, which nothing crosses.
 * `out`: 4 numbers a cell, cells row by row, neighbours in the order of `DIRECTIONS`. Returns `out`.
 */
export function sampleRisesInto(
  out: Float64Array,
  system: TwoNeuronSystem,
  noise: number,
  grid: { readonly columns: number; readonly extent: number },
): Float64Array {
  const { columns: n, extent } = grid
  const diffusion = (noise * noise) / 2
  const centres = Float64Array.from({ length: n }, (_, k) => cellCentre(k, n, extent))
  const pulls = centres.map((x) => crossWeight(system.saliency) * activation(x, system.gain))
  const [along1, along2] = system.current.map((current) => {
    const heights = centres.map((x) => axisPotential(system, current, x))
    return heights.map((height, k) => (k + 1 < n ? heights[k + 1] - height : Infinity))
  })
  const step = (2 * extent) / n
  out.fill(Infinity)
  for (let row = 0; row < n; row++) {
    for (let column = 0; column < n; column++) {
      const at = DIRECTIONS * (row * n + column)
      if (column + 1 < n) {
        const rise = (along1[column] - pulls[row] * step) / diffusion
        out[at] = rise
        out[at + DIRECTIONS + 1] = -rise
      }
      if (row + 1 < n) {
        const rise = (along2[row] - pulls[column] * step) / diffusion
        out[at + 2] = rise
        out[at + DIRECTIONS * n + 3] = -rise
      }
    }
  }
  return out
}

/**
 * The Bernoulli function B(z) = z/(eᶻ − 1): the rate of a step that rises by z, in units of D/h² (Scharfetter & Gummel 1969). Positive, and
 * B(z)/B(−z) = e⁻ᶻ. B(Infinity) = 0. Relative error a few 1e-16.
 */
export function bernoulli(z: number): number {
  if (z === Infinity) return 0
  if (Math.abs(z) < SMALL_PECLET) return 1 - z / 2 + (z * z) / 12
  // Both signs from the same number and without a difference of like terms, so that the ratio is right to rounding.
  const size = Math.abs(z)
  const uphill = size / Math.expm1(size)
  return z > 0 ? uphill : size + uphill
}

/** The rates of all steps, in units of D/h². `out` and `rises`: 4 numbers a cell. Returns `out`. */
export function ratesInto(out: Float64Array, rises: Float64Array): Float64Array {
  for (let k = 0; k < rises.length; k++) out[k] = bernoulli(rises[k])
  return out
}
