import type { Experiment } from '../experiment/experiment.ts'
import { parseDocument, type ParsedDocument } from '../experiment/file/documentFile.ts'
import type { NewerDocument } from '../experiment/file/newerDocument.ts'
import type { SettingsStorage } from './settings.ts'

/** Where the work in progress is kept on this machine, and what was replaced last by opening something else. */
export const workKey = 'memoryscape.work'
export const earlierWorkKey = 'memoryscape.work.before'
/** What was replaced before that, newest first: a list of texts in JSON. Apart, so that the newest is read by every version of the page. */
const olderWorksKey = 'memoryscape.work.older'

/** The largest document has a third of this; browsers give a site at least 5 million characters. */
export const longestWork = 1_000_000
/** What was replaced is kept so many times, and in so many characters. */
const mostEarlierWorks = 5
const longestEarlierWorks = 1_500_000

/** What was kept under the key; null where there is nothing or storage is blocked. */
export function readWork(storage: SettingsStorage | null, key: string): ParsedDocument | null {
  const text = readText(storage, key)
  return text === '' ? null : parseDocument(text)
}

/** False where it could not be kept: storage is blocked, full, or the document too large for it. */
export function writeWork(storage: SettingsStorage | null, key: string, experiment: Experiment): boolean {
  const text = JSON.stringify(experiment)
  return text.length <= longestWork && writeText(storage, key, text)
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
  // Where storage is full, the text stays where it is until something is changed.
  keepEarlierWork(storage, readText(storage, workKey))
  const notice = `Your last work could not be read, so this is a fresh start. ${work.sentence}`
  return { experiment: null, notice, ...(work.newer && { newer: work.newer }) }
}

/** The texts of what was replaced by opening something else, newest first. */
export function earlierWorks(storage: SettingsStorage | null): readonly string[] {
  return [readText(storage, earlierWorkKey), ...readTexts(storage, olderWorksKey)].filter((text) => text !== '')
}

/**
 * Puts a text before those of the earlier works. It takes the place of those that `isSame` says are no other work; the oldest go when there are too
 * many, or when storage is full. False where even so there is no room: then all stays as it was.
 */
export function keepEarlierWork(
  storage: SettingsStorage | null,
  text: string,
  isSame: (other: string) => boolean = (other) => other === text,
): boolean {
  const older = earlierWorks(storage).filter((other) => !isSame(other))
  const before = readTexts(storage, olderWorksKey)
  for (let kept = fitting(text, older).length; kept >= 0; kept--) {
    if (writeTexts(storage, olderWorksKey, older.slice(0, kept)) && writeText(storage, earlierWorkKey, text))
      return true
  }
  writeTexts(storage, olderWorksKey, before)
  return false
}

/** As many of the texts, from the first on, as may be kept beside the newest one. */
function fitting(newest: string, texts: readonly string[]): readonly string[] {
  let length = newest.length
  return texts.slice(0, mostEarlierWorks - 1).filter((text) => (length += text.length) <= longestEarlierWorks)
}

/** A list of texts; empty where there is none. */
export function readTexts(storage: SettingsStorage | null, key: string): readonly string[] {
  try {
    const list: unknown = JSON.parse(readText(storage, key))
    return Array.isArray(list) ? list.filter((text) => typeof text === 'string') : []
  } catch {
    return []
  }
}

/** Whether a list of texts is now there. */
export function writeTexts(storage: SettingsStorage | null, key: string, texts: readonly string[]): boolean {
  const text = texts.length === 0 ? '' : JSON.stringify(texts)
  return text === readText(storage, key) || writeText(storage, key, text)
}

/** Empty where there is nothing or storage is blocked. */
function readText(storage: SettingsStorage | null, key: string): string {
  try {
    return storage?.getItem(key) ?? ''
  } catch {
    return ''
  }
}

function writeText(storage: SettingsStorage | null, key: string, text: string): boolean {
  try {
    if (storage === null) return false
    storage.setItem(key, text)
    return true
  } catch {
    return false
  }
}
