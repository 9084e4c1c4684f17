import type { HeadlessRun } from './headlessRun.ts'
import { createHeadlessRun } from './headlessRun.ts'
import type { HeadlessCommand, HeadlessEvent } from './protocol.ts'
import type { HeadlessTools } from './stage.ts'

/** A run that is given time in slices. */
export interface PacedRun {
  /** Works until the clock says `untilMs`, one piece at least, and tells how it went: progress, or how it ended. */
  readonly workUntil: (untilMs: number) => HeadlessEvent
}

/** `now`: milliseconds. */
export function createPacedRun(
  { experiment, wish }: HeadlessCommand,
  tools: HeadlessTools,
  now: () => number,
): PacedRun {
  let run: HeadlessRun | null = null
  return {
    workUntil(untilMs) {
      try {
        run ??= createHeadlessRun(experiment, wish, tools)
        do {
          if (run.advance()) return { kind: 'results', results: run.results() }
        } while (now() < untilMs)
        return { kind: 'progress', progress: run.progress() }
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        return { kind: 'failed', sentence: `The run could not go on: ${reason}` }
      }
    },
  }
}
