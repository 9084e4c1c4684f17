import type { PictureSize } from '../../../../store/pictureLab.ts'

export type PictureSizeName = 'screen' | 'wide' | 'slide' | 'square'

interface NamedSize {
  readonly value: PictureSizeName
  readonly label: string
  /** CSS pixels; null: as on the screen. */
  readonly size: PictureSize | null
}

export const pictureSizes: readonly NamedSize[] = [
  { value: 'screen', label: 'As on the screen', size: null },
  { value: 'wide', label: 'Wide, 1920 × 1080', size: { width: 1920, height: 1080 } },
  { value: 'slide', label: 'Slide, 1280 × 720', size: { width: 1280, height: 720 } },
  { value: 'square', label: 'Square, 1080 × 1080', size: { width: 1080, height: 1080 } },
]

export const pictureScales = ['1', '2', '3', '4'] as const
export type PictureScale = (typeof pictureScales)[number]

export type FilmSizeName = 'small' | 'middle' | 'large' | 'full' | 'square' | 'upright'

interface FilmSize extends PictureSize {
  readonly value: FilmSizeName
  /** Pixels to a CSS pixel: letters are as large in a large film as in a small one, seen from the same distance. */
  readonly scale: number
}

/** All even, as video encoders want them. */
export const filmSizes: readonly FilmSize[] = [
  { value: 'small', width: 640, height: 360, scale: 1 },
  { value: 'middle', width: 960, height: 540, scale: 1 },
  { value: 'large', width: 1280, height: 720, scale: 1.25 },
  { value: 'full', width: 1920, height: 1080, scale: 1.5 },
  { value: 'square', width: 720, height: 720, scale: 1 },
  { value: 'upright', width: 720, height: 1280, scale: 1.25 },
]
