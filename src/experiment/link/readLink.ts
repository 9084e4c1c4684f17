import { BrokenLink, createCoder } from './coder.ts'
import { layout3 } from './layout3.ts'
import { layout4 } from './layout4.ts'
import { linkPart, longestLink, openSeal, sealLink } from './linkText.ts'
import { createBitReader, createBitWriter } from './rangeCoder.ts'
import type { Shape } from './shapes.ts'

interface Layout {
  /** Of the documents that such a link holds. Several forms may hold the same one: they differ in what they leave out. */
  readonly documentVersion: number
  readonly shape: Shape
  /** Frozen with the layout: what is as in it takes no room. */
  readonly usual: unknown
}

/** One line a form of links, by its number. A line that stands here stays: old links open for ever. */
const layouts: ReadonlyMap<number, Layout> = new Map([
  [3, { ...layout3, documentVersion: 3 }],
  [4, { ...layout4, documentVersion: 3 }],
])
const newestForm = 4

/** The parts of a document as the link has them, with its version: every value is of the right type, and none is checked beyond that. */
export type ReadLink =
  | { readonly ok: true; readonly document: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly sentence: string }

/** The link of a document of the newest version, in the newest form. */
export function writeLink(document: object): string {
  const writer = createBitWriter()
  layout4.shape(createCoder(writer), document, layout4.usual)
  return sealLink({ form: newestForm, content: writer.finish() })
}

/**
 * Opens the envelope of a link, which may be a whole address or the part behind `x=`, with the spaces and full stops that mail and chats add. It knows
 * nothing of the schema, so that an embed can draw a document before it can check it. Never throws.
 */
export function readLink(text: string): ReadLink {
  if (text.length > 2 * longestLink) return refused(tooLongSentence(text.length))
  const link = linkPart(text)
  if (link === null || link === '') {
    return refused('There is no document in this link: it should have “?x=” and more behind it.')
  }
  if (link.length > longestLink) return refused(tooLongSentence(link.length))
  const envelope = openSeal(link)
  if (envelope === null) return refused(brokenSentence)
  const { form, content } = envelope
  if (form > newestForm) {
    return refused(
      `This link is from a newer Memoryscape: it has form ${form}, and this page reads up to form ${newestForm}. Load the page again to get the newest one.`,
    )
  }
  const layout = layouts.get(form)
  if (layout === undefined) return refused(brokenSentence)
  try {
    const parts = layout.shape(createCoder(createBitReader(content)), undefined, layout.usual)
    return { ok: true, document: { version: layout.documentVersion, ...(parts as object) } }
  } catch (error) {
    if (error instanceof BrokenLink) return refused(brokenSentence)
    return refused('This link could not be read.')
  }
}

const brokenSentence =
  'This link is damaged: a part of it is missing or was changed on the way. Copy it once more, from its first character to its last.'

function tooLongSentence(length: number): string {
  const characters = length.toLocaleString('en-GB')
  return `This link has ${characters} characters; the limit is ${longestLink.toLocaleString('en-GB')}. Ask for a file instead.`
}

function refused(sentence: string): ReadLink {
  return { ok: false, sentence }
}
