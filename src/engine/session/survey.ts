import { contourSegments } from '../../model/contours.ts'
import { findEquilibria } from '../../model/equilibria.ts'
import { nameEquilibria, type NamedEquilibrium } from '../../model/equilibriumNames.ts'
import { makeLandscape, sampleLandscapeInto } from '../../model/landscape.ts'
import type { TwoNeuronSystem } from '../../model/twoNeurons.ts'
import { neededView, type ViewScale } from '../../model/viewScale.ts'
import { startingBalls, systemOf } from '../../experiment/derive.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import type { LandscapeEvent, SampleCommand } from '../protocol.ts'

/** Answers `sample`: the landscape and what stands in it. */
export interface Survey {
  readonly answer: (experiment: Experiment, command: SampleCommand) => LandscapeEvent
}

/** A survey keeps the equilibria of the last network, because a view that zooms asks for one landscape after another of the same. */
export function createSurvey(): Survey {
  let known: {
    readonly key: string
    readonly system: TwoNeuronSystem
    readonly equilibria: NamedEquilibrium[]
  } | null = null

  function study(experiment: Experiment) {
    const system = systemOf(experiment)
    const key = [...system.saliency, system.gain, ...system.current].join()
    if (known?.key !== key) known = { key, system, equilibria: nameEquilibria(findEquilibria(system), system) }
    return known
  }

  return {
    answer(experiment, { request, extent, columns, contourLevels, buffers }) {
      const { system, equilibria } = study(experiment)
      const fits = buffers?.heights.length === columns * columns
      const target = fits
        ? makeLandscape(columns, columns, buffers.heights, buffers.gradients)
        : makeLandscape(columns, columns)
      const needed = includeStarts(neededView(system, equilibria), experiment)
      const landscape = sampleLandscapeInto(target, system, extent ?? needed.extent)
      return {
        kind: 'landscape',
        request,
        system,
        landscape,
        equilibria,
        needed,
        contours: contourLevels === null ? null : contourSegments(landscape, contourLevels),
        computeMs: null,
      }
    },
  }
}

/** Half-width over the largest coordinate of a start. Less than the hysteresis of `nextView`: a ball dropped inside moves no axis. */
const extentPerStart = 1.1

/** … but no more than this times what the equilibria need: far starts must not shrink the wells to a dot in the middle. */
const mostForStarts = 1.4

/** The view holds every ball at its start, unless that is far outside. */
function includeStarts(view: ViewScale, experiment: Experiment): ViewScale {
  let extent = view.extent
  for (const { start } of startingBalls(experiment)) {
    extent = Math.max(extent, extentPerStart * Math.abs(start[0]), extentPerStart * Math.abs(start[1]))
  }
  return { ...view, extent: Math.min(extent, mostForStarts * view.extent) }
}
