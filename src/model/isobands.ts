import type { Landscape } from './landscape.ts'

/** Where one level of a landscape runs, in state coordinates: x₁ and x₂ of each point in turn. */
export interface LevelCurves {
  readonly level: number
  /** Closed rings around all that is at least as high, along the rim of the square where that is; what they enclose is to the left. */
  readonly rings: readonly Float64Array[]
  /** The same without the rim: the contour lines, each in one piece. A closed one ends where it begins. */
  readonly lines: readonly Float64Array[]
}

type Grid = Pick<Landscape, 'heights' | 'columns' | 'rows' | 'extent'>

/** A point where a level crosses an edge of the grid. */
interface Crossing {
  readonly x1: number
  readonly x2: number
  /** On an edge that leads out of the square. */
  readonly isRim: boolean
}

/** The edges of a cell: bottom, right, top, left. */
type Side = 0 | 1 | 2 | 3

/** By the corners at least as high (1: lower left, 2: lower right, 4: upper right, 8: upper left): from which side to which, the higher ground to the left. */
const steps: readonly (readonly (readonly [Side, Side])[])[] = [
  [],
  [[0, 3]],
  [[1, 0]],
  [[1, 3]],
  [[2, 1]],
  [],
  [[2, 0]],
  [[2, 3]],
  [[3, 2]],
  [[0, 2]],
  [],
  [[1, 2]],
  [[3, 1]],
  [[0, 1]],
  [[3, 0]],
  [],
]
/** The two ways through a saddle, by whether the middle is as high. */
const saddles: Readonly<Record<number, readonly [below: (typeof steps)[number], above: (typeof steps)[number]]>> = {
  5: [
    [
      [0, 3],
      [2, 1],
    ],
    [
      [0, 1],
      [2, 3],
    ],
  ],
  10: [
    [
      [1, 0],
      [3, 2],
    ],
    [
      [3, 0],
      [1, 2],
    ],
  ],
}

/**
 * The regions {E ≥ level} of a landscape as polygons, and their edges as lines, by marching squares with linear interpolation along the edges of the
 * grid. To fill isobands, fill the rings of ascending levels one over the other (even-odd or non-zero: rings do not cross).
 *
 * Around the grid lies a margin lower than everything, whose crossings are put on the rim. In cells with two opposite corners as high the mean
 * of the four decides, as in `contourSegments`: both give the same lines. Error O(cell²).
 */
export function levelCurves(grid: Grid, level: number): LevelCurves {
  const following = stepsOf(grid, level)
  const rings: Float64Array[] = []
  const lines: Float64Array[] = []
  while (following.size > 0) {
    const [first] = following.keys()
    if (first === undefined) break
    const ring: Crossing[] = []
    for (let edge: number | undefined = first; edge !== undefined;) {
      ring.push(crossingOf(grid, level, edge))
      const next: number | undefined = following.get(edge)
      following.delete(edge)
      edge = next !== undefined && following.has(next) ? next : undefined
    }
    rings.push(pairs(ring))
    lines.push(...innerLines(ring).map(pairs))
  }
  return { level, rings, lines }
}

/** Which edge follows on which. Edges are numbered: two a node, the one to the right and the one upwards, with a margin of one node. */
function stepsOf(grid: Grid, level: number): Map<number, number> {
  const { heights, columns, rows } = grid
  const following = new Map<number, number>()
  const stride = columns + 2
  for (let row = -1; row < rows; row += 1) {
    for (let column = -1; column < columns; column += 1) {
      const corners = cornersOf(grid, level, column, row)
      if (corners === 0 || corners === 15) continue
      const node = (row + 1) * stride + column + 1
      const edges = [2 * node, 2 * (node + 1) + 1, 2 * (node + stride), 2 * node + 1]
      const saddle = saddles[corners]
      const at = row * columns + column
      const isMiddleAbove = () =>
        (heights[at] + heights[at + 1] + heights[at + columns] + heights[at + columns + 1]) / 4 >= level
      const taken = saddle ? saddle[isInside(grid, column, row) && isMiddleAbove() ? 1 : 0] : steps[corners]
      for (const [from, to] of taken) following.set(edges[from], edges[to])
    }
  }
  return following
}

/** All four corners of a cell are nodes of the grid. */
function isInside({ columns, rows }: Grid, column: number, row: number): boolean {
  return column >= 0 && row >= 0 && column < columns - 1 && row < rows - 1
}

function heightOf({ heights, columns, rows }: Grid, column: number, row: number): number {
  return column < 0 || row < 0 || column >= columns || row >= rows ? -Infinity : heights[row * columns + column]
}

function cornersOf(grid: Grid, level: number, column: number, row: number): number {
  return (
    (heightOf(grid, column, row) >= level ? 1 : 0) |
    (heightOf(grid, column + 1, row) >= level ? 2 : 0) |
    (heightOf(grid, column + 1, row + 1) >= level ? 4 : 0) |
    (heightOf(grid, column, row + 1) >= level ? 8 : 0)
  )
}

function crossingOf(grid: Grid, level: number, edge: number): Crossing {
  const { columns, rows, extent } = grid
  const node = edge >> 1
  const [row, column] = [Math.floor(node / (columns + 2)) - 1, (node % (columns + 2)) - 1]
  const [toRow, toColumn] = edge & 1 ? [row + 1, column] : [row, column + 1]
  const from = heightOf(grid, column, row)
  const to = heightOf(grid, toColumn, toRow)
  const isRim = from === -Infinity || to === -Infinity
  const share = from === -Infinity ? 1 : to === -Infinity ? 0 : (level - from) / (to - from)
  return {
    x1: -extent + (2 * extent * (column + share * (toColumn - column))) / (columns - 1),
    x2: -extent + (2 * extent * (row + share * (toRow - row))) / (rows - 1),
    isRim,
  }
}

/** The stretches of a ring off the rim. */
function innerLines(ring: readonly Crossing[]): Crossing[][] {
  const rimAt = ring.findIndex(({ isRim }) => isRim)
  if (rimAt < 0) return [[...ring, ring[0]]]
  const lines: Crossing[][] = []
  let line: Crossing[] = []
  for (let k = 1; k <= ring.length; k += 1) {
    const point = ring[(rimAt + k) % ring.length]
    if (!point.isRim) line.push(point)
    else if (line.length > 0) {
      if (line.length > 1) lines.push(line)
      line = []
    }
  }
  return lines
}

function pairs(points: readonly Crossing[]): Float64Array {
  return Float64Array.from(points.flatMap(({ x1, x2 }) => [x1, x2]))
}
