import type { FreeArea } from '../orbit.ts'

/** A part of a picture that is drawn at once. */
export interface Tile {
  /** Where its pixels go in the picture. */
  readonly column: number
  readonly row: number
  readonly columns: number
  readonly rows: number
  /** Pixels drawn beyond those on every side. */
  readonly margin: number
  /** What the camera sees, with the margins: a rectangle of the canvas, in CSS pixels. */
  readonly seen: FreeArea
}

/** Pixels along a side of the largest tile, without margins: 16 MB, or 128 MB with four samples each and their depths. */
const tilePixels = 2048
/**
 * CSS pixels drawn around each tile: some cards leave out a mark whose centre they do not see. The largest is the halo of a ball on a large
 * screen, of radius 2.6 x 0.86 x 13.
 */
const marginPixels = 32

/**
 * A rectangle of the canvas as tiles that hold `columns` x `rows` pixels together, at `scale` pixels a CSS pixel. Of one tile there is no
 * border inside the picture, and so no margin.
 */
export function tilesOf(area: FreeArea, scale: number, columns: number, rows: number): Tile[] {
  const tiles: Tile[] = []
  const isOne = columns <= tilePixels && rows <= tilePixels
  const margin = isOne ? 0 : Math.ceil(marginPixels * scale)
  for (let row = 0; row < rows; row += tilePixels) {
    for (let column = 0; column < columns; column += tilePixels) {
      const size = { columns: Math.min(tilePixels, columns - column), rows: Math.min(tilePixels, rows - row) }
      const seen = {
        left: area.left + (column - margin) / scale,
        top: area.top + (row - margin) / scale,
        width: (size.columns + 2 * margin) / scale,
        height: (size.rows + 2 * margin) / scale,
      }
      tiles.push({ column, row, ...size, margin, seen })
    }
  }
  return tiles
}
