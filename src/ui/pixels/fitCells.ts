/** How a grid of cells is fitted into a box. Lengths in CSS pixels. */
export interface CellFit {
  /** Side of a cell. */
  readonly cell: number
  readonly width: number
  readonly height: number
  /** Every cell has the same whole number of device pixels. */
  readonly isExact: boolean
}

/** At least this share of the possible size is kept for the sake of equal cells. */
const leastShareForExact = 0.8

/**
 * The largest grid of square cells in the box. Cells get a whole number of device pixels, so that all look the same,
 * unless that would make the picture much smaller (then some cells are one device pixel wider than others).
 * @param devicePixels device pixels a CSS pixel
 * @param leastShare of the possible size that equal cells may not go below; 0: always equal where a cell has a device pixel
 */
export function fitCells(
  columns: number,
  rows: number,
  box: { readonly width: number; readonly height: number },
  devicePixels: number,
  leastShare = leastShareForExact,
): CellFit {
  // A little slack: 299.999 CSS pixels come from a box of 300 in a zoomed page.
  const possible = Math.max(0, Math.min((box.width + 0.01) / columns, (box.height + 0.01) / rows)) * devicePixels
  const whole = Math.floor(possible)
  const isExact = whole >= 1 && whole >= leastShare * possible
  const cell = (isExact ? whole : possible) / devicePixels
  return { cell, width: cell * columns, height: cell * rows, isExact }
}
