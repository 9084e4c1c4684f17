import { activationSlope } from '../activation.ts'
import { coupledPair } from '../coupledPair.ts'
import { findEquilibria, indexSum, type Equilibrium } from '../equilibria.ts'
import { polishInto } from '../pairNewton.ts'
import { crossWeight, pairFieldInto, selfWeight, type TwoNeuronSystem } from '../twoNeurons.ts'
import type { Branch, DiagramPath } from './diagram.ts'
import { systemAlong } from './diagramPath.ts'

/** Step of the differences in s: truncation 1e-12 relative, rounding 1e-10. No unit. */
const DIFFERENCE = 1e-6
/** A determinant nearer to zero than this has no tangent: the branch turns or forks there. No unit. */
const SINGULAR = 1e-12
/** A corrected point belongs to its nearest equilibrium if that is so many times nearer than any other. No unit. */
const CLEARLY_NEARER = 20
/** How far the chord between two linked points may be from the mean of their tangents, relative to these. No unit. */
const BEND = 0.25
/** Differences below this are rounding, relative to 1 + |x|. No unit. */
const NOISE = 1e-9
/** An eigenvalue this near to zero: within 1e-11 of a bifurcation in s, where a pair of equilibria may be found as one. Per unit of time. */
const MARGINAL = 1e-5
/** Where a determinant turns round between two steps, its lowest point must keep this share of the nearer end. No unit. */
const CLEARANCE = 0.25

/** All equilibria at one step of a path, and how they move. n equilibria. */
export interface PathNode {
  readonly s: number
  readonly system: TwoNeuronSystem
  readonly points: readonly Equilibrium[]
  /** n x 2: dx/ds along the branch; 0 where J is singular. */
  readonly tangents: Float64Array
  /** n: det J. */
  readonly determinants: Float64Array
  /** n: d(det J)/ds along the branch. */
  readonly determinantSlopes: Float64Array
}

/** The complete set of equilibria at s, by `findEquilibria`. Along a branch f(x(s), s) = 0, so dx/ds = -J⁻¹ ∂f/∂s. */
export function makePathNode(path: DiagramPath, s: number): PathNode {
  const system = systemAlong(path, s)
  const points = findEquilibria(system)
  const behind = systemAlong(path, s - DIFFERENCE)
  const ahead = systemAlong(path, s + DIFFERENCE)
  const tangents = new Float64Array(2 * points.length)
  const determinants = new Float64Array(points.length)
  const determinantSlopes = new Float64Array(points.length)
  const before = new Float64Array(2)
  const after = new Float64Array(2)
  points.forEach(({ state: [x1, x2] }, k) => {
    const determinant = jacobianDeterminant(system, x1, x2)
    determinants[k] = determinant
    if (Math.abs(determinant) < SINGULAR) return
    pairFieldInto(before, behind, x1, x2)
    pairFieldInto(after, ahead, x1, x2)
    const f1 = (after[0] - before[0]) / (2 * DIFFERENCE)
    const f2 = (after[1] - before[1]) / (2 * DIFFERENCE)
    const slope1 = activationSlope(x1, system.gain)
    const slope2 = activationSlope(x2, system.gain)
    const self = selfWeight(system.saliency)
    const cross = crossWeight(system.saliency)
    const t1 = -((self * slope2 - 1) * f1 - cross * slope2 * f2) / determinant
    const t2 = -((self * slope1 - 1) * f2 - cross * slope1 * f1) / determinant
    tangents[2 * k] = t1
    tangents[2 * k + 1] = t2
    // Where the branch is steep the difference is taken over a shorter piece, so that x moves little.
    const reach = DIFFERENCE / Math.max(1, Math.hypot(t1, t2))
    const high = jacobianDeterminant(systemAlong(path, s + reach), x1 + reach * t1, x2 + reach * t2)
    const low = jacobianDeterminant(systemAlong(path, s - reach), x1 - reach * t1, x2 - reach * t2)
    determinantSlopes[k] = (high - low) / (2 * reach)
  })
  return { s, system, points, tangents, determinants, determinantSlopes }
}

/** det J = 1 - W₁₁(s₁ + s₂) + α₁α₂ s₁s₂ with s_i = ψ'(x_i). Zero exactly at a bifurcation. */
function jacobianDeterminant({ saliency, gain }: TwoNeuronSystem, x1: number, x2: number): number {
  const slope1 = activationSlope(x1, gain)
  const slope2 = activationSlope(x2, gain)
  return 1 - selfWeight(saliency) * (slope1 + slope2) + saliency[0] * saliency[1] * slope1 * slope2
}

/** stable + source - saddle = 1, the check that the set is complete; null where the sum is another and the node meets a bifurcation. */
export function isComplete({ points }: PathNode): boolean | null {
  const isRight = indexSum(points) === 1
  const isMarginal = points.some(({ eigenvalues }) => Math.min(...eigenvalues.map(Math.abs)) < MARGINAL)
  return !isRight && isMarginal ? null : isRight
}

/**
 * Why two nodes could not be linked. 'changed': the equilibria differ in number or stability, so there is a bifurcation in between.
 * 'unclear': the step is too long to tell who is who. 'touching': a determinant may touch zero in between.
 */
export type LinkFailure = 'changed' | 'unclear' | 'touching'

