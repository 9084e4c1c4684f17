/** What an edit is, in words for the person, and which drag or stroke it belongs to. */
export interface EditAbout {
  /** An imperative: 'Draw', 'Delete a memory'. */
  readonly label: string
  /** Edits in a row with the same gesture are undone together. */
  readonly gesture?: string
  /** The gesture is a stroke with a name of its own: one step, however long the pen rests in it. */
  readonly isStroke?: boolean
}

/** A step that can be undone or redone. */
export interface HistoryEntry<D> {
  readonly label: string
  /** The document on the other side of the step: before it in `past`, after it in `future`. */
  readonly document: D
  /** The step loaded a whole document: the run began again, and does so when it is undone or redone. */
  readonly isLoad: boolean
}

/** All steps around the present document, which is not part of it. `past` and `future` are nearest last. */
export interface History<D> {
  readonly past: readonly HistoryEntry<D>[]
  readonly future: readonly HistoryEntry<D>[]
  /** There were steps before the first of `past`: too many to keep. */
  readonly isCut: boolean
  /** The gesture that the last entry of `past` may still take in, and until when on the clock. */
  readonly openGesture: { readonly gesture: string; readonly untilMs: number } | null
}

export interface NewEntry<D> {
  /** The document before the edit. */
  readonly before: D
  readonly label: string
  readonly gesture: string | null
  readonly isLoad: boolean
  readonly nowMs: number
  /** How long the next edit of the same gesture may take to come. */
  readonly gestureMs: number
}

/** More than anyone undoes; documents share everything that did not change, so that each costs little. */
export const longestHistory = 100

export function emptyHistory<D>(): History<D> {
  return { past: [], future: [], isCut: false, openGesture: null }
}

/** The history after an edit. An edit of the gesture under way adds no entry: undoing goes back to before its first one. */
export function recordEdit<D>(history: History<D>, edit: NewEntry<D>): History<D> {
  const { before, label, gesture, isLoad, nowMs, gestureMs } = edit
  const { openGesture, past } = history
  const continues = gesture !== null && openGesture?.gesture === gesture && nowMs <= openGesture.untilMs
  const next = continues ? past : [...past, { label, document: before, isLoad }].slice(-longestHistory)
  return {
    past: next,
    // The same list while there is none, so that during a gesture nothing is another one.
    future: history.future.length === 0 ? history.future : [],
    isCut: history.isCut || (!continues && past.length >= longestHistory),
    openGesture: gesture === null ? null : { gesture, untilMs: nowMs + gestureMs },
  }
}

/** One step back from `present`; null where there is none. */
export function undoStep<D>(history: History<D>, present: D) {
  return takeStep(history.past, present, (past, undone) => ({
    ...history,
    past,
    future: [...history.future, undone],
    openGesture: null,
  }))
}

/** One step forward again from `present`; null where there is none. */
export function redoStep<D>(history: History<D>, present: D) {
  return takeStep(history.future, present, (future, redone) => ({
    ...history,
    past: [...history.past, redone],
    future,
    openGesture: null,
  }))
}

function takeStep<D>(
  from: readonly HistoryEntry<D>[],
  present: D,
  move: (rest: readonly HistoryEntry<D>[], taken: HistoryEntry<D>) => History<D>,
): { readonly history: History<D>; readonly document: D; readonly isLoad: boolean } | null {
  const entry = from.at(-1)
  if (entry === undefined) return null
  const { label, document, isLoad } = entry
  return { history: move(from.slice(0, -1), { label, document: present, isLoad }), document, isLoad }
}
