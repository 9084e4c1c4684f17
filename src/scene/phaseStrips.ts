import type { Eigensystem } from '../model/phase/eigenvectors.ts'
import type { CurvePoints, PhaseCurves, Separatrix } from '../model/phase/phaseCurves.ts'
import type { ReadonlyPair } from '../model/vector.ts'
import { addArrow, addHead, addLine, placeAt, wayOf, type GroundStrip, type Lay } from './groundStrip.ts'

/** Lengths of arrow heads on the ground, in units of the extent. */
const ARROW_HEAD = 0.022
const MANIFOLD_HEAD = 0.034
const DIRECTION_HEAD = 0.05
/** Manifolds shorter than this carry no head: there would be nothing left of the line. */
const LEAST_MANIFOLD = 0.2
/** A direction reaches from beside its marker to here, in units of the extent. */
const DIRECTION_REACH = [0.065, 0.25] as const
/** Slower than this per unit of time a direction is neither left nor entered: the point is at a bifurcation. */
const STILL_RATE = 1e-6

/** Writes all curves that are on, in the order of drawing. Replaces what the strip had. */
export function curvesInto(strip: GroundStrip, curves: PhaseCurves | null, lay: Lay): void {
  strip.count = 0
  if (!curves) return
  // −∇E before f: where both agree, f is what one sees.
  for (const { points } of curves.descent ?? []) addArrow(strip, points, 'descent', lay, ARROW_HEAD)
  for (const { points } of curves.flow ?? []) addArrow(strip, points, 'flow', lay, ARROW_HEAD)
  for (const { neuron, points } of curves.nullclines ?? []) {
    addLine(strip, points, neuron === 0 ? 'nullcline1' : 'nullcline2', lay)
  }
  const manifolds = curves.separatrices ?? []
  for (const kind of ['unstable', 'stable'] as const) {
    for (const each of manifolds) if (each.kind === kind) addManifold(strip, each, lay)
  }
}

/** A manifold, with one head half-way that says which way states go: to the saddle, or from it. */
function addManifold(strip: GroundStrip, { kind, points }: Separatrix, lay: Lay): void {
  addLine(strip, points, kind, lay)
  const whole = wayOf(points, lay.extent)
  if (whole < LEAST_MANIFOLD) return
  const place = (way: number) => placeAt(points, way, lay.extent)
  const [near, far] = [place((whole - MANIFOLD_HEAD) / 2), place((whole + MANIFOLD_HEAD) / 2)]
  if (kind === 'stable') addHead(strip, far, near, kind)
  else addHead(strip, near, far, kind)
}

/** One eigendirection of the chosen equilibrium, for its label. */
export interface Direction {
  readonly value: number
  /** 1: states leave along it (λ > 0); -1: they come (λ < 0); 0: neither. */
  readonly sense: 1 | -1 | 0
  /** Its two outer ends, in the plane of the states. */
  readonly ends: readonly [ReadonlyPair, ReadonlyPair]
}

/** Writes both eigendirections at a state as double-headed lines: heads point the way states go. Replaces what the strip had. */
export function directionsInto(
  strip: GroundStrip,
  state: ReadonlyPair,
  { values, vectors }: Eigensystem,
  lay: Lay,
): readonly Direction[] {
  strip.count = 0
  return values.map((value, k) => {
    const vector = vectors[k]
    const sense = Math.abs(value) < STILL_RATE ? 0 : value > 0 ? 1 : -1
    const place = (side: 1 | -1, reach: number): ReadonlyPair => [
      state[0] + side * reach * lay.extent * vector[0],
      state[1] + side * reach * lay.extent * vector[1],
    ]
    for (const side of [1, -1] as const) {
      const [inner, outer] = [place(side, DIRECTION_REACH[0]), place(side, DIRECTION_REACH[1])]
      const points: CurvePoints = sense < 0 ? Float32Array.of(...outer, ...inner) : Float32Array.of(...inner, ...outer)
      if (sense === 0) addLine(strip, points, 'direction', lay)
      else addArrow(strip, points, 'direction', lay, DIRECTION_HEAD)
    }
    return { value, sense, ends: [place(1, DIRECTION_REACH[1]), place(-1, DIRECTION_REACH[1])] }
  })
}
