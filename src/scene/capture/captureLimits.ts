import type { PictureSize } from '../../store/pictureLab.ts'

/** Pixels along a side: what every browser's canvas can hold. */
const longestSidePixels = 8192
/** Pixels in all: 160 MB while they are being drawn. */
const mostPixels = 40_000_000

const grouped = (count: number) => Math.round(count).toLocaleString('en-GB')

/** Why a picture of so many pixels is not drawn, in a sentence; null where it is. */
export function sizeRefusal({ width, height }: PictureSize): string | null {
  if (Math.max(width, height) <= longestSidePixels && width * height <= mostPixels) return null
  return (
    `That would be ${grouped(width)} × ${grouped(height)} pixels. The limit is ${grouped(longestSidePixels)} on a side and ` +
    `${mostPixels / 1e6} million in all: choose a smaller size or scale.`
  )
}
