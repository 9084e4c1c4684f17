import type { Experiment } from '../../experiment/experiment.ts'
import { parseDocument } from '../../experiment/file/documentFile.ts'
import type { NewerDocument } from '../../experiment/file/newerDocument.ts'
import { rememberOpened } from '../opening/ownWork.ts'
import type { SettingsStorage } from '../settings.ts'
import { resumeWork } from '../work.ts'
import { documentInPage, storageOfFile } from './documentInPage.ts'

/** What a page begins with. */
export interface StartingWork {
  /** Null: the first screen. */
  readonly experiment: Experiment | null
  /** What to say, when there was something that cannot be read. */
  readonly notice: string | null
  /** It is from a newer version, and may be understood in part. */
  readonly newer?: NewerDocument
  /** Where the work in this page is kept from now on. */
  readonly storage: SettingsStorage | null
}

/**
 * In a page that was saved with a document: that document, or after a reload what has become of it; never the work of another page. Else the work
 * in progress on this machine.
 */
export function startingWork(
  page: Pick<Document, 'getElementById'>,
  storage: SettingsStorage | null,
  session: SettingsStorage | null,
): StartingWork {
  const text = documentInPage(page)
  if (text === null) return { ...resumeWork(storage), storage }
  const own = storageOfFile(session, text)
  const resumed = resumeWork(own)
  if (resumed.experiment !== null) return { ...resumed, storage: own }
  const parsed = parseDocument(text)
  if (parsed.ok) {
    rememberOpened(own, parsed.experiment)
    return { experiment: parsed.experiment, notice: resumed.notice, storage: own }
  }
  const notice = `The experiment in this file could not be read, so this is a fresh start. ${parsed.sentence}`
  return { experiment: null, notice, storage: own, ...(parsed.newer && { newer: parsed.newer }) }
}
