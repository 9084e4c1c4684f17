import { keepUnchanged } from '../../engine/session/keepUnchanged.ts'
import { defaultExperiment } from '../../experiment/defaultExperiment.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import { documentTitle, largestFileBytes, parseDocument } from '../../experiment/file/documentFile.ts'
import type { ParsedExperiment } from '../../experiment/schema.ts'
import type { LabStore } from '../labState.ts'
import type { SettingsStorage } from '../settings.ts'
import { earlierWorkKey, isUntouched, putAside, readWork } from '../work.ts'

/** A lab that something is opened in, and where the work that it replaces is kept. */
export interface Opener {
  readonly store: LabStore
  readonly storage: SettingsStorage | null
}

/** Null when it was opened; else the sentence that says why not, and nothing has changed. */
export type Refusal = string | null

/** Opens a document as one step of the history. What it replaces is put aside on this machine. */
function openWork({ store, storage }: Opener, opened: Experiment, label: string, words: string): void {
  const { experiment, open, notify } = store.getState()
  const next = keepUnchanged(experiment, opened)
  if (next === experiment) return
  putAside(storage, experiment)
  open(next, label)
  if (!isUntouched(experiment)) notify({ tone: 'info', text: words, action: 'undo' })
}

function openParsed(opener: Opener, parsed: ParsedExperiment, label: string, words: string): Refusal {
  if (!parsed.ok) return parsed.sentence
  openWork(opener, parsed.experiment, label, words)
  return null
}

/** Opens a link, or an address with a link in it. */
export async function openLink(opener: Opener, text: string): Promise<Refusal> {
  let parse: (link: string) => ParsedExperiment
  try {
    parse = (await import('../../experiment/link/link.ts')).parseLink
  } catch {
    return 'The link could not be opened: a part of the page could not be fetched. Check the connection, and load the page again.'
  }
  return openParsed(opener, parse(text), 'Open a link', 'This is what the link holds. Undo brings your own work back.')
}

/** Opens pasted text: a document, a link, or an address with a link in it. */
export async function openText(opener: Opener, text: string): Promise<Refusal> {
  if (text.length > largestFileBytes) return tooLargeSentence('What you pasted', text.length)
  if (/^\s*[{[]/.test(text)) {
    return openParsed(opener, parseDocument(text), 'Open what was pasted', 'This is the document that you pasted.')
  }
  if (/[?&]x=|%3Fx%3D/i.test(text)) return openLink(opener, text.trim())
  return 'What you pasted is neither a link nor a document of Memoryscape.'
}

/** Opens a file. */
export async function openFile(opener: Opener, file: File): Promise<Refusal> {
  const title = documentTitle(file.name)
  if (file.size > largestFileBytes) return tooLargeSentence(`“${title}”`, file.size)
  if (file.type.startsWith('image/')) {
    return `“${title}” is a picture. To make it a memory, drop it on the memories of the Recall view.`
  }
  let text: string
  try {
    text = await file.text()
  } catch {
    return `“${title}” could not be read. Is it still there?`
  }
  const refusal = openParsed(opener, parseDocument(text), `Open “${title}”`, `This is “${title}”.`)
  return refusal === null ? null : `“${title}” was not opened. ${refusal}`
}

/** Back to the first screen, as one step of the history. */
export function startAfresh(opener: Opener): void {
  const words = 'This is a fresh start. What you had is kept aside on this machine.'
  openWork(opener, defaultExperiment, 'Start afresh', words)
}

/** Opens what was put aside last; that which it replaces is put aside for it. */
export function openEarlierWork(opener: Opener): Refusal {
  const work = readWork(opener.storage, earlierWorkKey)
  if (work === null) return 'Nothing was put aside on this machine.'
  return openParsed(opener, work, 'Bring back earlier work', 'This is what you had before.')
}

function tooLargeSentence(what: string, size: number): string {
  return `${what} has ${Math.ceil(size / 1e6)} MB; the limit is ${largestFileBytes / 1e6} MB. A document of Memoryscape is far smaller.`
}
