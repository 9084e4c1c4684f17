import { activation, activationSlope } from '../activation.ts'
import type { Equilibrium } from '../equilibria.ts'
import { crossWeight, selfWeight, type TwoNeuronSystem } from '../twoNeurons.ts'
import type { ReadonlyPair } from '../vector.ts'

/** How far from a saddle its unstable manifold is taken for straight; a longer way from one that hardly repels. In units of the state. */
const FIRST_STEP = 1e-5
const FIRST_WEAK_STEP = 0.01
/** At most this share of the distance to the next equilibrium. No unit. */
const FIRST_SHARE = 0.01
const FIRST_WEAK_SHARE = 0.1
/** A saddle that repels at a lower rate hardly repels. Per unit of time. */
const WEAK_RATE = 0.01
/** Where |f| is larger, an explicit method does. In units of the state per unit of time. */
const FAST = 1e-3
const MOST_STEPS = 300

/**
 * A state on one half of a saddle's unstable manifold, from where an explicit method gets on. `away`: the half's direction, of length 1.
 *
 * A saddle that hardly repels has a slow curve through it, to which everything else contracts, and at a pitchfork the end of its unstable
 * manifold is on that curve too. There the linearly implicit method of Euler takes steps of any length, (1/h − J) Δ = f, each at most a tenth
 * of the distance to the next equilibrium, as long as |f| < 1e-3. The states are near the manifold and not on it: they tell where it ends.
 */
export function leaveSaddle(
  system: TwoNeuronSystem,
  saddle: Equilibrium,
  away: ReadonlyPair,
  nearest: number,
): ReadonlyPair {
  const rate = saddle.eigenvalues[1]
  const isWeak = rate < WEAK_RATE
  const first = isWeak
    ? Math.min(FIRST_WEAK_STEP, FIRST_WEAK_SHARE * nearest)
    : Math.min(FIRST_STEP, FIRST_SHARE * nearest)
  let x1 = saddle.state[0] + first * away[0]
  let x2 = saddle.state[1] + first * away[1]
  if (!isWeak) return [x1, x2]
  const longest = Math.min(FIRST_WEAK_STEP, FIRST_WEAK_SHARE * nearest)
  const inverse = 4 * Math.max(rate, 1e-12)
  for (let k = 0; k < MOST_STEPS; k++) {
    const { f1, f2, d1, d2 } = implicitStep(system, x1, x2, inverse, longest)
    if (Math.hypot(f1, f2) > FAST) break
    x1 += d1
    x2 += d2
  }
  return [x1, x2]
}

/** Δ of (1/h − J) Δ = f, with 1/h at least `inverse` and such that |Δ| ≤ `longest`. */
function implicitStep(system: TwoNeuronSystem, x1: number, x2: number, inverse: number, longest: number) {
  const { gain, current } = system
  const w = selfWeight(system.saliency)
  const c = crossWeight(system.saliency)
  const psi1 = activation(x1, gain)
  const psi2 = activation(x2, gain)
  const f1 = w * psi1 + c * psi2 - x1 + current[0]
  const f2 = w * psi2 + c * psi1 - x2 + current[1]
  const slope1 = activationSlope(x1, gain)
  const slope2 = activationSlope(x2, gain)
  for (let rate = inverse; ; rate *= 2) {
    const m11 = rate + 1 - w * slope1
    const m22 = rate + 1 - w * slope2
    const determinant = m11 * m22 - c * c * slope1 * slope2
    const d1 = (m22 * f1 + c * slope2 * f2) / determinant
    const d2 = (m11 * f2 + c * slope1 * f1) / determinant
    // Below a positive eigenvalue of J the step would go backward.
    if (m11 > 0 && determinant > 0 && Math.hypot(d1, d2) <= longest) return { f1, f2, d1, d2 }
  }
}
