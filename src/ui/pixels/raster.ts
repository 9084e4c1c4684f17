import type { BrushCell } from './brush.ts'

/** Drawing on pictures: one signed byte a pixel (−1, 0 or 1), row by row. Nothing here allocates but `fillInto`. */

export interface PixelSize {
  readonly columns: number
  readonly rows: number
}

export interface Cell {
  readonly column: number
  readonly row: number
}

/** Paints a brush whose upper left corner is at `at`; what sticks out of the picture is cut off. */
function stampInto(
  out: Int8Array,
  { columns, rows }: PixelSize,
  at: Cell,
  brush: readonly BrushCell[],
  value: number,
): Int8Array {
  for (const [right, down] of brush) {
    const column = at.column + right
    const row = at.row + down
    if (column >= 0 && column < columns && row >= 0 && row < rows) out[row * columns + column] = value
  }
  return out
}

export interface BrushStroke {
  readonly from: Cell
  readonly to: Cell
  readonly brush: readonly BrushCell[]
  readonly value: number
}

/** Stamps along a straight line, both ends included, without gaps (Bresenham 1965). Ends may lie outside. */
export function strokeInto(out: Int8Array, size: PixelSize, { from, to, brush, value }: BrushStroke): Int8Array {
  const width = Math.abs(to.column - from.column)
  const height = Math.abs(to.row - from.row)
  const right = Math.sign(to.column - from.column)
  const down = Math.sign(to.row - from.row)
  let { column, row } = from
  let error = width - height
  for (let left = Math.max(width, height); left >= 0; left--) {
    stampInto(out, size, { column, row }, brush, value)
    const doubled = 2 * error
    if (doubled > -height) {
      error -= height
      column += right
    }
    if (doubled < width) {
      error += width
      row += down
    }
  }
  return out
}

/** Gives the area of equal pixels around `at`, joined by sides (not corners), another value. */
export function fillInto(out: Int8Array, { columns, rows }: PixelSize, at: Cell, value: number): Int8Array {
  if (at.column < 0 || at.column >= columns || at.row < 0 || at.row >= rows) return out
  const first = at.row * columns + at.column
  const old = out[first]
  if (old === value) return out
  // A pixel is painted when it is found, so none is found twice and the stack holds each at most once.
  const stack = new Int32Array(columns * rows)
  let length = 0
  const find = (pixel: number) => {
    if (out[pixel] !== old) return
    out[pixel] = value
    stack[length++] = pixel
  }
  find(first)
  while (length > 0) {
    const pixel = stack[--length] ?? 0
    const column = pixel % columns
    if (column > 0) find(pixel - 1)
    if (column < columns - 1) find(pixel + 1)
    if (pixel >= columns) find(pixel - columns)
    if (pixel < columns * (rows - 1)) find(pixel + columns)
  }
  return out
}

/** Ink becomes paper and paper ink; unknown stays unknown. `out` may be `pixels`. */
export function invertInto(out: Int8Array, pixels: Int8Array): Int8Array {
  for (let i = 0; i < pixels.length; i++) out[i] = 0 - (pixels[i] ?? 0)
  return out
}

const wrap = (value: number, length: number) => ((value % length) + length) % length

/** Moves the picture by whole pixels; what leaves on one side comes in on the other. `out` must not be `pixels`. */
export function shiftInto(
  out: Int8Array,
  pixels: Int8Array,
  { columns, rows }: PixelSize,
  by: { readonly right: number; readonly down: number },
): Int8Array {
  const cut = columns - wrap(by.right, columns)
  for (let row = 0; row < rows; row++) {
    const from = row * columns
    const to = wrap(row + by.down, rows) * columns
    out.set(pixels.subarray(from + cut, from + columns), to)
    out.set(pixels.subarray(from, from + cut), to + columns - cut)
  }
  return out
}

/** Left and right change places, or top and bottom. `out` must not be `pixels`. */
export function mirrorInto(
  out: Int8Array,
  pixels: Int8Array,
  { columns, rows }: PixelSize,
  swaps: 'left-right' | 'top-bottom',
): Int8Array {
  for (let row = 0; row < rows; row++) {
    const to = swaps === 'top-bottom' ? (rows - 1 - row) * columns : row * columns
    out.set(pixels.subarray(row * columns, (row + 1) * columns), to)
    if (swaps === 'left-right') out.subarray(to, to + columns).reverse()
  }
  return out
}
