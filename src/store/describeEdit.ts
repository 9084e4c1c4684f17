import type { Experiment } from '../experiment/experiment.ts'
import { describePartEdit } from './describePartEdit.ts'
import { describePhaseEdit } from './describePhaseEdit.ts'
import { describeViewEdit } from './describeViewEdit.ts'
import type { EditAbout } from './history.ts'
import { keysDiffering } from './keysDiffering.ts'

/** An edit as the history takes it. */
export interface DescribedEdit {
  readonly label: string
  readonly gesture: string | null
  readonly gestureMs: number
}

/** How long a slider may rest within one drag. */
const longestRestMs = 1000

/**
 * Names an edit and says what it is grouped with. Moves of the camera in a row are one step however long they take; which picture it is and each
 * layer are steps of their own. An edit without words of its own is named for what changed in the document, and grouped with others of the same.
 */
export function describeEdit(before: Experiment, next: Experiment, about: EditAbout | undefined): DescribedEdit {
  const { view } = before
  const isView = isViewOnly(before, next)
  const isPhaseAlone = before.recall === next.recall && keysDiffering(view, next.view).join() === 'phase'
  if (isView && !isPhaseAlone) return describeViewEdit(before, next)
  if (about !== undefined) {
    const { label, gesture, isStroke } = about
    return { label, gesture: gesture ?? null, gestureMs: isStroke ? Infinity : longestRestMs }
  }
  if (isView) return { ...describePhaseEdit(view.phase, next.view.phase), gestureMs: longestRestMs }
  return { ...describePartEdit(before, next), gestureMs: longestRestMs }
}

/** True where only what is looked at, and from where, differs. Parts that did not change are the same objects. */
function isViewOnly(before: Experiment, next: Experiment): boolean {
  const { recall: recallBefore } = before
  const { recall: recallNext } = next
  const { slice } = recallBefore
  const { picture, camera } = recallNext.slice
  const recallAsBefore = { ...recallNext, slice: { ...recallNext.slice, picture: slice.picture, camera: slice.camera } }
  const sameButView =
    recallBefore === recallNext ||
    (keysDiffering(recallBefore, recallAsBefore).every((key) => key === 'slice') &&
      keysDiffering(slice, recallAsBefore.slice).length === 0 &&
      (picture !== slice.picture || camera !== slice.camera))
  return sameButView && keysDiffering(before, next).every((key) => key === 'view' || key === 'recall')
}
