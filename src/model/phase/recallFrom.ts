import type { NamedEquilibrium } from '../equilibriumNames.ts'
import type { TwoNeuronSystem } from '../twoNeurons.ts'
import { isOnWay, type TrajectoryEnd, trajectoryEnds } from './separatricesEnds.ts'
import { createTrajectorySolver, type TrajectorySolver } from './trajectorySolver.ts'
import { isInside } from './trajectorySolverCapture.ts'
import { crossGhost } from './trajectorySolverGhost.ts'

/** A state this near to its memory counts as recalled. In units of the state. */
export const RECALL_DISTANCE = 0.05
/** A start this near to an unstable equilibrium is taken to be it. In units of the state. */
const SAME_PLACE = 1e-12
/** Steps of one start; only a fold that is almost there keeps one for more than a tenth of it. */
const STEP_BUDGET = 4000
/** Halvings that place a crossing within a step to 1e-9 of it. */
const BISECTIONS = 30

/** What a start recalls. */
export interface Recall {
  /** Key of the stable equilibrium it ends in; null when it ends in none, or when that is not decided. */
  readonly key: string | null
  /** Model time after which it stays within 0.05 of that; Infinity for null. */
  readonly time: number
  /** It ends in an unstable equilibrium, as far as numbers tell: the start is on a separatrix, or is that equilibrium. */
  readonly isAtBorder: boolean
}

const UNDECIDED: Recall = { key: null, time: Infinity, isAtBorder: false }
const AT_BORDER: Recall = { key: null, time: Infinity, isAtBorder: true }

/**
 * Which stable equilibrium the trajectory of dx/dt = f(x) from (x₁, x₂) ends in, and when it has come within 0.05 of it for good.
 *
 * The trajectory is followed by Taylor series (1e-12 a step) until it is in a box that provably leads to one stable equilibrium
 * (`makeCaptureBox`), or on the series of a saddle's stable manifold to 1e-9: then the start is at the border of basins, and no answer is
 * given. Then on until it is near. The time is exact to about 1e-9. `equilibria`: all of the system.
 */
export function recallFrom(
  system: TwoNeuronSystem,
  equilibria: readonly NamedEquilibrium[],
  x1: number,
  x2: number,
): Recall {
  const isUnstable = ({ stability, state }: NamedEquilibrium) =>
    stability !== 'stable' && Math.hypot(x1 - state[0], x2 - state[1]) <= SAME_PLACE
  if (equilibria.some(isUnstable)) return AT_BORDER
  const ends = trajectoryEnds(system, equilibria, 1)
  const solver = createTrajectorySolver(system, 1)
  const place = Float64Array.of(x1, x2)
  const entered = ends.map((end) => (separation(end, place) <= RECALL_DISTANCE ? 0 : Infinity))
  let time = 0
  let captor = -1
  for (let step = 0; step < STEP_BUDGET; step++) {
    if (captor < 0) captor = ends.findIndex((end) => hasArrived(end, place))
    if (captor >= 0 && ends[captor].equilibrium.stability !== 'stable') return AT_BORDER
    if (captor >= 0 && entered[captor] < Infinity) {
      return { key: ends[captor].equilibrium.key, time: entered[captor], isAtBorder: false }
    }
    time += crossGhost(system, equilibria, 1, place)
    const length = solver.expand(place[0], place[1])
    solver.positionInto(place, length)
    ends.forEach((end, k) => {
      if (separation(end, place) > RECALL_DISTANCE) entered[k] = Infinity
      else if (entered[k] === Infinity) entered[k] = time + crossing(end, solver, length)
    })
    time += length
  }
  return UNDECIDED
}

function separation({ equilibrium: { state } }: TrajectoryEnd, place: Float64Array): number {
  return Math.hypot(place[0] - state[0], place[1] - state[1])
}

function hasArrived(end: TrajectoryEnd, place: Float64Array): boolean {
  if (end.box !== null && isInside(end.box, place[0], place[1])) return true
  return isOnWay(end, 1, place[0], place[1])
}

/** When, within the last step, the trajectory came within the distance: outside at 0, inside at `length`. */
function crossing(end: TrajectoryEnd, solver: TrajectorySolver, length: number): number {
  const place = new Float64Array(2)
  let outside = 0
  let inside = length
  for (let k = 0; k < BISECTIONS; k++) {
    const middle = (outside + inside) / 2
    if (separation(end, solver.positionInto(place, middle)) > RECALL_DISTANCE) outside = middle
    else inside = middle
  }
  return inside
}
