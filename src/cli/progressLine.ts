import type { RunProgress } from '../engine/headless/run/headlessRun.ts'
import type { RunPart } from '../engine/headless/run/results.ts'
import type { Output } from './streams.ts'

/** Back to the start of the line, and clear it. */
const rewrite = '\r\u001B[K'
/** Between two rewrites. Milliseconds. */
const restMs = 80

const words: Readonly<Record<RunPart, string>> = {
  landscape: 'Finding the equilibria',
  trajectories: 'Running the balls',
  basins: 'Computing the basins',
  density: 'Solving for the density',
  diagram: 'Tracing the diagram',
  recall: 'Running the race',
}

/** Says how far a run is: on a terminal in one line that is written again and again, elsewhere in one line a part. */
export function createProgressLine(output: Output, now: () => number) {
  const isTTY = output.isTTY === true
  let part: RunPart | null = null
  let shownMs = -Infinity
  return {
    show(progress: RunProgress) {
      const isNew = progress.part !== part
      part = progress.part
      if (!isTTY) {
        if (isNew) output.write(`${words[part]}\n`)
        return
      }
      if (!isNew && now() - shownMs < restMs) return
      shownMs = now()
      output.write(`${rewrite}${words[part]} … ${Math.floor(100 * progress.share)} %`)
    },
    /** The line is gone; what is said next begins at its start. */
    clear() {
      if (isTTY && part !== null) output.write(rewrite)
    },
  }
}
