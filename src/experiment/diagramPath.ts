import type { DiagramPath } from '../model/phase/diagram.ts'
import { inputOfPair } from '../model/saliency.ts'
import type { ReadonlyPair } from '../model/vector.ts'
import { startsAtInput, systemOf } from './derive.ts'
import type { Experiment } from './experiment.ts'
import type { DiagramSettings } from './phaseSettings.ts'
import { ranges } from './ranges.ts'

/** What of a document decides its diagram. */
export interface DiagramParts extends Pick<Experiment, 'model' | 'input'> {
  readonly view: Pick<Experiment['view'], 'phase'>
}

/** The input is followed so far beyond the end of the path. */
const beyond = 1.25

/**
 * What the diagram really goes along. Where the input is only the start of a ball it changes no network, which leaves the gain; and the
 * input of an input-driven network is a place in the plane of its saliencies, which is the path.
 */
export function diagramAlong(experiment: DiagramParts): DiagramSettings['along'] {
  const { along } = experiment.view.phase.diagram
  if (startsAtInput(experiment)) return 'gain'
  return along === 'input' && experiment.model.kind === 'idp' ? 'path' : along
}

/** The straight line in the plane (α₁, α₂) that the diagram follows, inside the range of saliencies. */
export interface PlanePath {
  readonly from: ReadonlyPair
  readonly to: ReadonlyPair
  /** It would go on, but for the range. */
  readonly isCut: boolean
}

/** Null for the gain, which is no line in that plane. For 'input': from no input towards the end of the path, and a quarter beyond it. */
export function planePathOf(experiment: DiagramParts): PlanePath | null {
  const [from, to] = experiment.view.phase.diagram.path
  const along = diagramAlong(experiment)
  switch (along) {
    case 'gain':
      return null
    case 'path':
      return { from, to, isCut: isAtEdge(from) || isAtEdge(to) }
    case 'input': {
      const share = Math.min(beyond, ...to.map((value) => edgeTowards(value) / Math.abs(value || 1)))
      return { from: [0, 0], to: [share * to[0], share * to[1]], isCut: share < beyond }
    }
    default:
      return along satisfies never
  }
}

/** The path of the document's bifurcation diagram, with all that it leaves alone as in the document. */
export function diagramPathOf(experiment: DiagramParts): DiagramPath {
  const { saliency, gain, current } = systemOf(experiment)
  const line = planePathOf(experiment)
  if (line === null) return { kind: 'gain', from: ranges.gain.low, to: ranges.gain.high, saliency, current }
  const { from, to } = line
  return experiment.model.kind === 'idp'
    ? { kind: 'saliency', from, to, gain, current }
    : { kind: 'current', from: inputOfPair(from), to: inputOfPair(to), saliency, gain }
}

function isAtEdge(place: ReadonlyPair): boolean {
  return place.some((value) => value <= ranges.saliency.low || value >= ranges.saliency.high)
}

/** How far the range goes in the direction of a value. */
function edgeTowards(value: number): number {
  return value < 0 ? -ranges.saliency.low : value > 0 ? ranges.saliency.high : Infinity
}
