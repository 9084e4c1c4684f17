import type { FrameCell } from './frameCell.ts'
import type { LabStore } from './labState.ts'
import type { PictureLab } from './pictureLab.ts'

/** One laboratory: what a person set, what the engine said last, and the engine itself. */
export interface Lab {
  readonly store: LabStore
  readonly cell: FrameCell
  /** The landscape for the scene and the map. */
  readonly picture: PictureLab
  /** Fulfilled with the first landscape. */
  readonly ready: Promise<void>
  /** A picture needs contour lines in the cell. Call what it returns when it does not any more. */
  readonly wantContours: () => () => void
  /** Grid points along a side of the landscape from now on: fewer on a slow machine. */
  readonly setColumns: (columns: number) => void
  /** Nothing runs while the lab is scrolled out of sight. */
  readonly setOnScreen: (isOnScreen: boolean) => void
  readonly dispose: () => void
}
