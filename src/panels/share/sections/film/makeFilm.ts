import { createFilmEncoder } from '../../../../exports/video/filmEncoder.ts'
import type { FilmShape } from '../../../../exports/video/filmFormat.ts'
import { framePlan, type PlannedFrame } from '../../../../exports/video/framePlan.ts'
import type { CameraSettings, Experiment } from '../../../../experiment/experiment.ts'
import type { Environment } from '../../../../store/environment.ts'
import { createFilmLab } from '../../../../store/film/filmLab.ts'
import { onPath, pathEnds, type FilmPath } from '../../../../store/film/filmPath.ts'
import type { PictureCapture, PictureLab, PictureStudio, PictureWish } from '../../../../store/pictureLab.ts'
import { createBreather, nextTask } from './breather.ts'

/** What is filmed, and how. */
export interface FilmWish {
  readonly shape: FilmShape
  /** Pixels of the film to a CSS pixel: how large its letters and marks are. */
  readonly scale: number
  readonly hasLabels: boolean
  /** Degrees that the camera turns in the whole film. */
  readonly turn: number
  readonly path: FilmPath
}

interface FilmOptions {
  readonly wish: FilmWish
  /** The document that the run begins with. */
  readonly experiment: Experiment
  readonly selectedKey: string | null
  readonly capture: Pick<PictureCapture, 'openStudio'>
  readonly analysis: Environment['analysis']
  readonly signal: AbortSignal
  readonly onProgress: (done: number, total: number) => void
}

/** Where the camera stands in a frame. After whole turns the first frame would follow the last: it is not there twice. */
export function cameraOf(camera: CameraSettings, turn: number, { index, share }: PlannedFrame, count: number) {
  const part = turn % 360 === 0 ? index / count : share
  return { ...camera, azimuth: camera.azimuth + (part * turn * Math.PI) / 180 }
}

/** `count` frames of a plan, evenly spread from the first to the last. */
export function spreadOver(plan: readonly PlannedFrame[], count: number): PlannedFrame[] {
  const last = plan.length - 1
  const places = Array.from({ length: count }, (_, k) => Math.round((k * last) / Math.max(1, count - 1)))
  return [...new Set(places)].flatMap((place) => plan[place] ?? [])
}

/**
 * Makes a film frame by frame, each as soon as the one before is in the file: from a run of its own, so that neither a slow machine nor
 * what happens on the page changes it. Fails with a sentence, or as the signal says when it is aborted; then nothing is left behind.
 */
export async function makeFilm(options: FilmOptions): Promise<Blob> {
  const { wish, experiment, signal, onProgress } = options
  const plan = framePlan({ ...wish.shape, speed: experiment.playback.speed })
  signal.throwIfAborted()
  const encoder = await createFilmEncoder(wish.shape, nextTask)
  const studied = spreadOver(plan, encoder.studied)
  const total = studied.length + plan.length
  let done = 0
  // All to the end: the card keeps what it has compiled for the first one as long as that is there, and the second one needs the same.
  const studios: PictureStudio[] = []
  const openStudio = (picture: PictureLab, studioWish: PictureWish) => {
    const studio = options.capture.openStudio(picture, studioWish)
    studios.push(studio)
    return studio
  }
  const drawAll = (
    frames: readonly PlannedFrame[],
    take: (canvas: HTMLCanvasElement, frame: PlannedFrame) => unknown,
  ) =>
    drawFrames({ ...options, capture: { openStudio } }, frames, plan.length, async (canvas, frame) => {
      await take(canvas, frame)
      done++
      onProgress(done, total)
    })
  try {
    if (studied.length > 0) await drawAll(studied, encoder.study)
    await drawAll(plan, encoder.addFrame)
    return await encoder.finish()
  } catch (error) {
    await encoder.cancel()
    throw error
  } finally {
    for (const studio of studios) studio.dispose()
  }
}

/** One run of the document with some of its frames drawn. Whoever opened its studio lets it go. */
async function drawFrames(
  { wish, experiment, selectedKey, capture, analysis, signal }: FilmOptions,
  frames: readonly PlannedFrame[],
  count: number,
  take: (canvas: HTMLCanvasElement, frame: PlannedFrame) => Promise<void>,
): Promise<void> {
  const { shape, scale, hasLabels, turn } = wish
  const ends = pathEnds(experiment, wish.path)
  const breathe = createBreather()
  const film = createFilmLab({ experiment: onPath(experiment, ends, 0), selectedKey, analysis, signal, breathe })
  const size = { width: shape.width / scale, height: shape.height / scale }
  try {
    const studio = capture.openStudio(film.lab.picture, { size, scale, isTransparent: false, hasLabels })
    for (const frame of frames) {
      if (ends) film.lab.store.getState().edit((document) => onPath(document, ends, frame.share))
      // oxlint-disable no-await-in-loop -- a film is made one frame after the other
      await film.advanceTo(frame.clockSeconds)
      const camera = cameraOf(experiment.view.camera, turn, frame, count)
      const canvas = await studio.draw(camera, 1000 * frame.clockSeconds)
      await nextTask()
      signal.throwIfAborted()
      await take(canvas, frame)
      await nextTask()
      signal.throwIfAborted()
      // oxlint-enable no-await-in-loop
    }
  } finally {
    film.dispose()
  }
}
