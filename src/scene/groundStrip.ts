import type { CurvePoints } from '../model/phase/phaseCurves.ts'
import { styleIndex, type LineStyleName } from './lineStyles.ts'

/** Numbers a point of a strip: x1, x2, way along the line in units of the extent, and what the segment to the next point looks like. */
export const STRIP_STRIDE = 4
/** Added to the index of a style for the segment that is an arrow head: it tapers. */
const HEAD = 0.5
/** The last point of a line: no segment begins here. */
const END = -1
/** Points nearer to each other than this share of a step add nothing that could be seen. */
const LEAST_STEP = 1 / 8

/** Lines on the ground, one after the other, as the graphics card reads them. */
export interface GroundStrip {
  readonly data: Float32Array<ArrayBuffer>
  /** Points written. */
  count: number
}

export function makeStrip(capacity: number): GroundStrip {
  return { data: new Float32Array(capacity * STRIP_STRIDE), count: 0 }
}

/** How lines are laid on the ground. */
export interface Lay {
  /** Half-width of the square. */
  readonly extent: number
  /** No segment is longer, so that it hugs the ground: about a cell of its grid. In units of the extent. */
  readonly step: number
}

function put(strip: GroundStrip, x1: number, x2: number, way: number, look: number): void {
  const { data } = strip
  const at = strip.count * STRIP_STRIDE
  if (at >= data.length) return
  data[at] = x1
  data[at + 1] = x2
  data[at + 2] = way
  data[at + 3] = look
  strip.count++
}

function endLine(strip: GroundStrip): void {
  if (strip.count > 0) strip.data[(strip.count - 1) * STRIP_STRIDE + 3] = END
}

/** Length of a line in units of the extent. */
export function wayOf(points: CurvePoints, extent: number): number {
  let way = 0
  for (let at = 2; at + 1 < points.length; at += 2) {
    way += Math.hypot(points[at] - points[at - 2], points[at + 1] - points[at - 1])
  }
  return way / extent
}

/** The place after `way` along a line, in units of the extent. */
export function placeAt(points: CurvePoints, way: number, extent: number): [number, number] {
  let left = way * extent
  for (let at = 2; at + 1 < points.length; at += 2) {
    const length = Math.hypot(points[at] - points[at - 2], points[at + 1] - points[at - 1])
    if (left <= length && length > 0) {
      const t = left / length
      return [
        points[at - 2] + t * (points[at] - points[at - 2]),
        points[at - 1] + t * (points[at + 1] - points[at - 1]),
      ]
    }
    left -= length
  }
  return [points[points.length - 2], points[points.length - 1]]
}

/**
 * Adds a line up to `until` (a way, in units of the extent), in segments no longer than a step and not needlessly short ones. What finds
 * no room is left out.
 */
export function addLine(
  strip: GroundStrip,
  points: CurvePoints,
  style: LineStyleName,
  { extent, step }: Lay,
  until = Infinity,
): void {
  if (points.length < 4) return
  const look = styleIndex(style)
  let [x1, x2, way] = [points[0], points[1], 0]
  put(strip, x1, x2, way, look)
  for (let at = 2; at + 1 < points.length && way < until; at += 2) {
    const isLast = at + 3 >= points.length
    const length = Math.hypot(points[at] - x1, points[at + 1] - x2) / extent
    if (length === 0 || (!isLast && length < step * LEAST_STEP)) continue
    const share = Math.min(1, (until - way) / length)
    const pieces = Math.max(1, Math.ceil((length * share) / step - 1e-9))
    const [fromX1, fromX2] = [x1, x2]
    for (let piece = 1; piece <= pieces; piece++) {
      const t = (share * piece) / pieces
      x1 = fromX1 + t * (points[at] - fromX1)
      x2 = fromX2 + t * (points[at + 1] - fromX2)
      put(strip, x1, x2, way + t * length, look)
    }
    way += share * length
  }
  endLine(strip)
}

type Place = readonly [number, number]

/** Adds an arrow head from its foot to its tip. */
export function addHead(strip: GroundStrip, foot: Place, tip: Place, style: LineStyleName): void {
  put(strip, foot[0], foot[1], 0, styleIndex(style) + HEAD)
  put(strip, tip[0], tip[1], 0, END)
}

/** Adds a line that ends in an arrow head of this length (less on short lines), in units of the extent. */
export function addArrow(
  strip: GroundStrip,
  points: CurvePoints,
  style: LineStyleName,
  lay: Lay,
  headLength: number,
): void {
  const whole = wayOf(points, lay.extent)
  const head = Math.min(headLength, 0.6 * whole)
  if (!(head > 0)) return
  addLine(strip, points, style, lay, whole - head)
  addHead(strip, placeAt(points, whole - head, lay.extent), placeAt(points, whole, lay.extent), style)
}
