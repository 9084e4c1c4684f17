import type { CurvePoints } from './phaseCurves.ts'

/** A chord leaves its curve by no more than about this. Share of the extent: a tenth of a pixel where the square is 800 pixels wide. */
const CHORD_TOLERANCE = 2.5e-4
/** No chord is longer than this, so that a straight curve too can follow a surface: a cell of a landscape of 129². Share of the extent. */
const LONGEST_CHORD = 1 / 64
/** No two points of a swept curve are nearer than this, but for its end. Share of the extent. */
const SHORTEST_CHORD = 1e-4
/** Halvings of one piece of a curve: more than the sharpest corner of a system with gain 10 needs. */
const MAX_DEPTH = 16

/** A parameterised curve: writes its place at a parameter. */
export type CurvePlace = (out: Float64Array, parameter: number) => Float64Array

/** A curve as it grows, point by point. */
export interface Polyline {
  readonly push: (x1: number, x2: number) => void
  /**
   * Appends the piece of a curve after `from`, up to `to`, with as many points as its bends need, each of them on the curve. The place at
   * `from` must be the last point, or within 1e-4 of the extent of it, and so near may the place at `to` be left out.
   */
  readonly sweep: (place: CurvePlace, from: number, to: number) => void
  readonly points: () => CurvePoints
}

/** An empty polyline for a square of half-width `extent`: chords are within 2.5e-4 of the extent of their curve, and no longer than 1/64. */
export function createPolyline(extent: number): Polyline {
  const coordinates: number[] = []
  const scratch = new Float64Array(2)
  const needsSplit = chordTest(extent)

  /** Whether the piece leaves its chord at a quarter, the middle or three quarters of its parameter; leaves the middle in `scratch`. */
  function bends(place: CurvePlace, from: number, to: number, x1: number, x2: number): boolean {
    const a1 = coordinates[coordinates.length - 2]
    const a2 = coordinates[coordinates.length - 1]
    for (const share of [0.25, 0.75, 0.5]) {
      place(scratch, from + share * (to - from))
      if (share !== 0.5 && needsSplit(a1, a2, scratch[0], scratch[1], x1, x2)) {
        place(scratch, (from + to) / 2)
        return true
      }
    }
    return needsSplit(a1, a2, scratch[0], scratch[1], x1, x2)
  }

  function refine(place: CurvePlace, from: number, to: number, x1: number, x2: number, depth: number): void {
    if (depth < MAX_DEPTH && bends(place, from, to, x1, x2)) {
      const m1 = scratch[0]
      const m2 = scratch[1]
      const middle = (from + to) / 2
      refine(place, from, middle, m1, m2, depth + 1)
      refine(place, middle, to, x1, x2, depth + 1)
      return
    }
    const gap = Math.abs(x1 - coordinates[coordinates.length - 2]) + Math.abs(x2 - coordinates[coordinates.length - 1])
    if (gap > SHORTEST_CHORD * extent) coordinates.push(x1, x2)
  }

  return {
    push: (x1, x2) => void coordinates.push(x1, x2),
    sweep(place, from, to) {
      place(scratch, to)
      refine(place, from, to, scratch[0], scratch[1], 0)
    },
    points: () => new Float32Array(coordinates),
  }
}

/** Whether the chord a-b is too long, or too far from a point m of its curve. */
export function chordTest(
  extent: number,
): (a1: number, a2: number, m1: number, m2: number, b1: number, b2: number) => boolean {
  const longest = LONGEST_CHORD * extent
  const tolerance = CHORD_TOLERANCE * extent
  return (a1, a2, m1, m2, b1, b2) => {
    const d1 = b1 - a1
    const d2 = b2 - a2
    const length = Math.sqrt(d1 * d1 + d2 * d2)
    if (length > longest) return true
    const area = Math.abs(d1 * (m2 - a2) - d2 * (m1 - a1))
    return area > tolerance * length
  }
}
