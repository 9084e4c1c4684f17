import type { PixelSize } from './raster.ts'

/** From tones (0 black to 255 white) to ink (1) and paper (−1): dark becomes ink. */

export const whiteTone = 255
export const middleTone = whiteTone / 2

/** Share of the pixels that may be darker than black, or lighter than white, after the stretch. */
const clippedShare = 0.01
/** A picture with less contrast than this is left as it is: its differences are noise. */
const leastContrast = 8

/** Stretches the tones, in place, so that the darkest are black and the lightest white. */
export function stretchTones(tones: Float32Array): Float32Array {
  const sorted = tones.toSorted()
  const clipped = Math.floor(clippedShare * (sorted.length - 1))
  const low = sorted[clipped] ?? 0
  const high = sorted[sorted.length - 1 - clipped] ?? whiteTone
  if (high - low < leastContrast) return tones
  for (let i = 0; i < tones.length; i++)
    tones[i] = Math.min(whiteTone, Math.max(0, (whiteTone * ((tones[i] ?? 0) - low)) / (high - low)))
  return tones
}

/**
 * The cut that best parts the tones into two groups: it maximises the variance between the groups (Otsu 1979). Tones below
 * it are ink. In an empty valley of the histogram all cuts are as good, and it is the middle of them; for a single tone it
 * is the middle grey.
 */
export function otsuCut(tones: Float32Array): number {
  const histogram = new Float64Array(whiteTone + 1)
  for (const tone of tones) {
    const bin = Math.min(whiteTone, Math.max(0, Math.round(tone)))
    histogram[bin] = (histogram[bin] ?? 0) + 1
  }
  const total = tones.length
  const sum = histogram.reduce((all, count, bin) => all + count * bin, 0)
  let darkCount = 0
  let darkSum = 0
  let best = 0
  let first = middleTone
  let last = middleTone
  for (let bin = 0; bin < whiteTone; bin++) {
    const count = histogram[bin] ?? 0
    darkCount += count
    darkSum += count * bin
    const lightCount = total - darkCount
    if (darkCount === 0 || lightCount === 0) continue
    const difference = darkSum / darkCount - (sum - darkSum) / lightCount
    const between = darkCount * lightCount * difference ** 2
    if (between > best) {
      best = between
      first = bin + 0.5
      last = first
    } else if (count === 0 && last === bin - 0.5) last = bin + 0.5
  }
  return (first + last) / 2
}

/** Ink wherever the tone is below the cut. */
export function thresholdInto(out: Int8Array, tones: Float32Array, cut: number): Int8Array {
  for (let i = 0; i < tones.length; i++) out[i] = (tones[i] ?? 0) < cut ? 1 : -1
  return out
}

/** Bayer's 8 x 8 matrix of ranks 0 to 63 (Bayer 1973): bits of row and column interleaved. */
const bayerSide = 8
const bayer = Uint8Array.from({ length: bayerSide * bayerSide }, (_, i) => {
  const row = Math.floor(i / bayerSide)
  const mixed = (i % bayerSide) ^ row
  let rank = 0
  for (let bit = 0; bit < 3; bit++)
    rank |= (((mixed >> bit) & 1) << (2 * (2 - bit) + 1)) | (((row >> bit) & 1) << (2 * (2 - bit)))
  return rank
})

/** A regular pattern of dots whose density follows the tone; a tone at the cut becomes half ink. */
export function orderedDitherInto(out: Int8Array, tones: Float32Array, { columns }: PixelSize, cut: number): Int8Array {
  for (let i = 0; i < tones.length; i++) {
    const row = Math.floor(i / columns)
    const rank = bayer[(row % bayerSide) * bayerSide + ((i % columns) % bayerSide)] ?? 0
    const limit = (whiteTone * (rank + 0.5)) / bayer.length
    out[i] = (tones[i] ?? 0) + middleTone - cut < limit ? 1 : -1
  }
  return out
}

/**
 * Every pixel becomes black or white, and its error is handed on to its neighbours: 7/16, 3/16, 5/16, 1/16 (Floyd and
 * Steinberg 1976), with rows in alternating directions, which avoids worms. A tone at the cut becomes half ink.
 */
export function diffuseDitherInto(out: Int8Array, tones: Float32Array, size: PixelSize, cut: number): Int8Array {
  const { columns, rows } = size
  const rest = tones.map((tone) => tone + middleTone - cut)
  const hand = (column: number, row: number, error: number) => {
    if (column < 0 || column >= columns || row >= rows) return
    const at = row * columns + column
    rest[at] = (rest[at] ?? 0) + error
  }
  for (let row = 0; row < rows; row++) {
    const ahead = row % 2 === 0 ? 1 : -1
    for (let step = 0; step < columns; step++) {
      const column = ahead === 1 ? step : columns - 1 - step
      const tone = rest[row * columns + column] ?? 0
      const isInk = tone < middleTone
      out[row * columns + column] = isInk ? 1 : -1
      const error = (tone - (isInk ? 0 : whiteTone)) / 16
      hand(column + ahead, row, 7 * error)
      hand(column - ahead, row + 1, 3 * error)
      hand(column, row + 1, 5 * error)
      hand(column + ahead, row + 1, error)
    }
  }
  return out
}
