import { startingBalls } from '../../experiment/derive.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import type { ViewScale } from '../../model/viewScale.ts'

/** Half-width over the largest coordinate of a start. Less than the hysteresis of `nextView`: a ball dropped inside moves no axis. */
const extentPerStart = 1.1

/** … but no more than this times what the equilibria need: far starts must not shrink the wells to a dot in the middle. */
const mostForStarts = 1.4

/** The view holds every ball at its start, unless that is far outside. */
export function includeStarts(view: ViewScale, experiment: Pick<Experiment, 'model' | 'input' | 'balls'>): ViewScale {
  let extent = view.extent
  for (const { start } of startingBalls(experiment)) {
    extent = Math.max(extent, extentPerStart * Math.abs(start[0]), extentPerStart * Math.abs(start[1]))
  }
  return { ...view, extent: Math.min(extent, mostForStarts * view.extent) }
}
