import type { NamedEquilibrium } from '../equilibriumNames.ts'
import type { TwoNeuronSystem } from '../twoNeurons.ts'
import type { Separatrix } from './phaseCurves.ts'
import { createPolyline, type CurvePlace, type Polyline } from './phaseCurvesPolyline.ts'
import { isOnCurve, isOnWay, type TrajectoryEnd, trajectoryEnds } from './separatricesEnds.ts'
import { makeManifoldSeries, type ManifoldSeries } from './separatricesSeries.ts'
import { createTrajectorySolver } from './trajectorySolver.ts'
import { isInside } from './trajectorySolverCapture.ts'
import { crossGhost } from './trajectorySolverGhost.ts'

/** Steps of one half: all but those past a ghost take fewer than a tenth of it. */
const STEP_BUDGET = 2000
/** A curve whose end is proved is led straight to it from this distance. Share of the extent. */
const END_DISTANCE = 1e-5
/** Halvings that double precision can tell apart. */
const BISECTIONS = 52

/**
 * Stable and unstable manifolds of all saddles in the square [-extent, extent]², two halves each.
 *
 * A half begins as the invariant power series of the saddle (`makeManifoldSeries`) and goes on as a trajectory, backwards in time for the
 * stable manifold, which is the direction in which errors across it die out near the saddle. It ends
 * - at the border: its last point is on it, and what may come after is not followed;
 * - at a node, proved by `makeCaptureBox`: its last point is the node. A node with λ₁/λ₂ ≥ 20 is entered along its slow manifold's series;
 * - at an equilibrium that a bifurcation has just divided from the saddle, or is about to, where both are on one series to 1e-9;
 * - 'undecided' when 2000 steps did not decide it, which takes parameters within 1e-12 of a fold.
 * Never at another saddle: with W₁₂ ≠ 0, v₁v₂ has the sign of W₁₂ for the unstable eigenvector (Perron) and the other sign for the stable one,
 * and the flow keeps the sign of ẋ₁ẋ₂ of the first, so a trajectory that leaves one saddle cannot enter another. With W₁₂ = 0 the manifolds
 * of one kind are parallel. For the same reason every half rises or falls throughout.
 * Every point is within 1e-8 of the manifold before it is rounded to single precision; chords are within 2.5e-4 of the extent.
 * A saddle outside the square has no curves. Of a marginal saddle only halves that move outwards are there.
 * `equilibria`: all of the system. In the order of the saddles; of each first the stable manifold.
 */
export function traceSeparatrices(
  system: TwoNeuronSystem,
  equilibria: readonly NamedEquilibrium[],
  extent: number,
): Separatrix[] {
  const saddles = equilibria.filter(({ stability, state }) => stability === 'saddle' && isWithin(extent, ...state))
  if (saddles.length === 0) return []
  const traceStable = createTracer(system, equilibria, extent, -1)
  const traceUnstable = createTracer(system, equilibria, extent, 1)
  return saddles.flatMap((saddle) => [
    ...traceStable(saddle, 1),
    ...traceStable(saddle, -1),
    ...traceUnstable(saddle, 1),
    ...traceUnstable(saddle, -1),
  ])
}

function isWithin(extent: number, x1: number, x2: number): boolean {
  return Math.abs(x1) <= extent && Math.abs(x2) <= extent
}

/** Traces halves of manifolds in one direction of time: `side` 1 or -1 along the eigenvector. None or one half comes back. */
function createTracer(
  system: TwoNeuronSystem,
  equilibria: readonly NamedEquilibrium[],
  extent: number,
  direction: 1 | -1,
): (saddle: NamedEquilibrium, side: 1 | -1) => Separatrix[] {
  const follow = createFollower(system, equilibria, extent, direction)
  const kind = direction === 1 ? 'unstable' : 'stable'
  const inSquare = equilibria.filter(({ state }) => isWithin(extent, ...state))
  const place = new Float64Array(2)
  return (saddle, side) => {
    const series = makeManifoldSeries(system, saddle.state, direction === 1 ? 1 : 0)
    if (series === null) return []
    const line = createPolyline(extent)
    line.push(...saddle.state)
    const next = nextOnCurve(series, side, saddle, inSquare)
    const reach = next === null ? reachWithin(extent, series, side) : side * series.along(...next.state)
    if (!(direction * side * series.speed((side * reach) / 2) > 0)) return []
    line.sweep(series.positionInto, 0, side * reach)
    series.positionInto(place, side * reach)
    if (next !== null) line.push(...next.state)
    const end = next === null ? follow(line, saddle, place) : next.key
    return [{ saddle: saddle.key, kind, points: line.points(), end }]
  }
}

