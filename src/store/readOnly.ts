import type { Experiment } from '../experiment/experiment.ts'
import { documentText } from '../experiment/file/documentFile.ts'
import { keysDiffering } from './keysDiffering.ts'

/** A document of a newer version, which is shown as far as it is understood and cannot be changed. */
export interface ReadOnlyDocument {
  readonly version: number
  /** As it came. What is saved is this, so that nothing is lost. */
  readonly text: string
}

export const readOnlySentence =
  'This document is from a newer Memoryscape, so it can only be looked at here. Edit a copy of what is understood, to change it.'

/** What a person may change of it: how it is looked at, and how fast it runs. */
const lookingParts: readonly string[] = ['view', 'playback', 'recall']
const lookingPartsOfRecall: readonly string[] = ['slice', 'playback']

/** True where an edit only changes how the document is looked at. Parts that did not change are the same objects. */
export function isLooking(before: Experiment, next: Experiment): boolean {
  return (
    keysDiffering(before, next).every((part) => lookingParts.includes(part)) &&
    keysDiffering(before.recall, next.recall).every((part) => lookingPartsOfRecall.includes(part))
  )
}

/** The text of the document for a file: that of a newer one as it came. */
export function selectDocumentText(state: {
  readonly experiment: Experiment
  readonly readOnly: ReadOnlyDocument | null
}): string {
  return state.readOnly?.text ?? documentText(state.experiment)
}
