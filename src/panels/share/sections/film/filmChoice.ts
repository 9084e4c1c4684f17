import {
  fewestFps,
  longestSeconds,
  mostFps,
  type FilmFormat,
  type FilmShape,
} from '../../../../exports/video/filmFormat.ts'
import type { FilmPath } from '../../../../store/film/filmPath.ts'
import { filmSizes, type FilmSizeName } from './pictureSizes.ts'

/** What a person chose for a film. */
export interface FilmChoice {
  readonly format: FilmFormat
  readonly size: FilmSizeName
  readonly durationSeconds: number
  readonly fps: number
  readonly start: 'reset' | 'now'
  readonly turn: number
  readonly path: FilmPath
  readonly hasLabels: boolean
}

export const firstChoice: FilmChoice = {
  format: 'webm',
  size: 'large',
  durationSeconds: 6,
  fps: 30,
  start: 'reset',
  turn: 0,
  path: 'none',
  hasLabels: true,
}

/** What the fields may hold. */
export const filmRanges = {
  durationSeconds: { min: 0.1, max: longestSeconds, step: 1 },
  fps: {
    min: fewestFps,
    max: mostFps,
    step: 1,
    refuse: (value: number) => (Number.isInteger(value) ? null : wholeText),
  },
  turn: { min: -1080, max: 1080, step: 15 },
} as const
const wholeText = 'Type a whole number of frames.'

/** The shape that a choice asks for, and the pixels to a CSS pixel. */
export function shapeOf({ format, size, durationSeconds, fps }: FilmChoice): { shape: FilmShape; scale: number } {
  const { width, height, scale } = filmSizes.find(({ value }) => value === size) ?? filmSizes[0]
  return { shape: { format, durationSeconds, fps, width, height }, scale }
}

export const formatNames: Readonly<Record<FilmFormat, string>> = { webm: 'WebM', mp4: 'MP4', gif: 'GIF' }

/** Said where the browser has not all kinds; null where it has. */
export function missingFormats(formats: readonly FilmFormat[]): string | null {
  const missing = (['webm', 'mp4'] as const).filter((format) => !formats.includes(format))
  if (missing.length === 0) return null
  const names = missing.map((format) => formatNames[format]).join(' and ')
  return `This browser cannot make ${names}${missing.length === 2 ? ': here is GIF' : ''}.`
}
