/** One frame of a film. */
export interface PlannedFrame {
  readonly index: number
  /** When it is shown, from the beginning of the film. */
  readonly clockSeconds: number
  /** How long it is shown. */
  readonly lengthSeconds: number
  /** Model time that has passed since the beginning: of the run, as long as it has not come to rest. */
  readonly modelTime: number
  /** Of the film: 0 for the first frame and 1 for the last. What has an end, such as a path, is there in the last frame. */
  readonly share: number
}

export interface FilmTiming {
  readonly durationSeconds: number
  /** Frames a second. */
  readonly fps: number
  /** Model time a second. */
  readonly speed: number
}

/** round(duration · fps), and at least one. */
export function frameCount({ durationSeconds, fps }: Pick<FilmTiming, 'durationSeconds' | 'fps'>): number {
  return Math.max(1, Math.round(durationSeconds * fps))
}

/** Every frame of a film: frame k is shown at t = k / fps, with the run at model time speed · t. No clock: nothing can be dropped. */
export function framePlan(timing: FilmTiming): PlannedFrame[] {
  const { fps, speed } = timing
  const count = frameCount(timing)
  return Array.from({ length: count }, (_, index) => ({
    index,
    clockSeconds: index / fps,
    lengthSeconds: 1 / fps,
    modelTime: (speed * index) / fps,
    share: count === 1 ? 0 : index / (count - 1),
  }))
}
