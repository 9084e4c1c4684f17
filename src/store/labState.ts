import type { StoreApi } from 'zustand/vanilla'
import type { Experiment } from '../experiment/experiment.ts'
import type { EditAbout, HistoryEntry } from './history.ts'
import type { ReadOnlyDocument } from './readOnly.ts'
import type { Settings, Theme, Folded } from './settings.ts'

/** One calm sentence to the person. */
export interface Notice {
  readonly tone: 'info' | 'warning' | 'failure'
  readonly text: string
  /** What a button beside it offers. 'update': the newer build of the page. 'undo': it is about the last edit, and goes when another one comes or that one is taken back. 'copy': the document cannot be changed, a copy can. */
  readonly action?: 'reset' | 'undo' | 'copy' | 'update'
}

/** What an undo brings back. */
export interface Snapshot {
  readonly experiment: Experiment
  readonly presetId: string | null
  readonly readOnly: ReadOnlyDocument | null
}

export type WebglState = 'available' | 'missing' | 'lost'

/** What a person chose and is looking at, and everything they can do. Frames are in the cell; derived values are selectors. */
export interface LabState extends Settings {
  readonly experiment: Experiment
  /** The preset that the document still equals (but for view and speed). */
  readonly presetId: string | null
  /** The document is from a newer version: `experiment` is what is understood of it, and edits are refused but for how it is looked at. */
  readonly readOnly: ReadOnlyDocument | null
  readonly isPlaying: boolean
  /** Nothing moves any more; playing goes on when something changes. */
  readonly isSettled: boolean
  readonly notice: Notice | null
  /** Key of the equilibrium under the pointer or the focus, in a table or a picture. */
  readonly highlightedKey: string | null
  /** Key of the equilibrium that was chosen, by a click or with Enter; it may be gone from the landscape. */
  readonly selectedKey: string | null
  readonly webgl: WebglState
  /** All panels hidden. */
  readonly isFocused: boolean

  /** What can be undone and redone, nearest last. */
  readonly history: {
    readonly past: readonly HistoryEntry<Snapshot>[]
    readonly future: readonly HistoryEntry<Snapshot>[]
    /** There were steps before the first of `past`: too many to keep. */
    readonly isCut: boolean
  }

  /** Every change of the document: out of range is clamped, nonsense is refused with a notice and changes nothing. It can be undone. */
  readonly edit: (patch: (experiment: Experiment) => Experiment, about?: EditAbout) => void
  readonly undo: () => void
  readonly redo: () => void
  /** So many steps forward in the history at once, or back where negative. */
  readonly jump: (steps: number) => void
  /** Puts a whole document in the place of the present one and plays it: one step of the history, with that label. */
  readonly open: (experiment: Experiment, label: string, readOnly?: ReadOnlyDocument) => void
  /** Goes on with what is understood of a document that cannot be changed, as one of one's own: one step of the history. */
  readonly editCopy: () => void
  /** Loads a preset and plays it. View and speed stay the person's own, but for the layers that its figure needs. */
  readonly loadPreset: (id: string) => void
  readonly dropBall: (state: readonly [number, number]) => void
  readonly clearBalls: () => void
  readonly play: () => void
  readonly pause: () => void
  /** Pauses, and moves on by one time step. */
  readonly step: () => void
  readonly reset: () => void
  readonly highlight: (key: string | null) => void
  readonly select: (key: string | null) => void
  readonly setWebgl: (webgl: WebglState) => void
  readonly setTheme: (theme: Theme) => void
  readonly toggleFold: (panel: keyof Folded) => void
  readonly setFocused: (isFocused: boolean) => void
  readonly notify: (notice: Notice) => void
  readonly dismissNotice: () => void
}

export type LabStore = StoreApi<LabState>
