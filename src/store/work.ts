import { keepUnchanged } from '../engine/session/keepUnchanged.ts'
import { defaultExperiment } from '../experiment/defaultExperiment.ts'
import type { Experiment } from '../experiment/experiment.ts'
import { parseDocument, type ParsedDocument } from '../experiment/file/documentFile.ts'
import type { NewerDocument } from '../experiment/file/newerDocument.ts'
import { runParts } from './matchingPreset.ts'
import type { SettingsStorage } from './settings.ts'

/** Where the work in progress is kept on this machine, and what was replaced last by opening something else. */
export const workKey = 'memoryscape.work'
export const earlierWorkKey = 'memoryscape.work.before'

/** The largest document has a third of this; browsers give a site ten times as much. */
const longestWork = 1_000_000
/** What was kept under the key; null where there is nothing or storage is blocked. */
export function readWork(storage: SettingsStorage | null, key: string): ParsedDocument | null {
  let text: string
  try {
    text = storage?.getItem(key) ?? ''
  } catch {
    return null
  }
  return text === '' ? null : parseDocument(text)
}

/** False where it could not be kept: storage is blocked, full, or the document too large for it. */
export function writeWork(storage: SettingsStorage | null, key: string, experiment: Experiment): boolean {
  const text = JSON.stringify(experiment)
  try {
    if (storage === null || text.length > longestWork) return false
    storage.setItem(key, text)
    return true
  } catch {
    return false
  }
}

/**
 * The work that was in progress when the page was left, to begin with. `notice`: what to say when there was some that cannot be read; it is then put
 * aside, so that a newer page may still read it. `newer`: it is from a newer version, and may be understood in part.
 */
export function resumeWork(storage: SettingsStorage | null): {
  readonly experiment: Experiment | null
  readonly notice: string | null
  readonly newer?: NewerDocument
} {
  const work = readWork(storage, workKey)
  if (work === null) return { experiment: null, notice: null }
  if (work.ok) return { experiment: work.experiment, notice: null }
  copyWork(storage)
  const notice = `Your last work could not be read, so this is a fresh start. ${work.sentence}`
  return { experiment: null, notice, ...(work.newer && { newer: work.newer }) }
}

function copyWork(storage: SettingsStorage | null): void {
  try {
    storage?.setItem(earlierWorkKey, storage.getItem(workKey) ?? '')
  } catch {
    // Full: the old text stays where it is until something is changed.
  }
}

/** Keeps a document aside that is about to be replaced, unless it has nothing of a person's own. */
export function putAside(storage: SettingsStorage | null, experiment: Experiment): void {
  if (!isUntouched(experiment)) writeWork(storage, earlierWorkKey, experiment)
}

/** True where only the view and the speed may differ from the default document. */
export function isUntouched(experiment: Experiment): boolean {
  return [...runParts, 'recall' as const].every(
    (part) => keepUnchanged<unknown>(defaultExperiment[part], experiment[part]) === defaultExperiment[part],
  )
}
