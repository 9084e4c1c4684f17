import { keepUnchanged } from '../../engine/session/keepUnchanged.ts'
import { type NewerDocument, newerSentence, understandNewer } from '../../experiment/file/newerDocument.ts'
import type { LabStore } from '../labState.ts'
import type { SettingsStorage } from '../settings.ts'
import { putAside } from './ownWork.ts'

interface NewerOpening {
  readonly store: LabStore
  /** Where the work that it replaces is put aside. */
  readonly storage: SettingsStorage | null
  readonly newer: NewerDocument
  /** Of the step of the history. */
  readonly label: string
}

/** Opens a document of a newer version to be looked at, as far as it is understood, and says what is not. False: nothing of it is understood. */
export function openNewer({ store, storage, newer, label }: NewerOpening): boolean {
  const understood = understandNewer(newer)
  if (understood === null) return false
  const { experiment, readOnly, open, notify } = store.getState()
  const { version, text } = newer
  if (readOnly === null) putAside(storage, experiment)
  open(keepUnchanged(experiment, understood.experiment), label, { version, text })
  notify({ tone: 'info', text: newerSentence(version, understood.leftOut), action: 'copy' })
  return true
}
