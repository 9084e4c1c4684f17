import { fitCells } from './fitCells.ts'
import type { CellFit } from './fitCells.ts'
import type { PixelSize } from './raster.ts'

/** A picture so many times as wide as high may be too flat to be drawn on in a panel. */
const flatFrom = 10
/** CSS pixels that such a picture is high at least. It is then wider than its panel, and scrolls. */
const leastFlatHeight = 40

export function isFlat({ columns, rows }: PixelSize): boolean {
  return columns >= flatFrom * rows
}

/**
 * How the picture is fitted into a surface to draw on: as `fitCells` has it, but a flat picture is never lower than a pen can hit.
 * Lengths in CSS pixels; `devicePixels`: device pixels a CSS pixel.
 */
export function fitSurface(
  size: PixelSize,
  box: { readonly width: number; readonly height: number },
  devicePixels: number,
): CellFit {
  const { columns, rows } = size
  const fit = fitCells(columns, rows, box, devicePixels)
  if (!isFlat(size) || fit.height >= leastFlatHeight) return fit
  return fitCells(columns, rows, { width: Infinity, height: leastFlatHeight }, devicePixels)
}

/** Scrolls the surface sideways as little as brings these columns into sight. */
export function bringInSight(surface: Element, left: number, width: number): void {
  const { scrollLeft, clientWidth } = surface
  if (left < scrollLeft) surface.scrollLeft = left
  else if (left + width > scrollLeft + clientWidth) surface.scrollLeft = left + width - clientWidth
}
