import type { Experiment } from '../../../experiment/experiment.ts'
import type { LandscapeEvent } from '../../protocol.ts'
import { createSession } from '../../session/session.ts'
import { analysisWish, createAnalysisStage, type AnalysisOutcome } from './analysisStage.ts'
import { landscapeResults } from './landscapeResults.ts'
import { createRecallStage } from './recallStage.ts'
import type { RecallResults, Remark, Results, RunPart } from './results.ts'
import type { HeadlessTools, Stage } from './stage.ts'
import { createTrajectoryStage, type TrajectoryOutcome } from './trajectoryStage.ts'
import { usualDuration, type RunWish } from './wish.ts'

/** The surface itself is not asked for: as few points as there can be. */
const fewestColumns = 3

/** How far a run is. */
export interface RunProgress {
  readonly part: RunPart
  /** Of the whole run, from 0 to 1. */
  readonly share: number
}

/** A run of a document without a page. */
export interface HeadlessRun {
  /** One piece of at most about 10 ms; true when it was the last. */
  readonly advance: () => boolean
  readonly progress: () => RunProgress
  /** After the last piece. */
  readonly results: () => Results
}

interface Slot {
  readonly part: RunPart
  readonly stage: Stage<unknown>
}

/** Everything wished for of a document, by the very sessions that the lab runs. The same document gives the same results. */
export function createHeadlessRun(experiment: Experiment, wish: RunWish, tools: HeadlessTools): HeadlessRun {
  const { parts, samples } = wish
  const durations = usualDuration(experiment)
  const wants = (part: RunPart) => parts.includes(part)
  const landscape = surveyOf(experiment)
  const balls = wants('trajectories')
    ? createTrajectoryStage(experiment, { duration: wish.duration ?? durations.landscape, samples })
    : null
  const analysed = parts.filter((part) => {
    return part === 'basins' || part === 'diagram' || (part === 'density' && experiment.noise.strength > 0)
  })
  const analysis =
    analysed.length === 0 ? null : createAnalysisStage(analysisWish(experiment, landscape, parts), tools.analysis)
  const race = wants('recall')
    ? createRecallStage(experiment.recall, { duration: wish.duration ?? durations.recall, samples }, tools)
    : null
  const slots: Slot[] = []
  if (balls !== null) slots.push({ part: 'trajectories', stage: balls })
  if (analysis !== null) slots.push({ part: analysed[0], stage: analysis })
  if (race !== null) slots.push({ part: 'recall', stage: race })
  let at = 0

  return {
    advance() {
      if (slots.at(at)?.stage.advance() ?? false) at++
      return at >= slots.length
    },
    progress() {
      const slot = slots.at(at)
      if (slot === undefined) return { part: slots.at(-1)?.part ?? 'landscape', share: 1 }
      return { part: slot.part, share: (at + slot.stage.share()) / slots.length }
    },
    results() {
      const outcome = balls?.result() ?? null
      const remarks = slots.flatMap(({ stage }) => stage.remarks())
      return assemble(
        { landscape, outcome, analysis: analysis?.result() ?? null, recall: race?.result() ?? null },
        [...skipped(experiment, parts), ...remarks],
        wants,
      )
    },
  }
}

interface Outcomes {
  readonly landscape: LandscapeEvent
  readonly outcome: TrajectoryOutcome | null
  readonly analysis: AnalysisOutcome | null
  readonly recall: RecallResults | null
}

function assemble(
  { landscape, outcome, analysis, recall }: Outcomes,
  remarks: readonly Remark[],
  wants: (part: RunPart) => boolean,
): Results {
  return {
    landscape: wants('landscape') ? landscapeResults(landscape, outcome?.energyRose ?? null) : null,
    trajectories: outcome?.trajectories ?? null,
    basins: analysis?.basins ?? null,
    density: analysis?.density ?? null,
    diagram: analysis?.diagram ?? null,
    recall,
    remarks,
  }
}

/** The landscape event of the document as the lab would first ask for it, but for the grid. */
function surveyOf(experiment: Experiment): LandscapeEvent {
  const session = createSession()
  session.handle({ kind: 'load', experiment })
  const [event] = session.handle({
    kind: 'sample',
    request: 1,
    extent: null,
    columns: fewestColumns,
    contourLevels: null,
    buffers: null,
  })
  if (event?.kind === 'landscape') return event
  throw new Error(event?.kind === 'failed' ? event.sentence : 'The landscape could not be computed.')
}

/** Parts that are wished for and that this document has not. */
function skipped({ noise }: Experiment, parts: readonly RunPart[]): Remark[] {
  if (noise.strength > 0 || !parts.includes('density')) return []
  return [{ part: 'density', kind: 'skipped', sentence: 'There is no density: this document has no noise.' }]
}
