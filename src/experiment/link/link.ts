import type { Experiment } from '../experiment.ts'
import { parseExperiment, type ParsedExperiment } from '../schema.ts'
import { readLink, writeLink } from './readLink.ts'

/**
 * The link of a document: with the number of its form, packed, with a checksum, in the digits of base64url. It may be longer than `longestLink`; then it is not to be
 * handed out, for it would be refused.
 */
export function encodeLink(experiment: Experiment): string {
  return writeLink(experiment)
}

/**
 * The document of a link, which may be a whole address or the part behind `x=`, with the spaces and full stops that mail and chats add. Anything else
 * is refused with a sentence. Never throws.
 */
export function parseLink(text: string): ParsedExperiment {
  const read = readLink(text)
  if (!read.ok) return read
  const parsed = parseExperiment(read.document)
  return parsed.ok ? parsed : { ok: false, sentence: `This link holds what cannot be: ${parsed.sentence}` }
}
