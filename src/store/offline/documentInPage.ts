import type { SettingsStorage } from '../settings.ts'

/** Of the element in a page that is one file: it holds the text of a document, or nothing. */
export const documentElementId = 'memoryscape-document'

const opening = `<script type="application/json" id="${documentElementId}">`
const closing = '</script>'

/** The text of the document that a page was saved with; null where there is none. */
export function documentInPage(page: Pick<Document, 'getElementById'>): string | null {
  const text = page.getElementById(documentElementId)?.textContent?.trim() ?? ''
  return text === '' ? null : text
}

/**
 * The page with a document in its element; null where it has no such element, and so is not what was expected. `<` cannot end the element from inside
 * a string, since it is written as an escape there, and JSON has none outside of strings.
 */
export function pageWithDocument(html: string, documentText: string): string | null {
  const from = html.indexOf(opening)
  const to = html.indexOf(closing, from)
  if (from < 0 || to < 0) return null
  const safe = documentText.trim().replaceAll('<', String.raw`\u003c`)
  return html.slice(0, from + opening.length) + safe + html.slice(to)
}

/**
 * Where the work in a saved file is kept: as long as its window, and apart from that of other files. So a reload brings it back; but opening the file
 * shows what was saved in it, whatever else was done on this machine, where all files from a disk may share one storage.
 */
export function storageOfFile(session: SettingsStorage | null, documentText: string): SettingsStorage | null {
  if (session === null) return null
  const own = (key: string) => `${key}.${shortHash(documentText)}`
  return {
    getItem: (key) => session.getItem(own(key)),
    setItem: (key, value) => session.setItem(own(key), value),
  }
}

/** The session's storage, or null where it is blocked. */
export function sessionStorageHere(): SettingsStorage | null {
  try {
    return globalThis.sessionStorage ?? null
  } catch {
    return null
  }
}

/** FNV-1a of 32 bits: enough to tell two files in one window apart. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5
  for (let k = 0; k < text.length; k++) hash = Math.imul(hash ^ text.charCodeAt(k), 0x01000193)
  return (hash >>> 0).toString(36)
}
