import { pictureInto } from '../../experiment/recall/inputPicture.ts'
import type { RecallInput, RecallSettings } from '../../experiment/recall/recallSettings.ts'
import type { PixelCoding } from '../../ui/pixels/pixelColours.ts'

/** A picture of an input, for `PixelPicture`. */
export interface InputPicture {
  readonly pixels: Uint8Array | Int8Array
  readonly coding: PixelCoding
  /** Share of the pixels of which the network is told nothing. */
  readonly unknownShare: number
}

const largestByte = 255

/**
 * The picture that an input shows. Where all pixels are ink, paper or unknown it is drawn as such, so that unknown is not mistaken
 * for grey; else from −1 (paper) to 1 (ink), and stronger values like these.
 */
export function inputPicture(bank: Pick<RecallSettings, 'memories' | 'size'>, input: RecallInput): InputPicture {
  const values = pictureInto(new Float32Array(bank.size.columns * bank.size.rows), bank, input)
  let unknown = 0
  let isPlain = true
  for (const value of values) {
    if (value === 0) unknown++
    else if (value !== 1 && value !== -1) isPlain = false
  }
  const unknownShare = unknown / values.length
  if (isPlain) return { pixels: Int8Array.from(values), coding: 'sign', unknownShare }
  const pixels = Uint8Array.from(values, (value) =>
    Math.min(largestByte, Math.max(0, Math.round((largestByte / 2) * (1 + value)))),
  )
  return { pixels, coding: 'byte', unknownShare }
}

/** The byte of a pixel that is unknown: `round(127.5 (1 + 0))`. */
const unknownByte = 128

/** Whether a picture in the bytes of the engine is of ink, paper and unknown pixels only. */
export function isPlainInput(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte !== 0 && byte !== unknownByte && byte !== largestByte) return false
  return true
}

/** Bytes of the engine as ink (1), paper (−1) and unknown (0). `out` and `bytes` of the same length. */
export function signsInto(out: Int8Array, bytes: Uint8Array): Int8Array {
  for (let i = 0; i < out.length; i++) out[i] = Math.sign(bytes[i] - unknownByte)
  return out
}
