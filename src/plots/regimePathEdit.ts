import type { ReadonlyPair } from '../model/vector.ts'
import type { LabState } from '../store/labState.ts'
import { roundToStep } from '../ui/fieldValue.ts'
import { clipTo } from './regimeClip.ts'
import { clampTo, type Range } from './regimeRange.ts'
import type { Grip } from './usePlaneDrag.ts'

type Experiment = LabState['experiment']

export type PathEnds = readonly [ReadonlyPair, ReadonlyPair]
export type PathGrip = Exclude<Grip, 'dot'>

/** All drags and presses in a row are one step of undo. */
export const pathEditAbout = { label: 'Move the path', gesture: 'diagram-path' } as const

export const withPathEnds =
  (path: PathEnds) =>
  (experiment: Experiment): Experiment => {
    const { view } = experiment
    const diagram = { ...view.phase.diagram, path }
    return { ...experiment, view: { ...view, phase: { ...view.phase, diagram } } }
  }

/**
 * The path after a handle was moved to a place, or while a new one is drawn: from where the drag began to where it is. A handle that leaves
 * the square stays at its edge, in the direction from the other end.
 */
export function movedPath(
  path: PathEnds,
  grip: PathGrip,
  place: ReadonlyPair,
  isFirst: boolean,
  { range, step }: { readonly range: Range; readonly step: number },
): { readonly path: PathEnds; readonly isCut: boolean } {
  const round = ([a, b]: ReadonlyPair): ReadonlyPair => [
    clampTo(roundToStep(a, step), range),
    clampTo(roundToStep(b, step), range),
  ]
  if (grip === 'new-path' && isFirst) return { path: [round(place), round(place)], isCut: false }
  const [start, end] = path
  const anchor = round(grip === 'path-0' ? end : start)
  const clipped = clipTo(anchor, place, range)
  const moved = round(clipped.place)
  return { path: grip === 'path-0' ? [moved, end] : [start, moved], isCut: clipped.isCut }
}
