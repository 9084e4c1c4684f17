import { contourSegments } from '../../model/contours.ts'
import { findEquilibria } from '../../model/equilibria.ts'
import { nameEquilibria, type NamedEquilibrium } from '../../model/equilibriumNames.ts'
import { makeLandscape, sampleLandscapeInto } from '../../model/landscape.ts'
import { tracePhaseCurves, type CurvePoints, type PhaseCurves } from '../../model/phase/phaseCurves.ts'
import type { TwoNeuronSystem } from '../../model/twoNeurons.ts'
import { neededView } from '../../model/viewScale.ts'
import { systemOf } from '../../experiment/derive.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import type { LandscapeEvent, SampleCommand } from '../protocol.ts'
import { includeStarts } from './includeStarts.ts'

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
        curves: curvesOf(experiment, system, equilibria, landscape.extent),
        computeMs: null,
      }
    },
  }
}

/** The curves of the layers that are on; null where there are none. */
function curvesOf(
  experiment: Experiment,
  system: TwoNeuronSystem,
  equilibria: readonly NamedEquilibrium[],
  extent: number,
): PhaseCurves | null {
  const { flow, descent, nullclines, separatrices } = experiment.view.phase
  if (!flow && !descent && !nullclines && !separatrices) return null
  return inOneBuffer(tracePhaseCurves(system, equilibria, extent, { flow, descent, nullclines, separatrices }))
}

/** The same curves with the points of all in one buffer: hundreds of small ones are slow to hand over. */
function inOneBuffer({ nullclines, separatrices, flow, descent }: PhaseCurves): PhaseCurves {
  const layers = [nullclines, separatrices, flow, descent]
  const length = layers.flatMap((layer) => layer ?? []).reduce((sum, { points }) => sum + points.length, 0)
  const all = new Float32Array(length)
  let used = 0
  const moved = <T extends { readonly points: CurvePoints }>(curve: T): T => {
    const points = all.subarray(used, used + curve.points.length)
    points.set(curve.points)
    used += curve.points.length
    return { ...curve, points }
  }
  return {
    nullclines: nullclines?.map(moved) ?? null,
    separatrices: separatrices?.map(moved) ?? null,
    flow: flow?.map(moved) ?? null,
    descent: descent?.map(moved) ?? null,
  }
}
