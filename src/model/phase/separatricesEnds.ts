import type { NamedEquilibrium } from '../equilibriumNames.ts'
import type { TwoNeuronSystem } from '../twoNeurons.ts'
import { makeManifoldSeries, type ManifoldSeries } from './separatricesSeries.ts'
import { type CaptureBox, makeCaptureBox } from './trajectorySolverCapture.ts'

/** A place this near to an invariant curve is on it, as far as these numbers tell: what a thousand steps of the solver may be wrong by. */
const ON_CURVE = 1e-9
/** From this ratio of its eigenvalues a node has a slow manifold to the order of the series. No unit. */
const SLOW_RATIO = 20

/** An equilibrium at which trajectories of one direction of time may end, and how to know that one does. */
export interface TrajectoryEnd {
  readonly equilibrium: NamedEquilibrium
  /** Nodes: trajectories in the box end here. Null for saddles. */
  readonly box: CaptureBox | null
  /** The curve by which trajectories arrive: of a saddle the only one, of a slow node the common one. Null for other nodes. */
  readonly way: Way | null
}

/** The part of an invariant curve around its equilibrium that holds no other one. */
interface Way {
  readonly series: ManifoldSeries
  readonly low: number
  readonly high: number
}

/**
 * Where trajectories may end. `direction` 1, forwards: stable nodes, and saddles along their stable manifolds (a saddle connection, or a
 * start on a separatrix); -1, backwards: sources, and saddles along their unstable manifolds.
 */
export function trajectoryEnds(
  system: TwoNeuronSystem,
  equilibria: readonly NamedEquilibrium[],
  direction: 1 | -1,
): TrajectoryEnd[] {
  const node = direction === 1 ? 'stable' : 'source'
  return equilibria.flatMap((equilibrium): TrajectoryEnd[] => {
    const isNode = equilibrium.stability === node
    const isSaddle = equilibrium.stability === 'saddle'
    if (!isNode && !isSaddle && !equilibrium.isMarginal) return []
    const slow = direction === 1 ? 1 : 0
    const wayOf = (which: 0 | 1): Way | null => {
      const series = makeManifoldSeries(system, equilibrium.state, which)
      return series && wayAlong(series, equilibrium, equilibria)
    }
    const ends: TrajectoryEnd[] = []
    if (isNode) {
      const way = slowRatio(equilibrium) >= SLOW_RATIO ? wayOf(slow) : null
      ends.push({ equilibrium, box: makeCaptureBox(system, equilibrium, equilibria, direction), way })
    }
    if (isSaddle) ends.push({ equilibrium, box: null, way: wayOf(direction === 1 ? 0 : 1) })
    // At a fold the point is approached from one side of its slow direction, whatever it counts as.
    if (!isNode && equilibrium.isMarginal)
      ends.push({ equilibrium, box: null, way: wayOf(isSaddle ? slow : direction === 1 ? 0 : 1) })
    return ends
  })
}

function slowRatio({ eigenvalues }: NamedEquilibrium): number {
  const [a, b] = eigenvalues.map(Math.abs)
  return Math.max(a, b) / Math.min(a, b)
}

function wayAlong(series: ManifoldSeries, own: NamedEquilibrium, equilibria: readonly NamedEquilibrium[]): Way {
  let low = -series.reach
  let high = series.reach
  for (const other of equilibria) {
    if (other === own || !isOnCurve(series, other.state[0], other.state[1])) continue
    const s = series.along(other.state[0], other.state[1])
    if (s > 0) high = Math.min(high, s / 2)
    else low = Math.max(low, s / 2)
  }
  return { series, low, high }
}

/** Whether a place is on an invariant curve, within its reach. */
export function isOnCurve(series: ManifoldSeries, x1: number, x2: number): boolean {
  return Math.abs(series.along(x1, x2)) <= series.reach && Math.abs(series.offset(x1, x2)) <= ON_CURVE
}

/** Whether a place is on the way of an end, and moves towards it; then all that is left to follow is the way. */
export function isOnWay({ way }: TrajectoryEnd, direction: 1 | -1, x1: number, x2: number): boolean {
  if (way === null) return false
  const s = way.series.along(x1, x2)
  if (s < way.low || s > way.high) return false
  return Math.abs(way.series.offset(x1, x2)) <= ON_CURVE && direction * way.series.speed(s) * s <= 0
}
