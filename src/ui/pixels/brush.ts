/** A cell of a brush, counted from the upper left corner of its square: right, down. */
export type BrushCell = readonly [right: number, down: number]

export const smallestBrush = 1
export const largestBrush = 9

/** A pixel belongs to a round brush when its centre is this far inside the circle, in pixels: 3 is a plus, 4 has no corners. */
const roundness = 0.1

/** The pixels of a round brush of a whole width: 1, then 2 x 2, then discs. */
export function roundBrush(width: number): readonly BrushCell[] {
  const middle = (width - 1) / 2
  const radius = Math.max(0.5, width / 2 - roundness)
  const cells: BrushCell[] = []
  for (let down = 0; down < width; down++)
    for (let right = 0; right < width; right++)
      if (Math.hypot(right - middle, down - middle) <= radius) cells.push([right, down])
  return cells
}

/** Where the upper left corner of the brush goes for a point in units of cells: the middle of the brush is under the point. */
export function brushCorner(x: number, y: number, width: number): { readonly column: number; readonly row: number } {
  return { column: Math.floor(x - (width - 1) / 2), row: Math.floor(y - (width - 1) / 2) }
}

/** The outline of a brush as an SVG path in units of cells: the sides that no two of its cells share. */
export function brushOutline(brush: readonly BrushCell[]): string {
  const has = new Set(brush.map(([right, down]) => `${right} ${down}`))
  const sides: string[] = []
  for (const [x, y] of brush) {
    if (!has.has(`${x} ${y - 1}`)) sides.push(`M${x} ${y}h1`)
    if (!has.has(`${x} ${y + 1}`)) sides.push(`M${x} ${y + 1}h1`)
    if (!has.has(`${x - 1} ${y}`)) sides.push(`M${x} ${y}v1`)
    if (!has.has(`${x + 1} ${y}`)) sides.push(`M${x + 1} ${y}v1`)
  }
  return sides.join('')
}

/** A brush wider than half the picture is of no use. */
export function largestBrushFor(size: { readonly columns: number; readonly rows: number }): number {
  return Math.max(smallestBrush, Math.min(largestBrush, Math.floor(Math.min(size.columns, size.rows) / 2)))
}
