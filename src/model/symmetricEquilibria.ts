import { memoryAmplitude, memoryEigenvalue, memoryEnergy } from './memory.ts'
import { risingRoot } from './scalarRoots.ts'
import type { ReadonlyPair } from './vector.ts'

/** Below this z the functions of `mixedCoordinates` are taken from series and continued fractions. No unit. */
const SMALL_ARGUMENT = 1
/** Below this C(Q) the bound C - 1 ≥ t/(3 + t/5), t = Q², is the better one. No unit. */
const NEAR_PITCHFORK = 3
/** A weaker memory whose eigenvalue across is nearer to zero than this is at its pitchfork: the mixed points have not left it. */
const AT_PITCHFORK = 1e-12
/** More than Newton's method on a convex function ever needs here (9 in tests). */
const MAX_ITERATIONS = 50
/** Relative step at which that iteration stops. No unit. */
const RELATIVE_STEP = 2e-16

/**
 * The mixed equilibria without current, in coordinates along the memories: one pair (p₁, p₂), p_μ > 0, stands for the four
 * x = ±p₁ξ¹ ± p₂ξ². Null when there are none.
 *
 * With P = 2g p₁ and Q = 2g p₂, addition theorems turn x = Wψ(x) into P = 2gα₁ sinh P/(cosh P + cosh Q) and the same with P, Q and the
 * indices exchanged. Off the axes (P, Q ≠ 0) the quotient and the sum of the two are, with S(z) = sinh z/z and C(z) = z coth z,
 *
 *     α₁ S(P) = α₂ S(Q)        C(P)/α₁ + C(Q)/α₂ = 2g
 *
 * S and C rise for z > 0 and are at least 1. So both saliencies are positive or there is no solution; the first equation makes P rise
 * with Q, the left side of the second then rises with Q, and there is at most one solution: **besides the origin, ±γ₁ξ¹ and ±γ₂ξ² there
 * are exactly four mixed equilibria or none**. It exists iff the left side is below 2g at Q = 0 (for α₁ ≤ α₂), and that is
 * α₁ > α*(α₂): the pitchfork in which the four leave ±γ₁ξ¹.
 */
export function mixedCoordinates(saliency: ReadonlyPair, gain: number): ReadonlyPair | null {
  const isFirstStronger = saliency[0] > saliency[1]
  const strong = isFirstStronger ? saliency[0] : saliency[1]
  const weak = isFirstStronger ? saliency[1] : saliency[0]
  if (!(gain * weak > 1)) return null
  if (strong > weak && !(memoryEigenvalue(weak, strong, gain) < -AT_PITCHFORK)) return null
  const logRatio = Math.log1p((strong - weak) / weak)
  const along = (q: number) => (logRatio === 0 ? q : inverseLogS(logS(q) + logRatio))
  // In t = Q², so that the root stays well conditioned at the pitchfork, where Q → 0. Since P ≥ Q, C(Q) ≤ limit, and C(Q) ≥ Q.
  const limit = (2 * gain * strong * weak) / (strong + weak)
  const top = limit < NEAR_PITCHFORK ? (15 * (limit - 1)) / (6 - limit) : limit * limit
  let q = 0
  let p = 0
  const balance = (t: number) => {
    q = Math.sqrt(t)
    p = along(q)
    return cothTimes(p) / weak + cothTimes(q) / strong - 2 * gain
  }
  const slope = () => {
    const pPerQ = logSlope(q) / logSlope(p)
    return ((cothSlope(p) * pPerQ) / weak + cothSlope(q) / strong) / (2 * q)
  }
  balance(risingRoot(balance, slope, 0, top))
  if (!(q > 0)) return null
  return isFirstStronger ? [q / (2 * gain), p / (2 * gain)] : [p / (2 * gain), q / (2 * gain)]
}

/** C(z) = z coth z, z ≥ 0; for small z its continued fraction 1 + t/(3 + t/(5 + …)), t = z². */
function cothTimes(z: number): number {
  return z < SMALL_ARGUMENT ? 1 + cothExcess(z * z) : z / Math.tanh(z)
}

/** z coth z - 1 by continued fraction, to rounding for t ≤ 1. */
function cothExcess(t: number): number {
  return t / (3 + t / (5 + t / (7 + t / (9 + t / (11 + t / (13 + t / (15 + t / 17)))))))
}

/** C'(z) = coth z - z/sinh² z = [C - (C² - z²)]/z. Steers Newton's method only, so that its cancellation at small z is harmless. */
function cothSlope(z: number): number {
  if (z < SMALL_ARGUMENT / 4) return (2 * z) / 3
  const c = cothTimes(z)
  return (c - c * c + z * z) / z
}

/** ln S(z) = ln(sinh z / z), z ≥ 0, without overflow. */
function logS(z: number): number {
  if (z >= SMALL_ARGUMENT) return z + Math.log1p(-Math.exp(-2 * z)) - Math.log(2 * z)
  const t = z * z
  let series = 1
  for (let k = 9; k >= 2; k--) series = 1 + (t * series) / (2 * k * (2 * k + 1))
  return Math.log1p((t / 6) * series)
}

/** d ln S/dz = coth z - 1/z. */
function logSlope(z: number): number {
  return z < SMALL_ARGUMENT ? cothExcess(z * z) / z : 1 / Math.tanh(z) - 1 / z
}

/** The z > 0 with ln S(z) = value > 0. ln S is convex and at most z and z²/6: Newton from that bound overshoots once, then descends. */
function inverseLogS(value: number): number {
  let z = Math.max(Math.sqrt(6 * value), value)
  for (let k = 0; k < MAX_ITERATIONS; k++) {
    const next = z - (logS(z) - value) / logSlope(z)
    if (Math.abs(next - z) <= RELATIVE_STEP * z) return next
    z = next
  }
  return z
}

/** One memory without current: its amplitude (0: it does not exist), energy, and eigenvalues along itself and along the other. */
interface AxisMemory {
  readonly amplitude: number
  readonly energy: number
  readonly along: number
  readonly across: number
}

/** The closed forms of `memory.ts` for memory mu of the pair. */
export function axisMemory(saliency: ReadonlyPair, mu: 0 | 1, gain: number): AxisMemory {
  const own = saliency[mu]
  return {
    amplitude: memoryAmplitude(own, gain),
    energy: memoryEnergy(own, gain, 2),
    along: memoryEigenvalue(own, own, gain),
    across: memoryEigenvalue(own, saliency[mu === 0 ? 1 : 0], gain),
  }
}
