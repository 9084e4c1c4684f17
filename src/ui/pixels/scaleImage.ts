import type { Crop } from './crop.ts'
import type { PixelSize } from './raster.ts'

/**
 * Sums of tones over every rectangle that starts in the upper left corner (Crow 1984): the mean over any rectangle is then
 * four look-ups, however large it is, so a crop can be dragged without going through the image again.
 */
export interface ToneSums {
  readonly width: number
  readonly height: number
  /** (width + 1)(height + 1), row by row; the first row and column are 0. */
  readonly sums: Uint32Array
}

/** More pixels than this could overflow the sums (2^32 / 255). */
export const mostSummedPixels = Math.floor(2 ** 32 / 255)

/**
 * Tones of an image on white paper: luma of Rec. 709 of the display values, rounded, 0 to 255.
 * @param rgba four bytes a pixel, row by row, not premultiplied
 */
export function sumTones(rgba: Uint8ClampedArray | Uint8Array, width: number, height: number): ToneSums {
  if (width * height > mostSummedPixels)
    throw new RangeError(`sumTones: ${width} x ${height} pixels are more than ${mostSummedPixels}`)
  const sums = new Uint32Array((width + 1) * (height + 1))
  let at = 0
  for (let row = 0; row < height; row++) {
    let line = 0
    const above = row * (width + 1)
    const below = above + width + 1
    for (let column = 0; column < width; column++, at += 4) {
      // 54, 183 and 19 of 256 are the weights 0.2126, 0.7152 and 0.0722.
      const luma = 54 * (rgba[at] ?? 0) + 183 * (rgba[at + 1] ?? 0) + 19 * (rgba[at + 2] ?? 0)
      const alpha = rgba[at + 3] ?? 0
      line += Math.round(255 + (alpha / 255) * (luma / 256 - 255))
      sums[below + column + 1] = (sums[above + column + 1] ?? 0) + line
    }
  }
  return { width, height, sums }
}

/** The sum left of x and above y, between pixels by interpolation: exact, since a tone is constant on its pixel. */
function sumAt({ width, height, sums }: ToneSums, x: number, y: number): number {
  const column = Math.min(width - 1, Math.floor(x))
  const row = Math.min(height - 1, Math.floor(y))
  const right = x - column
  const down = y - row
  const corner = row * (width + 1) + column
  const upper = (1 - right) * (sums[corner] ?? 0) + right * (sums[corner + 1] ?? 0)
  const below = corner + width + 1
  const lower = (1 - right) * (sums[below] ?? 0) + right * (sums[below + 1] ?? 0)
  return (1 - down) * upper + down * lower
}

/** Mean tone of every cell when the cropped part is divided into columns x rows equal cells. Out: columns·rows, 0 to 255. */
export function averageTonesInto(out: Float32Array, tones: ToneSums, crop: Crop, size: PixelSize): Float32Array {
  const { columns, rows } = size
  const x = (column: number) => Math.min(tones.width, crop.left + (crop.width * column) / columns)
  const y = (row: number) => Math.min(tones.height, crop.top + (crop.height * row) / rows)
  const area = (crop.width / columns) * (crop.height / rows)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [left, right, top, bottom] = [x(column), x(column + 1), y(row), y(row + 1)]
      const sum =
        sumAt(tones, right, bottom) - sumAt(tones, left, bottom) - sumAt(tones, right, top) + sumAt(tones, left, top)
      out[row * columns + column] = Math.min(255, Math.max(0, sum / area))
    }
  }
  return out
}
