import type { FilmFormat, FilmShape } from './filmFormat.ts'
import type { PlannedFrame } from './framePlan.ts'

/** Takes the frames of one film and makes a file of them. */
export interface FilmEncoder {
  /** Frames, evenly spread over the film, that it has to see before the first one: 0 for none. */
  readonly studied: number
  readonly study: (canvas: HTMLCanvasElement) => void
  /** Fulfilled when it is ready for the next one. In the order of the plan. */
  readonly addFrame: (canvas: HTMLCanvasElement, frame: PlannedFrame) => Promise<void>
  readonly finish: () => Promise<Blob>
  /** Lets go of everything: there will be no file. */
  readonly cancel: () => Promise<void>
}

/**
 * The encoder of a kind of film. Its package is fetched here. `breathe`: called between long steps, so that the page can answer. Fails with a
 * sentence where the browser has no such encoder.
 */
export async function createFilmEncoder(shape: FilmShape, breathe: () => Promise<void>): Promise<FilmEncoder> {
  if (shape.format === 'gif') return (await import('./gifEncoder.ts')).createGifEncoder(shape, breathe)
  return (await import('./videoEncoder.ts')).createVideoEncoder({ ...shape, format: shape.format })
}

/** What to ask a browser for: a profile and level with which 1920 x 1080 at 60 frames a second is allowed. */
const codecs = { webm: 'vp09.00.41.08', mp4: 'avc1.64002a' } as const

/** Kinds of films that this browser can make, at an even size. */
export async function supportedFormats({ width, height }: Pick<FilmShape, 'width' | 'height'>): Promise<FilmFormat[]> {
  const formats = ['webm', 'mp4'] as const
  const answers = await Promise.all(formats.map((format) => isSupported({ codec: codecs[format], width, height })))
  return [...formats.filter((_, index) => answers[index]), 'gif']
}

async function isSupported(config: VideoEncoderConfig): Promise<boolean> {
  if (typeof VideoEncoder !== 'function') return false
  try {
    return (await VideoEncoder.isConfigSupported(config)).supported === true
  } catch {
    return false
  }
}
