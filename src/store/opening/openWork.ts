import { keepUnchanged } from '../../engine/session/keepUnchanged.ts'
import { defaultExperiment } from '../../experiment/defaultExperiment.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import {
  documentTitle,
  largestFileBytes,
  parseDocument,
  tooLargeSentence,
  type ParsedDocument,
} from '../../experiment/file/documentFile.ts'
import type { LabStore } from '../labState.ts'
import type { SettingsStorage } from '../settings.ts'
import { earlierWorks } from '../work.ts'
import { openNewer } from './openNewer.ts'
import { isUntouched, putAside, rememberOpened } from './ownWork.ts'
import { findPictureDocument, isPicture } from './pictureDocument.ts'

/** A lab that something is opened in, and where the work that it replaces is kept. */
export interface Opener {
  readonly store: LabStore
  readonly storage: SettingsStorage | null
}

/** Null when it was opened; else the sentence that says why not, and nothing has changed. */
export type Refusal = string | null

/** Opens a document as one step of the history. What it replaces is put aside on this machine, where a person made something of it. */
function openWork({ store, storage }: Opener, opened: Experiment, label: string, words: string): void {
  const { experiment, readOnly, open, notify } = store.getState()
  const next = keepUnchanged(experiment, opened)
  if (next === experiment && readOnly === null) return
  if (readOnly === null) putAside(storage, experiment)
  open(next, label)
  if (!isUntouched(experiment)) notify({ tone: 'info', text: words, action: 'undo' })
}

function openParsed(opener: Opener, parsed: ParsedDocument, label: string, words: string): Refusal {
  if (!parsed.ok) {
    const isOpen = parsed.newer !== undefined && openNewer({ ...opener, newer: parsed.newer, label })
    return isOpen ? null : parsed.sentence
  }
  openWork(opener, parsed.experiment, label, words)
  rememberOpened(opener.storage, parsed.experiment)
  return null
}

/** Opens a link, or an address with a link in it. */
export async function openLink(opener: Opener, text: string): Promise<Refusal> {
  let parse: (link: string) => ParsedDocument
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

/** Opens a file: a document, or a picture that carries one. */
export async function openFile(opener: Opener, file: File): Promise<Refusal> {
  const title = documentTitle(file.name)
  if (file.size > largestFileBytes) return tooLargeSentence(`“${title}”`, file.size)
  if (isPicture(file)) {
    const finding = await findPictureDocument(file)
    switch (finding.kind) {
      case 'document':
        return openNamed(opener, title, finding.text)
      case 'none':
        return `“${title}” is a picture that holds no experiment: only those that were saved here carry one. To make it a memory, drop it on the memories of the Recall view.`
      case 'unread':
        return `“${title}” ${finding.why}`
      default:
        return finding satisfies never
    }
  }
  let text: string
  try {
    text = await file.text()
  } catch {
    return `“${title}” could not be read. Is it still there?`
  }
  return openNamed(opener, title, text)
}

function openNamed(opener: Opener, title: string, text: string): Refusal {
  const refusal = openParsed(opener, parseDocument(text), `Open “${title}”`, `This is “${title}”.`)
  return refusal === null ? null : `“${title}” was not opened. ${refusal}`
}

/**
 * Opens the document of a picture that landed where pictures become drawings. False: it has none and stays a picture. What it refuses, it tells in
 * a notice.
 */
export async function openPicture(opener: Opener, file: File): Promise<boolean> {
  if (file.size > largestFileBytes || !isPicture(file)) return false
  const finding = await findPictureDocument(file)
  if (finding.kind !== 'document') return false
  const refusal = openNamed(opener, documentTitle(file.name), finding.text)
  if (refusal !== null) opener.store.getState().notify({ tone: 'warning', text: refusal })
  return true
}

/** Back to the first screen, as one step of the history. */
export function startAfresh(opener: Opener): void {
  const words = 'This is a fresh start. Undo brings back what you had.'
  openWork(opener, defaultExperiment, 'Start afresh', words)
}

/**
 * Opens what was put aside, `text` of those of `earlierWorks`, or the last; that which it replaces is put aside for it. It stays in the list, since
 * another window may have the last word about what is kept.
 */
export function openEarlierWork(opener: Opener, text = earlierWorks(opener.storage).at(0)): Refusal {
  if (text === undefined) return 'Nothing was put aside on this machine.'
  const label = 'Bring back earlier work'
  const parsed = parseDocument(text)
  if (!parsed.ok) return openParsed(opener, parsed, label, '')
  openWork(opener, parsed.experiment, label, 'This is what you had before.')
  return null
}
