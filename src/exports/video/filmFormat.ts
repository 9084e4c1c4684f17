import { frameCount, type FilmTiming } from './framePlan.ts'

export type FilmFormat = 'webm' | 'mp4' | 'gif'

/** What of a film decides its limits and its size. Lengths are pixels. */
export interface FilmShape extends Pick<FilmTiming, 'durationSeconds' | 'fps'> {
  readonly format: FilmFormat
  readonly width: number
  readonly height: number
}

export const longestSeconds = 60
export const fewestFps = 10
export const mostFps = 60
/** Viewers show a frame of a GIF for two hundredths of a second at least; what says less is shown for ten. */
const mostGifFps = 50
/** A GIF keeps every pixel that changes: larger ones are larger than anyone can load. */
const mostGifPixels = 1280 * 720
const mostPixels = 1920 * 1080
/** A GIF is kept in memory and loaded as a whole. Pixels of all frames. */
const mostGifPixelsInAll = 600 * mostGifPixels

/** Why such a film is not made, in a sentence with the limit; null where it is. */
export function filmRefusal(shape: FilmShape): string | null {
  const { format, durationSeconds, fps, width, height } = shape
  if (!(durationSeconds > 0) || durationSeconds > longestSeconds) {
    return `A film can have at most ${longestSeconds} seconds.`
  }
  if (!(fps >= fewestFps) || fps > mostFps) return `A film can have ${fewestFps} to ${mostFps} frames a second.`
  if (width * height > mostPixels) return `A film can have at most 1920 × 1080 pixels; these are ${width} × ${height}.`
  if (format !== 'gif') return null
  if (fps > mostGifFps) return `A GIF shows at most ${mostGifFps} frames a second. Choose fewer, or WebM or MP4.`
  if (width * height > mostGifPixels) {
    return `A GIF can have at most 1280 × 720 pixels; these are ${width} × ${height}. Choose a smaller size, or WebM or MP4.`
  }
  if (width * height * frameCount(shape) > mostGifPixelsInAll) {
    return 'A GIF of that size can have at most 600 frames at 1280 × 720. Choose fewer or smaller ones, or WebM or MP4.'
  }
  return null
}

/** Bits of a pixel in a video: plenty for smooth colours with fine lines, which move slowly. */
const bitsPerPixel = 0.12
/** A film of ten frames a second changes more from frame to frame, so the rate grows more slowly than their number. */
const rateExponent = 0.6
const fpsOfRate = 30

/** Bits a second that a video encoder aims at. */
export function videoBitrate({ width, height, fps }: Pick<FilmShape, 'width' | 'height' | 'fps'>): number {
  return Math.round(width * height * fpsOfRate * bitsPerPixel * (fps / fpsOfRate) ** rateExponent)
}

/** Bytes of a pixel of a GIF, from films of this landscape: standing, and turning. */
const gifBytesPerPixel = { still: 0.05, turning: 0.22 }

/** About how many bytes the film will have. A video that moves little has less. */
export function estimatedBytes(shape: FilmShape, isTurning: boolean): number {
  if (shape.format !== 'gif') return (videoBitrate(shape) * shape.durationSeconds) / 8
  return frameCount(shape) * shape.width * shape.height * gifBytesPerPixel[isTurning ? 'turning' : 'still']
}
