import type { BoundaryCurve } from './basinsCurves.ts'
import { INTERPOLANT, interpolate } from './basinsSolver.ts'

/** Where a curve crosses a line: the place on the line, and the labels before and after it. */
export interface Crossing {
  readonly place: number
  readonly before: number
  readonly after: number
}

/** What curves do in a square. */
export interface CurveWalk {
  /** Crossings with the line through the centres of each row, by x₁; in no order. */
  readonly rows: Crossing[][]
  /** Crossings with the borders x₁ = ∓extent, by x₂; in no order. */
  readonly left: Crossing[]
  readonly right: Crossing[]
  /** By label: ∫ x₁dx₂ along the curves it lies to the left of, less that along those it lies to the right of. */
  readonly areas: Float64Array
  /** Cells with a curve through their centre. */
  readonly touched: ReadonlySet<number>
}

/** What is this near to a curve is on it: the curves are accurate to about 1e-8. In units of the state. */
export const ON_CURVE = 1e-7
/** Pieces of a curve are no longer than this share of the extent, and than half a cell. No unit. */
const LONGEST_PIECE = 1 / 250
/** A step's length over the way from its beginning by its middle to its end is at most this, as far as its polynomial bends. No unit. */
const BEND = 1.25
/** Corrections of a crossing. Each gains two digits. */
const CORRECTIONS = 3

/** x of the centre of a cell: extent ((2 index + 1)/columns − 1), written so that mirrored cells are exactly so. */
export function cellCentre(index: number, columns: number, extent: number): number {
  return (extent * (2 * index + 1 - columns)) / columns
}

/** The first index whose centre is at or above a coordinate; may be outside 0 … columns - 1. */
export function firstCell(coordinate: number, columns: number, extent: number): number {
  return Math.ceil(((coordinate / extent + 1) * columns - 1) / 2)
}

/** One piece of a curve, between two places of a step. */
interface Piece {
  readonly curve: BoundaryCurve
  /** Where the step begins in `curve.steps`, and θ at both ends. */
  at: number
  from: number
  to: number
  /** Both ends. */
  x1: number
  x2: number
  y1: number
  y2: number
}

/** Goes along all curves in short pieces and notes what they cross, touch and enclose. */
export function walkCurves(
  curves: readonly BoundaryCurve[],
  attractorCount: number,
  extent: number,
  columns: number,
): CurveWalk {
  const touched = new Set<number>()
  const rows: Crossing[][] = Array.from({ length: columns }, () => [])
  const walk = { rows, left: [], right: [], areas: new Float64Array(attractorCount + 1), touched }
  const longest = extent * Math.min(1 / columns, LONGEST_PIECE)
  for (const curve of curves) {
    const { steps, stepCount } = curve
    const piece: Piece = { curve, at: 0, from: 0, to: 0, x1: steps[0], x2: steps[5], y1: 0, y2: 0 }
    for (let k = 0; k < stepCount; k++) {
      piece.at = k * INTERPOLANT
      piece.from = 0
      const pieces = Math.max(1, Math.ceil(stepLength(steps, piece.at) / longest))
      for (let count = 1; count <= pieces; count++) {
        piece.to = count / pieces
        piece.y1 = interpolate(steps, piece.at, piece.to)
        piece.y2 = interpolate(steps, piece.at + 5, piece.to)
        touchCell(touched, piece, extent, columns)
        crossRow(rows, piece, extent, columns)
        crossBorders(walk, piece, extent)
        addArea(walk.areas, piece, extent)
        piece.from = piece.to
        piece.x1 = piece.y1
        piece.x2 = piece.y2
      }
    }
  }
  return walk
}

function stepLength(steps: Float64Array, at: number): number {
  const x1 = interpolate(steps, at, 0.5)
  const x2 = interpolate(steps, at + 5, 0.5)
  const first = Math.hypot(x1 - interpolate(steps, at, 0), x2 - interpolate(steps, at + 5, 0))
  return BEND * (first + Math.hypot(x1 - interpolate(steps, at, 1), x2 - interpolate(steps, at + 5, 1)))
}

/** Notes the cell whose centre is on the piece: a piece is shorter than a cell, so that it has one centre near it at most. */
function touchCell(touched: Set<number>, { x1, x2, y1, y2 }: Piece, extent: number, columns: number): void {
  const column = firstCell(Math.min(x1, y1) - ON_CURVE, columns, extent)
  const row = firstCell(Math.min(x2, y2) - ON_CURVE, columns, extent)
  if (column < 0 || row < 0 || column >= columns || row >= columns) return
  const c1 = cellCentre(column, columns, extent)
  const c2 = cellCentre(row, columns, extent)
  if (c1 > Math.max(x1, y1) + ON_CURVE || c2 > Math.max(x2, y2) + ON_CURVE) return
  const d1 = y1 - x1
  const d2 = y2 - x2
  const offset = Math.abs((c1 - x1) * d2 - (c2 - x2) * d1)
  if (offset <= ON_CURVE * Math.hypot(d1, d2)) touched.add(row * columns + column)
}

/** Notes where the piece crosses a row: a piece is shorter than a cell, so that it crosses one at most. */
function crossRow(rows: Crossing[][], piece: Piece, extent: number, columns: number): void {
  const { x2: start, y2: end, at, from, to } = piece
  const { steps, left, right } = piece.curve
  const low = Math.min(start, end)
  const row = firstCell(low, columns, extent)
  if (row < 0 || row >= columns) return
  const line = cellCentre(row, columns, extent)
  if (line < low || line >= Math.max(start, end)) return
  const slope = (end - start) / (to - from)
  let theta = from + (line - start) / slope
  for (let k = 0; k < CORRECTIONS; k++) {
    theta = Math.min(to, Math.max(from, theta - (interpolate(steps, at + 5, theta) - line) / slope))
  }
  const place = interpolate(steps, at, theta)
  if (Math.abs(place) >= extent) return
  const isUpward = end > start
  rows[row].push({
    place,
    before: isUpward ? left : right,
    after: isUpward ? right : left,
  })
}

function crossBorders(walk: { left: Crossing[]; right: Crossing[] }, piece: Piece, extent: number): void {
  const { x1, x2, y1, y2 } = piece
  const { left, right } = piece.curve
  for (const border of [-extent, extent]) {
    if (x1 < border === y1 < border) continue
    const place = x2 + ((y2 - x2) * (border - x1)) / (y1 - x1)
    const isRightward = y1 > x1
    if (Math.abs(place) >= extent) continue
    const line = border < 0 ? walk.left : walk.right
    line.push({ place, before: isRightward ? right : left, after: isRightward ? left : right })
  }
}

/** ∫ x₁dx₂ over what of the piece is in the square: to the label on its left, from that on its right. */
function addArea(areas: Float64Array, { curve, x1, x2, y1, y2 }: Piece, extent: number): void {
  let from = 0
  let to = 1
  if (Math.max(Math.abs(x1), Math.abs(y1), Math.abs(x2), Math.abs(y2)) > extent) {
    for (const [start, end] of [
      [x1, y1],
      [x2, y2],
    ] as const) {
      if (start === end && Math.abs(start) > extent) return
      if (start === end) continue
      const a = (-extent - start) / (end - start)
      const b = (extent - start) / (end - start)
      from = Math.max(from, Math.min(a, b))
      to = Math.min(to, Math.max(a, b))
    }
    if (from >= to) return
  }
  const middle = x1 + ((y1 - x1) * (from + to)) / 2
  const area = middle * (y2 - x2) * (to - from)
  areas[curve.left] += area
  areas[curve.right] -= area
}
