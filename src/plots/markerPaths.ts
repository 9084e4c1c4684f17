import type { Stability } from '../model/equilibria.ts'
import { starPoints } from '../ui/star.ts'

/** The mark of an equilibrium about the origin, as SVG path data; the radius of every mark is about 1. */
export interface MarkerShape {
  readonly outline: string
  /** Drawn on the filled outline in the colour of the ground: the cross of a saddle, the hole of a source. */
  readonly inside: string | null
  /** The inside is filled (a hole) rather than stroked (a cross). */
  readonly isHole: boolean
}

/** The centre of a five-pointed star of radius r lies (1 - cos 36°)/2 r = 0.095 r above the middle of its height. */
const starRise = 0.095
const starOuter = 1.18
const starInner = 0.52

function polygon(points: readonly (readonly [number, number])[]): string {
  return `M${points.map(([x, y]) => `${x.toFixed(4)} ${(y + starRise * starOuter).toFixed(4)}`).join('L')}Z`
}

function circle(radius: number): string {
  return `M${radius} 0A${radius} ${radius} 0 1 1 ${-radius} 0A${radius} ${radius} 0 1 1 ${radius} 0Z`
}

/** Star, dot with a cross, ring: the shape tells the kind without colour. */
export const markerShapes: Record<Stability | 'stableOnSlice', MarkerShape> = {
  stable: { outline: polygon(starPoints(5, starOuter, starInner)), inside: null, isHole: false },
  stableOnSlice: {
    outline: polygon(starPoints(5, starOuter, starInner)),
    inside: polygon(starPoints(5, 0.62 * starOuter, 0.62 * starInner)),
    isHole: true,
  },
  saddle: { outline: circle(0.82), inside: 'M-0.38 -0.38L0.38 0.38M0.38 -0.38L-0.38 0.38', isHole: false },
  source: { outline: circle(0.82), inside: circle(0.4), isHole: true },
}
