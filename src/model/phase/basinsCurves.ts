import { activationSlope } from '../activation.ts'
import { indexSum, type Equilibrium } from '../equilibria.ts'
import { crossWeight, selfWeight, type TwoNeuronSystem } from '../twoNeurons.ts'
import type { ReadonlyPair } from '../vector.ts'
import { leaveSaddle } from './basinsSlow.ts'
import { createBasinSolver, INTERPOLANT, type BasinSolver } from './basinsSolver.ts'
import { boundsOf, MOST_STEPS, nearestDistance, straightSteps, traceBackward } from './basinsTrace.ts'
import { isCaptured, type CaptureRegion } from './captureRegion.ts'

/** One half of the stable manifold of a saddle, from the saddle outwards. */
export interface BoundaryCurve {
  /** Steps one after the other, ten numbers each: see `interpolate`. */
  readonly steps: Float64Array
  readonly stepCount: number
  /** Labels of the starts to its left and to its right, as one walks away from the saddle: k + 1 for attractor k. */
  readonly left: number
  readonly right: number
}

/** An equilibrium with an eigenvalue nearer to 0 is at a bifurcation, as far as numbers can tell. Per unit of time. */
const LEAST_RATE = 1e-6

/**
 * The stable manifolds of all saddles, which bound the basins: every start that is not on them (nor a source) goes to an attractor, since E
 * falls along every trajectory and no trajectory leaves the box |x_i| ≤ Σ_j|W_ij| + |b_i|.
 *
 * Each half is integrated backward from the saddle until it comes to a source or leaves that box and the square: outside it never returns.
 * To its left and right lie the basins in which the two halves of the unstable manifold end. Accurate to about 1e-8: the backward flow draws
 * neighbours towards the manifold. Where symmetry makes a half straight it is exact.
 *
 * Null where numbers cannot tell: the index sum of the equilibria is not 1, one of them is at a bifurcation and no symmetry says which way its
 * manifolds go, a curve takes too many steps, or an unstable manifold does not come to rest in the capture region of an attractor.
 */
export function traceBoundaries(
  system: TwoNeuronSystem,
  equilibria: readonly Equilibrium[],
  regions: readonly (CaptureRegion | null)[],
  extent: number,
): BoundaryCurve[] | null {
  if (indexSum(equilibria) !== 1) return null
  const solver = createBasinSolver(system)
  const curves: BoundaryCurve[] = []
  for (const saddle of equilibria) {
    if (!isHyperbolic(saddle) && !isStraight(system, saddle)) return null
    if (saddle.stability !== 'saddle') continue
    const [unstable, stable] = directions(system, saddle)
    const ends: number[] = []
    for (const sign of [1, -1]) {
      const away = [sign * unstable[0], sign * unstable[1]] as const
      const end = destination(
        solver,
        regions,
        leaveSaddle(system, saddle, away, nearestDistance(saddle.state, equilibria)),
      )
      if (end === 0) return null
      ends.push(end)
    }
    const surroundings = { equilibria, bounds: boundsOf(system, extent) }
    for (const sign of [1, -1]) {
      const isLeft = sign * (stable[0] * unstable[1] - stable[1] * unstable[0]) > 0
      const away = [sign * stable[0], sign * stable[1]] as const
      const steps = isStraight(system, saddle)
        ? straightSteps(saddle, away, surroundings)
        : traceBackward(solver, saddle, away, surroundings)
      if (steps === null) return null
      const [left = 0, right = 0] = isLeft ? ends : ends.toReversed()
      curves.push({ steps, stepCount: steps.length / INTERPOLANT, left, right })
    }
  }
  return curves
}

/** Label of a start, k + 1 once it is in region k; 0 where that takes more than the steps or the time allowed. */
export function destination(
  solver: BasinSolver,
  regions: readonly (CaptureRegion | null)[],
  [x1, x2]: ReadonlyPair,
  longestTime = Infinity,
): number {
  solver.start(x1, x2, 1)
  for (let count = 0; count < MOST_STEPS && solver.time < longestTime; count++) {
    const found = regions.findIndex((region) => region !== null && isCaptured(region, solver.x1, solver.x2))
    if (found >= 0) return found + 1
    solver.step()
  }
  return 0
}

function isHyperbolic({ eigenvalues }: Equilibrium): boolean {
  return Math.min(Math.abs(eigenvalues[0]), Math.abs(eigenvalues[1])) > LEAST_RATE
}

/** Without a current the diagonals are invariant: on them manifolds of the origin and of the memories are straight. */
function isStraight({ current }: TwoNeuronSystem, { state }: Equilibrium): boolean {
  return current[0] === 0 && current[1] === 0 && Math.abs(state[0]) === Math.abs(state[1])
}

/**
 * Unit eigenvectors of J = −1 + W D at a saddle, D = diag(ψ'), to the larger and to the smaller eigenvalue: D^-½ times those of the symmetric
 * D^½ W D^½.
 */
function directions(system: TwoNeuronSystem, { state }: Equilibrium): [ReadonlyPair, ReadonlyPair] {
  const root1 = Math.sqrt(activationSlope(state[0], system.gain))
  const root2 = Math.sqrt(activationSlope(state[1], system.gain))
  const w = selfWeight(system.saliency)
  const off = crossWeight(system.saliency) * root1 * root2
  const difference = w * (root1 - root2) * (root1 + root2)
  const angle = Math.atan2(2 * off, difference) / 2
  // Where the neurons do not act on each other, or are alike, symmetry is kept to the last bit.
  const isAxis = off === 0
  const isDiagonal = !isAxis && difference === 0
  const cos = isAxis ? Number(difference > 0) : isDiagonal ? Math.SQRT1_2 : Math.cos(angle)
  const sin = isAxis ? 1 - cos : isDiagonal ? Math.sign(off) * Math.SQRT1_2 : Math.sin(angle)
  return [unit(cos / root1, sin / root2), unit(-sin / root1, cos / root2)]
}

function unit(a: number, b: number): ReadonlyPair {
  const length = Math.hypot(a, b)
  return [a / length, b / length]
}