/** The equilibrium that is first met on the series of a saddle: where it and a node, or two, have just parted. */
function nextOnCurve(
  series: ManifoldSeries,
  side: 1 | -1,
  saddle: NamedEquilibrium,
  equilibria: readonly NamedEquilibrium[],
): NamedEquilibrium | null {
  let next: NamedEquilibrium | null = null
  let nearest = Infinity
  for (const other of equilibria) {
    const s = side * series.along(...other.state)
    if (other === saddle || s <= 0 || s >= nearest || !isOnCurve(series, ...other.state)) continue
    nearest = s
    next = other
  }
  return next
}

/** How much of the reach of a series lies in the square. */
function reachWithin(extent: number, series: ManifoldSeries, side: 1 | -1): number {
  const place = new Float64Array(2)
  let reach = Math.min(series.reach, extent)
  for (let k = 0; k < BISECTIONS; k++) {
    series.positionInto(place, side * reach)
    if (isWithin(extent, place[0], place[1])) return reach
    reach /= 2
  }
  return reach
}

/** Follows a trajectory from `start`, the last point of `line`, to its end, and names that. */
function createFollower(
  system: TwoNeuronSystem,
  equilibria: readonly NamedEquilibrium[],
  extent: number,
  direction: 1 | -1,
): (line: Polyline, from: NamedEquilibrium, start: Float64Array) => string {
  const ends = trajectoryEnds(system, equilibria, direction)
  const solver = createTrajectorySolver(system, direction)
  const place = new Float64Array(2)
  return (line, from, start) => {
    place.set(start)
    let captor: TrajectoryEnd | undefined
    for (let step = 0; step < STEP_BUDGET; step++) {
      const [x1, x2] = [place[0], place[1]]
      const arrival = ends.find((end) => end.equilibrium !== from && isOnWay(end, direction, x1, x2))
      if (arrival) return goAlong(line, arrival, x1, x2)
      captor ??= ends.find(({ box }) => box !== null && isInside(box, x1, x2))
      if (captor && distance(captor.equilibrium, x1, x2) <= END_DISTANCE * extent) break
      if (crossGhost(system, equilibria, direction, place) > 0) line.push(place[0], place[1])
      const length = solver.expand(place[0], place[1])
      solver.positionInto(place, length)
      if (!isWithin(extent, place[0], place[1])) {
        leave(line, solver.positionInto, length, extent)
        return 'border'
      }
      line.sweep(solver.positionInto, 0, length)
    }
    if (!captor) return 'undecided'
    line.push(...captor.equilibrium.state)
    return captor.equilibrium.key
  }
}

function distance({ state }: NamedEquilibrium, x1: number, x2: number): number {
  return Math.hypot(x1 - state[0], x2 - state[1])
}

/** The rest of the way into an equilibrium, by the series of the curve on which it is entered. */
function goAlong(line: Polyline, { equilibrium, way }: TrajectoryEnd, x1: number, x2: number): string {
  if (way) line.sweep(way.series.positionInto, way.series.along(x1, x2), 0)
  line.push(...equilibrium.state)
  return equilibrium.key
}

/** The piece up to the border, from inside at parameter 0 to outside at `length`; its last point is on the border exactly. */
function leave(line: Polyline, position: CurvePlace, length: number, extent: number): void {
  const place = new Float64Array(2)
  let inside = 0
  let outside = length
  for (let k = 0; k < BISECTIONS; k++) {
    const middle = (inside + outside) / 2
    position(place, middle)
    if (isWithin(extent, place[0], place[1])) inside = middle
    else outside = middle
  }
  line.sweep(position, 0, inside)
  position(place, outside)
  line.push(clamp(place[0], extent), clamp(place[1], extent))
}

function clamp(x: number, extent: number): number {
  return Math.min(extent, Math.max(-extent, x))
}
