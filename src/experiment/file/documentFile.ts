import { defaultExperiment } from '../defaultExperiment.ts'
import type { Experiment } from '../experiment.ts'
import { parseExperiment, type ParsedExperiment } from '../schema.ts'
import type { NewerDocument } from './newerDocument.ts'

/** What a saved document is called, behind its own name. */
export const documentSuffix = '.memoryscape.json'

/** A document of the largest banks has a third of a megabyte; what is larger than this is something else. */
export const largestFileBytes = 20_000_000

/** The sentence for something larger. `what`: the subject of the sentence. `size`: in bytes, or in characters. */
export function tooLargeSentence(what: string, size: number): string {
  return `${what} has ${Math.ceil(size / 1e6)} MB; the limit is ${largestFileBytes / 1e6} MB. A document of Memoryscape is far smaller.`
}

/** A list of numbers or of words, which `JSON.stringify` breaks into a line an item. Strings hold no line breaks: JSON escapes them. */
const brokenList = /\[\n\s+(-?[\d.e+-]+|"[^"\n]*")(,\n\s+(-?[\d.e+-]+|"[^"\n]*"))*\n\s+\]/g

/** The document as text for people: two spaces of indent, short lists on one line. `parseDocument` reads it back as it was. */
export function documentText(experiment: Experiment): string {
  const text = JSON.stringify(experiment, null, 2)
  return `${text.replaceAll(brokenList, (list) => list.replaceAll(/\n\s+/g, ' ').replaceAll(/\[ | \]/g, (edge) => edge.trim()))}\n`
}

/** A file name for a document, from words in any language. */
export function documentFileName(title: string): string {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
  return `${plain === '' ? 'experiment' : plain.slice(0, 60)}${documentSuffix}`
}

/** The name of a document, from that of its file. */
export function documentTitle(fileName: string): string {
  const plain = fileName.replace(/(\.memoryscape)?(\.json)?$/i, '')
  return plain.length > 40 ? `${plain.slice(0, 39)}…` : plain
}

/** The outcome of reading the text of a document. */
export type ParsedDocument =
  | Extract<ParsedExperiment, { readonly ok: true }>
  /** `newer`: it is from a newer version, which `understandNewer` reads as far as it goes. */
  | (Extract<ParsedExperiment, { readonly ok: false }> & { readonly newer?: NewerDocument })

/** Reads the text of a document. Anything else is refused with a sentence that names the path. Never throws. */
export function parseDocument(text: string): ParsedDocument {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\u{feff}/u, ''))
  } catch {
    return { ok: false, sentence: 'This is not a document of Memoryscape: it is not JSON, or a part of it is missing.' }
  }
  const version = versionOf(value)
  if (version > defaultExperiment.version) {
    const sentence = `This document is from a newer Memoryscape: it has version ${version}, and this page reads up to ${defaultExperiment.version}. Load the page again to get the newest one.`
    return { ok: false, sentence, newer: { version, text, value } }
  }
  return parseExperiment(value)
}

function versionOf(value: unknown): number {
  if (typeof value !== 'object' || value === null || !('version' in value)) return 0
  return Number.isSafeInteger(value.version) ? (value.version as number) : 0
}
