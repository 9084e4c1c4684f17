import { bilinear, type Landscape } from '../../model/landscape.ts'
import type { ViewScale } from '../../model/viewScale.ts'

/** What a printed landscape measures, in millimetres, and how fine it is. */
export interface SolidOptions {
  /** Both sides of the square ground. */
  readonly widthMm: number
  /** From the lowest to the highest point of the surface. */
  readonly heightMm: number
  /** Of the plate below the lowest point. */
  readonly baseMm: number
  /** Grid points along each side. */
  readonly columns: number
}

/**
 * A closed body of triangles. x runs to the right with x₁, y away with x₂, z upwards, from 0 at a corner; millimetres. Every edge belongs to two
 * triangles, in opposite directions, and seen from outside every triangle runs counter-clockwise.
 */
export interface Solid {
  /** x, y, z of each vertex. The first `columns`² are the surface, row by row; then the rim of the underside, then its middle. */
  readonly positions: Float32Array
  /** Three vertices each. The first `surfaceTriangles` are the surface. */
  readonly triangles: Uint32Array
  readonly surfaceTriangles: number
  readonly columns: number
  /** Of each vertex of the surface: where it is between floor and ceiling of the view, 0 to 1. */
  readonly shares: Float32Array
  readonly sizeMm: readonly [width: number, depth: number, height: number]
}

/** What can be asked for. A plate of less than a millimetre breaks; more points than these are finer than any nozzle. */
export const solidRanges = {
  widthMm: { min: 20, max: 300 },
  heightMm: { min: 2, max: 200 },
  baseMm: { min: 1, max: 20 },
  columns: { min: 17, max: 513 },
} as const

/** A surface that rises by less than this share of the view is flat: what is left of it is rounding. */
const flatShare = 1e-3

/** Triangles of a solid with so many points a side: the surface, the four walls, and a fan below. */
export function solidTriangleCount(columns: number): number {
  const rim = 4 * (columns - 1)
  return 2 * (columns - 1) ** 2 + 2 * rim + rim
}

/**
 * The landscape as a body with a base plate: its heights between floor and ceiling of the view, what is beyond cut off as on the screen, stretched so
 * that the lowest point is at `baseMm` and the highest at `baseMm` + `heightMm`. A flat landscape becomes the plate alone. `landscape`: of any size;
 * read by bilinear interpolation where it has other points than asked for.
 *
 * Throws a sentence for sizes out of `solidRanges` and for heights that are no numbers.
 */
export function landscapeSolid(
  landscape: Pick<Landscape, 'heights' | 'columns' | 'rows'>,
  view: Pick<ViewScale, 'floor' | 'ceiling'>,
  options: SolidOptions,
): Solid {
  checkOptions(options)
  const { widthMm, heightMm, baseMm, columns } = options
  const shares = shownShares(landscape, view, columns)
  const [lowest, highest] = rangeOf(shares)
  const isFlat = highest - lowest < flatShare
  const risePerShare = isFlat ? 0 : heightMm / (highest - lowest)
  const count = columns * columns
  const rim = rimOf(columns)
  const positions = new Float32Array(3 * (count + rim.length + 1))
  const across = (step: number) => (widthMm * step) / (columns - 1)
  for (let k = 0; k < count; k++) {
    positions[3 * k] = across(k % columns)
    positions[3 * k + 1] = across(Math.floor(k / columns))
    positions[3 * k + 2] = baseMm + (shares[k] - lowest) * risePerShare
  }
  rim.forEach((above, k) => {
    positions[3 * (count + k)] = positions[3 * above]
    positions[3 * (count + k) + 1] = positions[3 * above + 1]
  })
  positions.fill(widthMm / 2, 3 * (count + rim.length), 3 * (count + rim.length) + 2)

  const triangles = new Uint32Array(3 * solidTriangleCount(columns))
  const surfaceIndices = writeSurface(triangles, positions, columns)
  writeWallsAndBase(triangles.subarray(surfaceIndices), rim, count)
  const sizeMm = [widthMm, widthMm, baseMm + (isFlat ? 0 : heightMm)] as const
  return { positions, triangles, surfaceTriangles: surfaceIndices / 3, columns, shares, sizeMm }
}

function checkOptions(options: SolidOptions): void {
  for (const name of ['widthMm', 'heightMm', 'baseMm', 'columns'] as const) {
    const { min, max } = solidRanges[name]
    const value = options[name]
    if (!(value >= min && value <= max)) throw new RangeError(`${name} must be from ${min} to ${max}, found ${value}.`)
  }
  if (!Number.isInteger(options.columns)) throw new RangeError(`columns must be whole, found ${options.columns}.`)
}

/** Heights as shares of the view, cut off at its floor and ceiling. */
function shownShares(
  { heights, columns: from, rows }: Pick<Landscape, 'heights' | 'columns' | 'rows'>,
  { floor, ceiling }: Pick<ViewScale, 'floor' | 'ceiling'>,
  columns: number,
): Float32Array {
  const shares = new Float32Array(columns * columns)
  const range = ceiling - floor
  for (let k = 0; k < shares.length; k++) {
    const across = ((k % columns) * (from - 1)) / (columns - 1)
    const along = (Math.floor(k / columns) * (rows - 1)) / (columns - 1)
    const height = bilinear(heights, from, rows, across, along)
    if (!Number.isFinite(height)) throw new RangeError('This landscape has heights that are no numbers.')
    shares[k] = range > 0 ? Math.min(1, Math.max(0, (height - floor) / range)) : 0
  }
  return shares
}

function rangeOf(values: Float32Array): readonly [number, number] {
  let [lowest, highest] = [Infinity, -Infinity]
  for (const value of values) {
    lowest = Math.min(lowest, value)
    highest = Math.max(highest, value)
  }
  return [lowest, highest]
}

/** The vertices along the edge of the surface, counter-clockwise seen from above. */
function rimOf(columns: number): number[] {
  const last = columns - 1
  const side = (at: (step: number) => number) => Array.from({ length: last }, (_, step) => at(step))
  return [
    ...side((step) => step),
    ...side((step) => step * columns + last),
    ...side((step) => last * columns + last - step),
    ...side((step) => (last - step) * columns),
  ]
}

/** Two triangles a cell, along the diagonal whose ends differ less in height: so ridges and valleys stay lines. Returns the count of indices. */
function writeSurface(triangles: Uint32Array, positions: Float32Array, columns: number): number {
  const height = (vertex: number) => positions[3 * vertex + 2]
  let at = 0
  for (let row = 0; row < columns - 1; row++) {
    for (let column = 0; column < columns - 1; column++) {
      const a = row * columns + column
      const [b, c, d] = [a + 1, a + columns + 1, a + columns]
      const isMainDiagonal = Math.abs(height(a) - height(c)) <= Math.abs(height(b) - height(d))
      triangles.set(isMainDiagonal ? [a, b, c, a, c, d] : [a, b, d, b, c, d], at)
      at += 6
    }
  }
  return at
}

/** From the rim down to the underside, and that as a fan around its middle. `surfaceCount`: the vertices before those of the underside. */
function writeWallsAndBase(triangles: Uint32Array, rim: readonly number[], surfaceCount: number): void {
  const middle = surfaceCount + rim.length
  rim.forEach((above, k) => {
    const next = (k + 1) % rim.length
    const [below, nextBelow] = [surfaceCount + k, surfaceCount + next]
    triangles.set([above, below, nextBelow, above, nextBelow, rim[next], below, middle, nextBelow], 9 * k)
  })
}
