import { useState } from 'react'
import type { ReadonlyPair } from '../model/vector.ts'
import { useLab, useLabState } from '../store/useLab.ts'
import { usePathOnMap } from './diagram/pathOnMap.ts'
import { movedPath, pathEditAbout, withPathEnds, type PathEnds, type PathGrip } from './regimePathEdit.ts'
import type { Range } from './regimeRange.ts'

/** The path of the diagram that is on the page, as the map shows and moves it. */
export interface PathOfMap {
  /** What is drawn. */
  readonly line: PathEnds
  /** A and B of the document. */
  readonly ends: PathEnds
  /** The line goes from no input through B: A has no part in it. */
  readonly isRay: boolean
  /** The last move went beyond the map. */
  readonly isCut: boolean
  /** `isFirst`: a new path begins here. */
  readonly move: (grip: PathGrip, place: ReadonlyPair, isFirst: boolean, within: Range) => void
}

/** Null while no diagram is on the page. `step`: the grid that the ends are moved on. */
export function useRegimePath(step: number): PathOfMap | null {
  const { store } = useLab()
  const ends = useLabState((state) => state.experiment.view.phase.diagram.path)
  const path = usePathOnMap()
  const [isCut, setCut] = useState(false)
  if (path === null) return null
  return {
    line: path.kind === 'ray' ? [[0, 0], path.to] : ends,
    ends,
    isRay: path.kind === 'ray',
    isCut,
    move(grip, place, isFirst, within) {
      const { experiment, edit } = store.getState()
      // From the store, not from the render: several moves may come before the next one.
      const moved = movedPath(experiment.view.phase.diagram.path, grip, place, isFirst, { range: within, step })
      setCut(moved.isCut)
      edit(withPathEnds(moved.path), pathEditAbout)
    },
  }
}
