import type { Experiment } from '../../../experiment/experiment.ts'
import { createHeadlessRun, type RunProgress } from './headlessRun.ts'
import type { Results } from './results.ts'
import type { HeadlessTools } from './stage.ts'
import type { RunWish } from './wish.ts'

/**
 * Runs a document to its end, without a page and without a clock: the same document gives the same results. `onProgress`: told between pieces of
 * work; false from it stops the run, and the results are null.
 */
export function runExperiment(
  experiment: Experiment,
  wish: RunWish,
  tools: HeadlessTools,
  onProgress: (progress: RunProgress) => boolean = () => true,
): Results | null {
  const run = createHeadlessRun(experiment, wish, tools)
  while (!run.advance()) if (!onProgress(run.progress())) return null
  return run.results()
}
