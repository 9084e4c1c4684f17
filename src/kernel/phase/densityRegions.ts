import { DIRECTIONS } from '../../model/phase/fokkerPlanck.ts'

/** Regions of so many cells or fewer are eliminated at once: below, bookkeeping costs more than it saves. */
const LEAF_CELLS = 12

/** Columns `left` to `right`, rows `low` to `high`, the last ones not in it. */
export interface Region {
  readonly left: number
  readonly right: number
  readonly low: number
  readonly high: number
}

/** A straight run of cells with ascending numbers. Cells of a square are numbered row by row. */
export type Line = readonly number[]

function rowLine(row: number, left: number, right: number, columns: number): Line {
  return Array.from({ length: right - left }, (_, k) => row * columns + left + k)
}

function columnLine(column: number, low: number, high: number, columns: number): Line {
  return Array.from({ length: high - low }, (_, k) => (low + k) * columns + column)
}

/** The cells around a region of a square, side by side. */
export function rimOf({ left, right, low, high }: Region, columns: number): Line[] {
  return [
    low > 0 ? rowLine(low - 1, left, right, columns) : [],
    high < columns ? rowLine(high, left, right, columns) : [],
    left > 0 ? columnLine(left - 1, low, high, columns) : [],
    right < columns ? columnLine(right, low, high, columns) : [],
  ]
}

/** A region's own last cells, which are eliminated after the two regions that they part; a small one has none. */
export function splitRegion(region: Region, columns: number): { readonly pivots: Line; readonly parts: Region[] } {
  const { left, right, low, high } = region
  const width = right - left
  const height = high - low
  if (width * height <= LEAF_CELLS || width < 3 || height < 3) {
    const rows = Array.from({ length: height }, (_, k) => rowLine(low + k, left, right, columns))
    return { pivots: rows.flat(), parts: [] }
  }
  if (width >= height) {
    const column = left + (width >> 1)
    const parts = [
      { ...region, right: column },
      { ...region, left: column + 1 },
    ]
    return { pivots: columnLine(column, low, high, columns), parts }
  }
  const row = low + (height >> 1)
  const parts = [
    { ...region, high: row },
    { ...region, low: row + 1 },
  ]
  return { pivots: rowLine(row, left, right, columns), parts }
}

/** The cell in a direction, in the order of `DIRECTIONS`; −1 beyond the border. */
export function neighbourOf(cell: number, direction: number, columns: number): number {
  const column = cell % columns
  if (direction === 0) return column + 1 < columns ? cell + 1 : -1
  if (direction === 1) return column > 0 ? cell - 1 : -1
  if (direction === 2) return cell + columns < columns * columns ? cell + columns : -1
  return cell >= columns ? cell - columns : -1
}

/** Calls back with each cell that a cell has beside it. */
export function visitNeighbours(
  cell: number,
  columns: number,
  visit: (neighbour: number, direction: number) => void,
): void {
  for (let direction = 0; direction < DIRECTIONS; direction++) {
    const neighbour = neighbourOf(cell, direction, columns)
    if (neighbour >= 0) visit(neighbour, direction)
  }
}
