import type { Analysis } from './analysis/analysis.ts'
import type { FrameCell } from './frameCell.ts'
import type { LabStore } from './labState.ts'
import type { PictureLab } from './pictureLab.ts'

/** One laboratory: what a person set, what the engine said last, and the engine itself. */
export interface Lab {
  readonly store: LabStore
  /** Of the energy, whatever the ground of the picture is. */
  readonly cell: FrameCell
  /** Basins, density, escape, diagram: computed as long as somebody wants them. */
  readonly analysis: Analysis
  /** The landscape for the scene and the map. */
  readonly picture: PictureLab
  /** Fulfilled with the first landscape. */
  readonly ready: Promise<void>
  /** A picture needs contour lines in the cell. Call what it returns when it does not any more. */
  readonly wantContours: () => () => void
  /** Nothing runs while the lab is scrolled out of sight. */
  readonly setOnScreen: (isOnScreen: boolean) => void
  readonly dispose: () => void
}
