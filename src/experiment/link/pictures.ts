import { decodeBytes, encodeBytes } from '../recall/pixelCode.ts'
import { BrokenLink, codeFlag, type Chances, type Coder } from './coder.ts'
import { group, number, type Shape } from './shapes.ts'

const bitsInByte = 8
const bitsInDigit = 6
/** More pixels on a side than any version allows are no picture: it keeps a broken link from asking for gigabytes. */
const largestSide = 256

/** Size of all pictures that come after it. */
export const pictureSize: Shape = (coder, value, usual) => {
  const size = sizeParts(coder, value, usual) as Coder['size']
  if (![size.columns, size.rows].every((side) => Number.isInteger(side) && side >= 1 && side <= largestSide)) {
    throw new BrokenLink()
  }
  coder.size = size
  return size
}
const sizeParts = group({ columns: number, rows: number })

/**
 * A picture of `depth` bits a pixel in the digits of `pixelCode.ts`. How likely a pixel is ink is learned from its neighbours above and to the
 * left, and from the same pixel of the usual picture: a drawing with large areas takes a fraction of its bits, one that was changed in
 * a few places a few bytes, and random pixels a little more than their bits.
 */
export function picture(depth: 1 | 2): Shape {
  return (coder, value, usual) => {
    const count = coder.size.columns * coder.size.rows
    const digitCount = Math.ceil((Math.ceil((depth * count) / bitsInByte) * bitsInByte) / bitsInDigit)
    const byteCount = Math.ceil((digitCount * bitsInDigit) / bitsInByte)
    const code = typeof usual === 'string' && usual.length === digitCount ? usual : null
    if (code !== null && codeFlag(coder, 'usual picture', value === code)) return code
    const bytes = coder.isReading ? new Uint8Array(byteCount) : decodeBytes(value as string, byteCount)
    codePixels(coder, depth, bytes, code === null ? null : decodeBytes(code, byteCount))
    codeSurplus(coder, bytes, depth * count, digitCount * bitsInDigit)
    return encodeBytes(bytes).slice(0, digitCount)
  }
}

/** How many neighbours are looked at, by depth: more chances than these are not learned from so few pixels. */
const neighbourCounts = { 1: 6, 2: 3 } as const

/** Goes through the pixels row by row; a reader writes them into `bytes`. */
function codePixels(coder: Coder, depth: 1 | 2, bytes: Uint8Array, usual: Uint8Array | null): void {
  const { columns, rows } = coder.size
  const values = 1 << depth
  const neighbours = neighbourCounts[depth]
  const around = values ** neighbours
  const chances = coder.chances(`pixels ${depth}`, around * (values + 1) * values)
  const pixels = new Uint8Array(columns * rows)
  const at = (column: number, row: number) =>
    column >= 0 && column < columns && row >= 0 ? pixels[row * columns + column] : 0
  for (let i = 0; i < pixels.length; i++) {
    const row = Math.floor(i / columns)
    const column = i - row * columns
    // Left, above, above right, above left, two to the left, two above.
    let context = at(column - 1, row) * values + at(column, row - 1)
    context = context * values + at(column + 1, row - 1)
    if (neighbours === 6) {
      context = context * values + at(column - 1, row - 1)
      context = context * values + at(column - 2, row)
      context = context * values + at(column, row - 2)
    }
    const before = usual === null ? values : pixelOf(usual, depth, i)
    const pixel = codePixel(coder, chances, (before * around + context) * values, depth, pixelOf(bytes, depth, i))
    pixels[i] = pixel
    if (coder.isReading) bytes[(i * depth) >> 3] |= pixel << (bitsInByte - depth - ((i * depth) & 7))
  }
}

/** One bit, or two of which the second depends on the first. `base` is the first chance of the context, which has as many as a pixel has values. */
function codePixel(coder: Coder, chances: Chances, base: number, depth: 1 | 2, pixel: number): number {
  if (depth === 1) return coder.bit(chances, base, pixel)
  const high = coder.bit(chances, base, pixel >> 1)
  return 2 * high + coder.bit(chances, base + 1 + high, pixel & 1)
}

function pixelOf(bytes: Uint8Array, depth: 1 | 2, i: number): number {
  return (bytes[(i * depth) >> 3] >> (bitsInByte - depth - ((i * depth) & 7))) & ((1 << depth) - 1)
}

/** The bits behind the last pixel: nobody sees them, and they are nearly always 0, but a document may hold others. */
function codeSurplus(coder: Coder, bytes: Uint8Array, from: number, to: number): void {
  const chances = coder.chances('surplus', 1)
  for (let k = from; k < to; k++) {
    const shift = 7 - (k & 7)
    const bit = coder.bit(chances, 0, (bytes[k >> 3] >> shift) & 1)
    if (coder.isReading) bytes[k >> 3] |= bit << shift
  }
}
