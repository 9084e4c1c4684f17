import type { Crop } from './crop.ts'
import { invertInto } from './raster.ts'
import type { PixelSize } from './raster.ts'
import { averageTonesInto } from './scaleImage.ts'
import type { ToneSums } from './scaleImage.ts'
import { diffuseDitherInto, orderedDitherInto, stretchTones, thresholdInto } from './tones.ts'

export type ToneMethod = 'threshold' | 'dots' | 'grain'

/** The cropped part as columns x rows tones, 0 black to 255 white, stretched to the whole range. */
export function cropTones(tones: ToneSums, crop: Crop, size: PixelSize): Float32Array {
  return stretchTones(averageTonesInto(new Float32Array(size.columns * size.rows), tones, crop, size))
}

interface TonePixelsOptions {
  readonly method: ToneMethod
  /** Tones below it are ink; dithered, tones at it are half ink. */
  readonly cut: number
  readonly isInverted: boolean
}

/** Ink (1) and paper (−1). */
export function pixelsOfTones(tones: Float32Array, size: PixelSize, options: TonePixelsOptions): Int8Array {
  const out = new Int8Array(tones.length)
  switch (options.method) {
    case 'threshold':
      thresholdInto(out, tones, options.cut)
      break
    case 'dots':
      orderedDitherInto(out, tones, size, options.cut)
      break
    case 'grain':
      diffuseDitherInto(out, tones, size, options.cut)
      break
    default:
      options.method satisfies never
  }
  return options.isInverted ? invertInto(out, out) : out
}
