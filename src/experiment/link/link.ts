import type { Experiment } from '../experiment.ts'
import { parseExperiment, type ParsedExperiment } from '../schema.ts'
import { BrokenLink, createCoder } from './coder.ts'
import { layout3 } from './layout3.ts'
import { linkPart, longestLink, openSeal, sealLink } from './linkText.ts'
import { createBitReader, createBitWriter } from './rangeCoder.ts'
import type { Shape } from './shapes.ts'

interface Layout {
  readonly shape: Shape
  /** Frozen with the layout: what is as in it takes no room. */
  readonly usual: unknown
}

/** One line a version of the document that links were made of. A line that stands here stays: old links open for ever. */
const layouts: ReadonlyMap<number, Layout> = new Map([[3, layout3]])
const newestLayout = 3

/**
 * The link of a document: versioned, packed, with a checksum, in the digits of base64url. It may be longer than `longestLink`; then it is not to be
 * handed out, for it would be refused.
 */
export function encodeLink(experiment: Experiment): string {
  const writer = createBitWriter()
  layout3.shape(createCoder(writer), experiment, layout3.usual)
  return sealLink({ version: newestLayout, content: writer.finish() })
}

/**
 * The document of a link, which may be a whole address or the part behind `x=`, with the spaces and full stops that mail and chats add. Anything else
 * is refused with a sentence. Never throws.
 */
export function parseLink(text: string): ParsedExperiment {
  if (text.length > 2 * longestLink) return refused(tooLongSentence(text.length))
  const link = linkPart(text)
  if (link === null || link === '') {
    return refused('There is no document in this link: it should have “?x=” and more behind it.')
  }
  if (link.length > longestLink) return refused(tooLongSentence(link.length))
  const envelope = openSeal(link)
  if (envelope === null) return refused(brokenSentence)
  const { version, content } = envelope
  if (version > newestLayout) {
    return refused(
      `This link is from a newer Memoryscape: its document has version ${version}, and this page reads up to ${newestLayout}. Load the page again to get the newest one.`,
    )
  }
  const layout = layouts.get(version)
  if (layout === undefined) return refused(brokenSentence)
  try {
    const parts = layout.shape(createCoder(createBitReader(content)), undefined, layout.usual)
    const parsed = parseExperiment({ version, ...(parts as object) })
    return parsed.ok ? parsed : refused(`This link holds what cannot be: ${parsed.sentence}`)
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

function refused(sentence: string): ParsedExperiment {
  return { ok: false, sentence }
}
