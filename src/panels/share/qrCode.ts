import { encode } from 'uqr'

/** With more modules than version 25 has (117 a side), phones no longer read the code from a screen. */
const largestVersion = 25
/** The white frame that readers need, in modules. */
const quietZone = 4

/** A QR code as a picture of squares. */
export interface QrCode {
  /** Squares on a side, with the white frame. */
  readonly side: number
  /** The dark squares, as the path of an SVG with one unit a square: a rectangle for each run in a row. */
  readonly path: string
}

/** The QR code of a text; null when it is too long for one. */
export function qrCode(text: string): QrCode | null {
  try {
    const { data, size } = encode(text, { ecc: 'L', boostEcc: true, maxVersion: largestVersion, border: quietZone })
    return { side: size, path: data.map(rowPath).join('') }
  } catch {
    return null
  }
}

function rowPath(row: readonly boolean[], y: number): string {
  let path = ''
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue
    const start = x
    while (row[x + 1]) x += 1
    path += `M${start} ${y}h${x + 1 - start}v1H${start}z`
  }
  return path
}
