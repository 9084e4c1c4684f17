import type { RecallSettings } from '../../../experiment/recall/recallSettings.ts'
import { contourSegments } from '../../../model/contours.ts'
import { makeLandscape } from '../../../model/landscape.ts'
import {
  makeSlice,
  sampleSliceInto,
  sliceEnergy,
  sliceView,
  type Slice,
  type SliceNetwork,
} from '../../../model/slice.ts'
import { findSliceEquilibria, type SliceEquilibrium } from '../../../model/sliceEquilibria.ts'
import type { ViewScale } from '../../../model/viewScale.ts'
import type { SliceCommand, SliceEvent } from '../protocol.ts'
import { momentInputInto, momentSaliencyInto } from './inputTrack.ts'
import type { LaneContext, SlicePlane } from './laneContext.ts'
import { couplingCount, couplingsInto, diagonalOf, memoryWeightsInto } from './laneForces.ts'
import { isPulseOn } from './pulse.ts'
import type { RecallRun } from './recallRun.ts'

/** A memory must be this much more salient than one of the plane to take its place: planes do not flicker. No unit. */
const leadToChange = 1.15

/** Answers `slice`: the landscape on the plane of two memories, and what stands in it. */
export interface SliceSurvey {
  readonly answer: (run: RecallRun, command: SliceCommand) => SliceEvent
}

/** What is known of the landscape at one moment. */
interface Study {
  readonly version: number
  readonly memories: readonly [number, number]
  readonly slice: Slice
  readonly equilibria: readonly SliceEquilibrium[]
  readonly needed: ViewScale
}

/**
 * A survey remembers the plane by the ids of its memories, so that it stays when others come and go, and what it found on the last one, because
 * a view that zooms asks for one landscape after another of the same network.
 */
export function createSliceSurvey(): SliceSurvey {
  let known: Study | null = null

  function study(run: RecallRun): Study {
    const version = run.landscapeVersion()
    if (known?.version === version) return known
    const { context } = run
    const plane = choosePlane(context, known?.memories ?? null, saliencyOf(run))
    const { memoryIds } = context.facts
    const network = networkOf(run)
    const slice = makeSlice(network, plane.mu, plane.nu)
    run.setSlice({ plane, sliceEnergyAt: (yPlus, yMinus) => sliceEnergy(slice, yPlus, yMinus) })
    const equilibria = findSliceEquilibria(network, slice)
    const memories = [memoryIds[plane.mu], memoryIds[plane.nu]] as const
    known = { version, memories, slice, equilibria, needed: sliceView(slice, equilibria) }
    return known
  }

  return {
    answer(run, { request, extent, columns, contourLevels, buffers }) {
      const { memories, slice, equilibria, needed } = study(run)
      const landscape = sampleSliceInto(target(buffers, columns), slice, extent ?? needed.extent)
      return {
        kind: 'slice',
        request,
        memories,
        hasAuxiliaryDirection: slice.geometry.hasAuxiliaryDirection,
        landscape,
        equilibria,
        needed,
        contours: contourLevels === null ? null : contourSegments(landscape, contourLevels),
        // On the newest surface, also while nothing runs.
        ball: run.steppedLane(run.context.recall.slice.lane)?.project() ?? null,
        computeMs: null,
      }
    },
  }
}

function target(buffers: SliceCommand['buffers'], columns: number) {
  const fits = buffers?.heights.length === columns * columns
  return fits ? makeLandscape(columns, columns, buffers.heights, buffers.gradients) : makeLandscape(columns, columns)
}

function saliencyOf(run: RecallRun): Float64Array {
  const { facts, momentAt } = run.context
  return momentSaliencyInto(new Float64Array(facts.patterns.patternCount), momentAt(run.shownTime()))
}

/** The network of the slice's lane at the moment shown, whether it runs or not. */
function networkOf(run: RecallRun): SliceNetwork {
  const { context } = run
  const { recall, facts } = context
  const { patterns } = facts
  const kind = recall.slice.lane
  const time = run.shownTime()
  const moment = context.momentAt(time)
  const startTime = run.steppedLane(kind)?.startTime() ?? 0
  const weights = memoryWeightsInto(new Float64Array(patterns.patternCount), kind, recall, saliencyOf(run))
  const hasCurrent = kind === 'classic-held' || (kind === 'classic-pulse' && isPulseOn(context, startTime, time))
  return {
    patterns,
    couplings: couplingsInto(new Float64Array(couplingCount(facts)), facts, weights),
    diagonal: diagonalOf(kind, recall, facts, moment, weights, new Float32Array(patterns.neuronCount)),
    gain: recall.network.gain,
    current: hasCurrent ? momentInputInto(new Float32Array(patterns.neuronCount), moment) : null,
  }
}

/** The plane that the document asks for, or the one of the two most salient memories. */
function choosePlane(
  { recall, facts }: LaneContext,
  before: readonly [number, number] | null,
  saliency: Float64Array,
): SlicePlane {
  const { memoryIds } = facts
  const asked = chosenIn(recall, memoryIds)
  if (asked !== null) return asked
  const kept = before?.map((id) => memoryIds.indexOf(id)).filter((mu) => mu >= 0) ?? []
  return leadingPlane(saliency, kept)
}

function chosenIn({ slice }: RecallSettings, memoryIds: readonly number[]): SlicePlane | null {
  if (slice.memories === null) return null
  const [mu, nu] = slice.memories.map((id) => memoryIds.indexOf(id))
  return mu >= 0 && nu >= 0 ? { mu, nu } : null
}

/**
 * The two memories with the largest |α|; those of `kept` give way only to a clearly larger one, which takes their place. One memory alone gives
 * a plane of its own (`makeSlice` finds a second direction).
 */
export function leadingPlane(saliency: Float64Array, kept: readonly number[]): SlicePlane {
  const order = Array.from(saliency, (_, mu) => mu).toSorted((a, b) => Math.abs(saliency[b]) - Math.abs(saliency[a]))
  // A memory that was alone is there twice.
  const plane = [...new Set(kept)].slice(0, 2)
  for (const mu of order) {
    if (plane.includes(mu)) continue
    if (plane.length < 2) {
      plane.push(mu)
      continue
    }
    const weaker = Math.abs(saliency[plane[0]]) < Math.abs(saliency[plane[1]]) ? 0 : 1
    if (Math.abs(saliency[mu]) > leadToChange * Math.abs(saliency[plane[weaker]])) plane[weaker] = mu
  }
  const [mu = 0, nu = mu] = plane
  return { mu, nu }
}
