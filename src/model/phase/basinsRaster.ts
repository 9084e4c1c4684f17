import type { BoundaryCurve } from './basinsCurves.ts'
import { cellCentre, firstCell, ON_CURVE, walkCurves, type Crossing } from './basinsWalk.ts'

/** What the boundary curves say of the cells of a square. */
export interface BasinRaster {
  /** Row by row; 0 on a curve. */
  readonly labels: Uint8Array<ArrayBuffer>
  /** Cells that the curves do not decide: their neighbourhoods contradict each other. As a rule there are none. */
  readonly unsure: readonly number[]
  /** Area of the square by label, index 0 for none; null where some stretch of the border is not known. */
  readonly areas: Float64Array | null
}

/**
 * Labels of the centres of `columns` x `columns` cells, and areas, from the curves that bound the basins.
 *
 * Every curve knows the labels on its two sides. In a row of centres, from one crossing to the next, the label is the one after the first and
 * before the second: they must agree, and with the labels along the left and the right border, which are found in the same way. Cells where
 * they do not are `unsure`. Areas by Green's theorem: the area of a label is ∮ x₁dx₂ along the curves and the border.
 *
 * `settle(cell)`: label of a cell by integration, asked where no curve crosses a row. Crossings are found on the curves' own polynomials, to rounding;
 * areas from pieces of at most 1/250 of the extent: about 1e-5 of the square.
 */
export function rasteriseBasins(
  curves: readonly BoundaryCurve[],
  attractorCount: number,
  extent: number,
  columns: number,
  settle: (cell: number) => number,
): BasinRaster {
  const { rows, left, right, areas, touched } = walkCurves(curves, attractorCount, extent, columns)
  for (const line of [...rows, left, right]) putInOrder(line)
  // Where no curve leaves through a border, all of it has the label that any row says first, or last.
  const crossed = rows.find((row) => row.length > 0)
  const only = crossed ? 0 : settle(0)
  const leftOnly = crossed?.[0]?.before ?? only
  const rightOnly = crossed?.at(-1)?.after ?? only
  const labels = new Uint8Array(columns * columns)
  const unsure: number[] = []
  rows.forEach((row, index) => {
    const y = cellCentre(index, columns, extent)
    const last = { place: Infinity, before: labelAt(right, y, rightOnly), after: 0 }
    let label = labelAt(left, y, leftOnly)
    let column = 0
    for (const crossing of [...row, last]) {
      const isSure = crossing.before === label && label > 0
      const end = Math.min(columns, Math.max(column, firstCell(crossing.place, columns, extent)))
      labels.fill(label, index * columns + column, index * columns + end)
      if (!isSure) unsure.push(...cellsBetween(index * columns + column, index * columns + end, touched))
      column = end
      label = crossing.after
    }
  })
  for (const cell of touched) labels[cell] = 0
  const isKnown = addBorder(areas, right, rightOnly, extent) && addBorder(areas, left, leftOnly, extent)
  return { labels, unsure, areas: isKnown && unsure.length === 0 ? areas : null }
}

/** By place; where curves are too close to tell which comes first, so that labels continue. In place. */
function putInOrder(line: Crossing[]): void {
  line.sort((a, b) => a.place - b.place)
  for (let end = line.length - 1; end > 0; end--) {
    for (let k = 0; k < end; k++) {
      const first = line[k]
      const second = line[k + 1]
      const isTold = second.place - first.place > ON_CURVE || first.after === second.before
      if (isTold || second.after !== first.before) continue
      line[k] = second
      line[k + 1] = first
    }
  }
}

function cellsBetween(from: number, to: number, touched: ReadonlySet<number>): number[] {
  return Array.from({ length: to - from }, (_, k) => from + k).filter((cell) => !touched.has(cell))
}

/** Label at a place of a line; `only` where nothing crosses the line. */
function labelAt(line: readonly Crossing[], place: number, only: number): number {
  const next = line.find((crossing) => crossing.place > place)
  return next?.before ?? line.at(-1)?.after ?? only
}

/** Adds the strips between a vertical border and the axis x₁ = 0 to the areas. False where labels along it contradict each other. */
function addBorder(areas: Float64Array, line: readonly Crossing[], only: number, extent: number): boolean {
  let from = -extent
  let label = line[0]?.before ?? only
  let isKnown = label > 0
  for (const { place, before, after } of [...line, { place: extent, before: line.at(-1)?.after ?? only, after: 0 }]) {
    isKnown = isKnown && before === label
    areas[label] += extent * (place - from)
    from = place
    label = after
  }
  return isKnown
}
