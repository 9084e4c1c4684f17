/** Columns and rows of a picture. */
interface GridSize {
  readonly columns: number
  readonly rows: number
}

/** With three levels a pixel is unknown where the average is nearer to 0 than to ±1: a third of the way to either. No unit. */
const UNKNOWN_BELOW = 1 / 3
/** Averages this near to a border are on it: rounding of the shares. No unit. */
const TIE = 1e-9

/**
 * A picture at another size: each new pixel is the average of the area that it covers, then ink (+1) from 0 on, else paper (-1).
 *
 * `pixels`: -1 and +1, and 0 with `levels` 3: then averages within a third of 0 become 0 (unknown). Row by row from the top. A copy where the
 * sizes are equal. Areas are weighted exactly, also where pixels are cut; enlarging by a whole number repeats pixels. A tie is ink.
 */
export function resamplePixels(
  pixels: Int8Array,
  from: GridSize,
  to: GridSize,
  levels: 2 | 3 = 2,
): Int8Array<ArrayBuffer> {
  if (from.columns === to.columns && from.rows === to.rows) return Int8Array.from(pixels)
  const out = new Int8Array(to.columns * to.rows)
  const across = spans(from.columns, to.columns)
  const down = spans(from.rows, to.rows)
  const low = levels === 3 ? UNKNOWN_BELOW - TIE : -TIE
  for (let row = 0; row < to.rows; row++) {
    for (let column = 0; column < to.columns; column++) {
      let sum = 0
      for (const { at: y, share: height } of down[row]) {
        for (const { at: x, share: width } of across[column]) sum += pixels[y * from.columns + x] * width * height
      }
      out[row * to.columns + column] = sum >= low ? 1 : sum <= -Math.abs(low) ? -1 : 0
    }
  }
  return out
}

/** For every new cell along one side: which old cells it covers, and the share of it that each takes (together 1). */
function spans(from: number, to: number): { readonly at: number; readonly share: number }[][] {
  return Array.from({ length: to }, (_, k) => {
    const low = (k * from) / to
    const high = ((k + 1) * from) / to
    const cells: { at: number; share: number }[] = []
    for (let at = Math.floor(low); at < Math.min(Math.ceil(high), from); at++) {
      const share = ((Math.min(high, at + 1) - Math.max(low, at)) * to) / from
      if (share > 0) cells.push({ at, share })
    }
    return cells
  })
}
