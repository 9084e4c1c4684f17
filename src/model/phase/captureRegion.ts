import { activation, activationSlope } from '../activation.ts'
import type { Equilibrium } from '../equilibria.ts'
import { crossWeight, selfWeight, type TwoNeuronSystem } from '../twoNeurons.ts'

/** An ellipse from which every trajectory goes to the equilibrium in its centre: weight1 (x₁ − x*₁)² + weight2 (x₂ − x*₂)² < 1. */
export interface CaptureRegion {
  readonly x1: number
  readonly x2: number
  readonly weight1: number
  readonly weight2: number
}

/** Halvings of the bracket around the radius. */
const HALVINGS = 30
/** Room between what is computed and what is claimed, in the rate of decay: far above rounding. Per unit of time. */
const MARGIN = 1e-9
/** A smaller region is none: secants this short lose ten digits to rounding. In units of the state. */
const LEAST_RADIUS = 1e-6
/** Weights of the norm may differ by this factor and no more: a thinner ellipse holds too little. No unit. */
const LARGEST_RATIO = 1e6

/**
 * The largest ellipse found in which a stable equilibrium is proved to attract everything; null where there is none of use, as at an
 * equilibrium without linear decay.
 *
 * Proof. Write z = x − x*. Since f(x*) = 0, dz/dt = −z + W D z, where D = diag(σ₁, σ₂) has the slopes of the secants of ψ from x*_i to x_i.
 * With V = p₁z₁² + p₂z₂² and P = diag(p₁, p₂) then ½ dV/dt = zᵀ M z, M = −P + ½ (P W D + D W P). M is linear in (σ₁, σ₂), so its largest
 * eigenvalue is a convex function of them. Where |z_i| ≤ R/√p_i the slopes stay in a rectangle (`secantRange`), and a convex function on a
 * rectangle is largest in a corner: if M is negative definite in the four corners, V decreases along every trajectory in {V ≤ R²} but x*
 * itself. The set cannot be left, and by LaSalle's principle all of it goes to x*. Nothing of this depends on a list of equilibria.
 *
 * Three norms are tried: P = 1, P = diag(ψ'(x*)), and their geometric mean. With the second one M is −∇²E at x* itself, so every equilibrium
 * with two negative eigenvalues has a region.
 */
export function captureRegion(system: TwoNeuronSystem, equilibrium: Equilibrium): CaptureRegion | null {
  const [x1, x2] = equilibrium.state
  const slope1 = activationSlope(x1, system.gain)
  const slope2 = activationSlope(x2, system.gain)
  const ratio = Math.min(LARGEST_RATIO, Math.max(1 / LARGEST_RATIO, slope2 / slope1))
  let best: CaptureRegion | null = null
  for (const weight of [1, Math.sqrt(ratio), ratio]) {
    const radius = largestRadius(system, x1, x2, weight)
    if (radius < LEAST_RADIUS) continue
    const region = { x1, x2, weight1: 1 / radius ** 2, weight2: weight / radius ** 2 }
    // The area is π/√(weight1 weight2).
    if (best === null || region.weight1 * region.weight2 < best.weight1 * best.weight2) best = region
  }
  return best
}

/** Whether a state is inside. */
export function isCaptured(region: CaptureRegion, x1: number, x2: number): boolean {
  const z1 = x1 - region.x1
  const z2 = x2 - region.x2
  return region.weight1 * z1 * z1 + region.weight2 * z2 * z2 < 1
}

/** The largest R, to five digits, for p = (1, weight); 0 where not even a small one will do. */
function largestRadius(system: TwoNeuronSystem, x1: number, x2: number, weight: number): number {
  // Beyond this the whole plane contracts (origin alone): R never matters.
  let high = 2 * (1 + Math.abs(x1) + Math.abs(x2)) * Math.max(1, Math.sqrt(weight))
  let low = 0
  for (let k = 0; k < HALVINGS; k++) {
    const middle = (low + high) / 2
    if (decays(system, x1, x2, weight, middle)) low = middle
    else high = middle
  }
  return low
}

/** Whether M is negative definite for all slopes that {V ≤ R²} can have. */
function decays(system: TwoNeuronSystem, x1: number, x2: number, weight: number, radius: number): boolean {
  const w = selfWeight(system.saliency)
  const c = crossWeight(system.saliency)
  const range1 = secantRange(x1, radius, system.gain)
  const range2 = secantRange(x2, radius / Math.sqrt(weight), system.gain)
  return range1.every((slope1) =>
    range2.every((slope2) => {
      const m11 = -1 + w * slope1 + MARGIN
      const m22 = weight * (-1 + w * slope2 + MARGIN)
      const m12 = (c * (slope2 + weight * slope1)) / 2
      return m11 < 0 && m11 * m22 - m12 * m12 > 0
    }),
  )
}

/**
 * Bounds on the slope of the secants of ψ from `centre` to states within `reach` of it.
 *
 * For a centre ≥ 0 the slope falls outwards, since tanh is concave there: the outermost secant is a lower bound. It is one inwards too,
 * because ψ(c) + ψ(d − c) ≥ ψ(c + d) − ψ(c): both sides are 0 at d = 0, and the left one grows faster, as |d − c| ≤ d + c; in between, the
 * slope only rises to that of the tangent through ψ(c) and falls again. As long as the interval stays above 0 the innermost secant is an
 * upper bound; beyond, the largest slope of all, g.
 */
function secantRange(centre: number, reach: number, gain: number): readonly [number, number] {
  const c = Math.abs(centre)
  const psi = activation(c, gain)
  const low = Math.max(0, (activation(c + reach, gain) - psi) / reach)
  return [low, reach >= c ? gain : (psi - activation(c - reach, gain)) / reach]
}
