import type { Experiment } from '../experiment/experiment.ts'
import type { EmbedCommand, EmbedEdit } from './edits.ts'

export type EmbedAction = EmbedEdit | EmbedCommand

/** What the controls show. */
export interface BarState {
  readonly document: Experiment
  readonly isPlaying: boolean
  /** Nothing moves any more. */
  readonly isSettled: boolean
}

/** One control: its element, and how it follows the document. */
export interface Widget {
  readonly element: HTMLElement
  readonly show: (state: BarState) => void
}

/** What a control is made with. */
export interface Making {
  readonly isLocked: boolean
  readonly act: (action: EmbedAction) => void
}
