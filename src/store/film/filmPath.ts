import { startsAtInput } from '../../experiment/derive.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import type { ReadonlyPair } from '../../model/vector.ts'

/** How the saliencies move during a film: not at all, along the path of the diagram, or from none to where they are. */
export type FilmPath = 'none' | 'diagram' | 'onset'

/** The ends of the straight way in the plane (α₁, α₂); null where nothing moves, or where the input is only the start of a ball. */
export function pathEnds(experiment: Experiment, path: FilmPath): readonly [ReadonlyPair, ReadonlyPair] | null {
  if (startsAtInput(experiment)) return null
  switch (path) {
    case 'none':
      return null
    case 'diagram':
      return experiment.view.phase.diagram.path
    case 'onset':
      return [[0, 0], experiment.input.saliency]
    default:
      return path satisfies never
  }
}

/** The document at a share of the way: 0 at its beginning, 1 at its end. */
export function onPath(experiment: Experiment, ends: readonly [ReadonlyPair, ReadonlyPair] | null, share: number) {
  if (ends === null) return experiment
  const [[from1, from2], [to1, to2]] = ends
  const saliency = [from1 + share * (to1 - from1), from2 + share * (to2 - from2)] as const
  return { ...experiment, input: { ...experiment.input, saliency } }
}