/**
 * Which equilibrium of `right` continues which of `left`: an index for each, or why that is not certain.
 *
 * Euler's predictor along the tangent, Newton's corrector at the other end, and there the nearest member of the complete set. Certain
 * means: the same number, one to one and the same forwards and backwards, each with its stability, each chord in the direction of its
 * tangents, and no determinant that dips to zero in between (see `dips`).
 */
export function linkNodes(left: PathNode, right: PathNode): Int32Array | LinkFailure {
  if (!areAlike(left, right)) return 'changed'
  const forwards = follow(left, right)
  const backwards = forwards && follow(right, left)
  if (!forwards || !backwards) return 'unclear'
  const step = right.s - left.s
  for (let k = 0; k < forwards.length; k++) {
    const other = forwards[k]
    if (backwards[other] !== k || left.points[k].stability !== right.points[other].stability) return 'unclear'
    if (isBent(left, k, right, other, step)) return 'unclear'
  }
  return forwards.some((other, k) => dips(left, k, right, other, step)) ? 'touching' : forwards
}

/**
 * The same by nearness alone, for a step so short that equilibria hardly move: beside a degenerate place determinants are all rounding error,
 * and so are tangents. Null unless each is the nearest of the other and stays what it is.
 */
export function linkNearest(left: PathNode, right: PathNode): Int32Array | null {
  const link = Int32Array.from(left.points, (point) => nearestTo(right.points, point))
  const isMutual = link.every((other, k) => {
    const partner = right.points[other]
    return partner.stability === left.points[k].stability && nearestTo(left.points, partner) === k
  })
  return isMutual ? link : null
}

function areAlike(left: PathNode, right: PathNode): boolean {
  const count = ({ points }: PathNode, stability: Equilibrium['stability']) =>
    points.reduce((sum, point) => sum + (point.stability === stability ? 1 : 0), 0)
  return (['stable', 'saddle', 'source'] as const).every((each) => count(left, each) === count(right, each))
}

function nearestTo(points: readonly Equilibrium[], { state: [x1, x2] }: Equilibrium): number {
  let best = 0
  let least = Infinity
  points.forEach(({ state }, k) => {
    const distance = Math.hypot(state[0] - x1, state[1] - x2)
    if (distance >= least) return
    least = distance
    best = k
  })
  return best
}

/** For each equilibrium of `from` the one of `to` that its continuation arrives at; null if that is not clear, or two arrive at one. */
function follow(from: PathNode, to: PathNode): Int32Array | null {
  const step = to.s - from.s
  const pair = coupledPair(to.system)
  const found = new Int32Array(from.points.length)
  const taken = new Uint8Array(to.points.length)
  const point = new Float64Array(2)
  for (let k = 0; k < found.length; k++) {
    const [x1, x2] = from.points[k].state
    point[0] = x1 + step * from.tangents[2 * k]
    point[1] = x2 + step * from.tangents[2 * k + 1]
    polishInto(point, pair)
    const nearest = nearestClearly(to.points, point[0], point[1])
    if (nearest < 0 || taken[nearest]) return null
    taken[nearest] = 1
    found[k] = nearest
  }
  return found
}

function nearestClearly(points: readonly Equilibrium[], x1: number, x2: number): number {
  let best = -1
  let first = Infinity
  let second = Infinity
  for (let k = 0; k < points.length; k++) {
    const { state } = points[k]
    const distance = Math.abs(state[0] - x1) + Math.abs(state[1] - x2)
    if (distance < first) {
      second = first
      first = distance
      best = k
    } else if (distance < second) second = distance
  }
  return first * CLEARLY_NEARER < second ? best : -1
}

/** True where the chord does not go the way of the tangents: a turn that the step is too long for, or a wrong partner. */
function isBent(left: PathNode, k: number, right: PathNode, other: number, step: number): boolean {
  for (let i = 0; i < 2; i++) {
    const x = left.points[k].state[i]
    const chord = right.points[other].state[i] - x
    const begin = step * left.tangents[2 * k + i]
    const end = step * right.tangents[2 * other + i]
    const size = Math.abs(step * left.tangents[2 * k + 1 - i]) + Math.abs(step * right.tangents[2 * other + 1 - i])
    const allowed = BEND * (Math.abs(begin) + Math.abs(end) + size) + NOISE * (1 + Math.abs(x))
    if (Math.abs(chord - (begin + end) / 2) > allowed) return true
  }
  return false
}

/**
 * True where det J, of one sign at both ends of a step, may touch zero in between: two bifurcations would hide there, since the equilibria
 * are the same again after them. From values and slopes at the ends: the cubic through them lies above its Bézier points; where it has a
 * lowest point inside, that must keep some distance, for det J is no cubic. Repeated halving then either clears the step or finds them.
 */
function dips(left: PathNode, k: number, right: PathNode, other: number, step: number): boolean {
  const sign = left.points[k].stability === 'saddle' ? -1 : 1
  const begin = sign * left.determinants[k]
  const end = sign * right.determinants[other]
  const fall = (sign * step * left.determinantSlopes[k]) / 3
  const rise = (sign * step * right.determinantSlopes[other]) / 3
  if (!(fall < 0 && rise > 0)) return false
  return Math.min(begin + fall, end - rise) < CLEARANCE * Math.min(begin, end) - SINGULAR
}

/** Sign of det J: what the index counts. */
export function indexOf(stability: Branch['stability']): 1 | -1 {
  return stability === 'saddle' ? -1 : 1
}
