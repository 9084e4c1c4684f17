import { includeStarts } from '../engine/session/includeStarts.ts'
import { startingBalls, systemOf } from '../experiment/derive.ts'
import type { Experiment } from '../experiment/experiment.ts'
import { contourSegments, niceLevels } from '../model/contours.ts'
import { findEquilibria } from '../model/equilibria.ts'
import { nameEquilibria } from '../model/equilibriumNames.ts'
import { makeLandscape, sampleLandscapeInto } from '../model/landscape.ts'
import { pairEnergy, pairOverlaps, type TwoNeuronSystem } from '../model/twoNeurons.ts'
import { neededView, snapView, type ViewScale } from '../model/viewScale.ts'
import { createFrameCell, type FrameCell } from '../store/frameCell.ts'
import { contourCount } from '../store/sampler.ts'

/** Grid points along a side, as in the lab. */
const columns = 129

/** The landscape of a document without an engine: computed in this thread, in milliseconds. */
export interface StillGround {
  readonly cell: FrameCell
  /** Computes landscape, contours and equilibria, and puts every ball to its start. */
  readonly show: (document: Experiment) => void
}

export function createStillGround(): StillGround {
  const cell = createFrameCell()
  let view: ViewScale | null = null

  return {
    cell,
    show(document) {
      const system = systemOf(document)
      const equilibria = nameEquilibria(findEquilibria(system), system)
      const needed = includeStarts(neededView(system, equilibria), document)
      // While a slider moves the axes stay, as far as they can.
      view = view === null ? needed : snapView(view, needed)
      const landscape = sampleLandscapeInto(makeLandscape(columns, columns), system, view.extent)
      const contours = contourSegments(landscape, niceLevels(view.floor, view.ceiling, contourCount))
      cell.takeLandscape({ landscape, equilibria, contours, system }, view)
      cell.takeFrame(atTheStart(document, system))
    },
  }
}

/** The frame of a run that has not begun: one sample of each ball. */
function atTheStart(document: Experiment, system: TwoNeuronSystem) {
  const balls = startingBalls(document)
  const ballIds = balls.map(({ id }) => id)
  const samples = balls.flatMap(({ start: [x1, x2] }) => [
    x1,
    x2,
    pairEnergy(system, x1, x2),
    ...pairOverlaps(x1, x2, system.gain),
  ])
  return {
    time: 0,
    ballIds,
    newBallIds: ballIds,
    sampleTimes: Float32Array.of(0),
    samples: Float32Array.from(samples),
    endsBetweenSamples: false,
    cloud: null,
    energyRose: false,
    droppedTime: 0,
    reset: true,
  }
}
