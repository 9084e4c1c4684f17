import type { Equilibrium } from '../equilibria.ts'
import { crossWeight, selfWeight, type TwoNeuronSystem } from '../twoNeurons.ts'
import type { ReadonlyPair } from '../vector.ts'
import { INTERPOLANT, type BasinSolver } from './basinsSolver.ts'

/** A curve that takes more steps than this is given up: so slow is it only within 1e-4 or so of a bifurcation. */
export const MOST_STEPS = 12_000
/** How far from a saddle its manifolds are taken for straight. In units of the state. */
const FIRST_STEP = 1e-5
/** At most this share of the distance to the next equilibrium. No unit. */
const FIRST_SHARE = 0.01
/** A curve that comes this near to a source ends there. In units of the state. */
const SOURCE_DISTANCE = 1e-4
/** And at most this share of the distance from there to the next equilibrium. No unit. */
const SOURCE_SHARE = 0.1
/** Tracing stops this far outside the square and the box that no trajectory leaves. In units of the state. */
const OUTSIDE = 1e-3

/** Half-widths beyond which a backward trajectory only gets farther out. */
export function boundsOf(system: TwoNeuronSystem, extent: number): ReadonlyPair {
  const reach = Math.abs(selfWeight(system.saliency)) + Math.abs(crossWeight(system.saliency))
  const bound = (current: number): number => Math.max(extent, reach + Math.abs(current)) + OUTSIDE
  return [bound(system.current[0]), bound(system.current[1])]
}

/** What a curve may run into. */
interface Surroundings {
  readonly equilibria: readonly Equilibrium[]
  readonly bounds: ReadonlyPair
}

/** One step along a diagonal to the next equilibrium, or outside. Null where that equilibrium is no source. */
export function straightSteps(
  { state }: Equilibrium,
  away: ReadonlyPair,
  { equilibria, bounds }: Surroundings,
): Float64Array | null {
  const along = (point: ReadonlyPair): number => (point[0] - state[0]) * away[0] + (point[1] - state[1]) * away[1]
  const across = (point: ReadonlyPair): number => (point[0] - state[0]) * away[1] - (point[1] - state[1]) * away[0]
  const next = equilibria
    .filter((point) => across(point.state) === 0 && along(point.state) > 0)
    .toSorted((a, b) => along(a.state) - along(b.state))[0]
  if (next && next.stability !== 'source') return null
  const end = next?.state ?? stepAway(state, away, 4 * Math.max(...bounds))
  return Float64Array.of(state[0], end[0] - state[0], 0, 0, 0, state[1], end[1] - state[1], 0, 0, 0)
}

/** Steps from the saddle to a source or outside; straight ones at both ends. Null for too many. */
export function traceBackward(
  solver: BasinSolver,
  { state }: Equilibrium,
  away: ReadonlyPair,
  { equilibria, bounds }: Surroundings,
): Float64Array | null {
  const sources = equilibria.filter(({ stability }) => stability === 'source')
  const steps = createStepList()
  const length = Math.min(FIRST_STEP, FIRST_SHARE * nearestDistance(state, equilibria))
  const first = stepAway(state, away, length)
  steps.addLine(state, first)
  solver.start(first[0], first[1], -1)
  for (let count = 0; count < MOST_STEPS; count++) {
    solver.step()
    steps.addLastOf(solver)
    const { x1, x2 } = solver
    if (Math.abs(x1) > bounds[0] || Math.abs(x2) > bounds[1]) return steps.numbers()
    const end = sources.find((source) => {
      const distance = Math.max(Math.abs(x1 - source.state[0]), Math.abs(x2 - source.state[1]))
      return distance < SOURCE_DISTANCE && distance < SOURCE_SHARE * nearestDistance(source.state, equilibria)
    })
    if (end) {
      steps.addLine([x1, x2], end.state)
      return steps.numbers()
    }
  }
  return null
}

/** Steps of a curve, in an array that grows. */
function createStepList() {
  let steps = new Float64Array(128 * INTERPOLANT)
  let used = 0
  const reserve = (): number => {
    if (used === steps.length) {
      const longer = new Float64Array(2 * steps.length)
      longer.set(steps)
      steps = longer
    }
    used += INTERPOLANT
    return used - INTERPOLANT
  }
  return {
    addLine(from: ReadonlyPair, to: ReadonlyPair): void {
      const at = reserve()
      steps.set([from[0], to[0] - from[0], 0, 0, 0, from[1], to[1] - from[1], 0, 0, 0], at)
    },
    addLastOf(solver: BasinSolver): void {
      const at = reserve()
      solver.readInterpolant(steps, at)
    },
    numbers: (): Float64Array => steps.slice(0, used),
  }
}

/** Distance to the nearest other equilibrium; Infinity where there is none. */
export function nearestDistance(from: ReadonlyPair, equilibria: readonly Equilibrium[]): number {
  let nearest = Infinity
  for (const { state } of equilibria) {
    const distance = Math.hypot(state[0] - from[0], state[1] - from[1])
    if (distance > 0) nearest = Math.min(nearest, distance)
  }
  return nearest
}

function stepAway(state: ReadonlyPair, direction: ReadonlyPair, length: number): ReadonlyPair {
  return [state[0] + length * direction[0], state[1] + length * direction[1]]
}
