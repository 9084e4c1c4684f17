import { crc32 } from '../crc32.ts'
import { decodeBytes, encodeBytes, isPixelCode } from '../recall/pixelCode.ts'

/** The link part of an address is longer than this for no document that anyone draws; browsers and chats cut longer ones. */
export const longestLink = 100_000

/** Name of the link in the fragment: `#/landscape?x=…`. */
const linkName = 'x='

/** The link part of an address, or of a fragment, or of text that is nothing but the link; null where an address has none. */
export function linkPart(text: string): string | null {
  const plain = text.includes('%') ? decoded(text) : text
  const start = plain.search(/[?&]x=/)
  if (start < 0) return plain.includes('/') || plain.includes('#') ? null : tidy(plain)
  return tidy(plain.slice(start + 1 + linkName.length).replace(/&.*$/s, ''))
}

/** A fragment that opens the document: `#/landscape?x=…`. */
export function linkFragment(viewHash: string, link: string): string {
  return `${viewHash}?${linkName}${link}`
}

/** What may stand behind a link in a sentence. */
const closingSigns = `.,;:!?'"”’)>]`

/** Mail breaks long lines, and sentences end in full stops. From the end, since a pattern would try each run of signs, from each of its signs on. */
function tidy(link: string): string {
  const plain = link.replaceAll(/\s+/g, '')
  let end = plain.length
  while (end > 0 && closingSigns.includes(plain[end - 1])) end -= 1
  return plain.slice(0, end)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** What a link holds under its checksum. This never changes, whatever the layouts do, so that an old page can tell a newer link from a broken one. */
interface Envelope {
  /** Of the content: which layout wrote it (`readLink.ts`). */
  readonly form: number
  readonly content: Uint8Array
}

const checksumBytes = 3

/** One byte of form, the content, three bytes of checksum; in base64url. */
export function sealLink({ form, content }: Envelope): string {
  const bytes = new Uint8Array(1 + content.length + checksumBytes)
  bytes[0] = form
  bytes.set(content, 1)
  const end = bytes.length - checksumBytes
  bytes.set(checksum(bytes.subarray(0, end)), end)
  return encodeBytes(bytes)
}

/** What was sealed; null when a character was changed, lost or added. */
export function openSeal(link: string): Envelope | null {
  if (!isPixelCode(link)) return null
  const length = Math.floor((link.length * 6) / 8)
  if (length < 1 + checksumBytes) return null
  const bytes = decodeBytes(link, length)
  const end = length - checksumBytes
  const expected = checksum(bytes.subarray(0, end))
  if (expected.some((byte, k) => byte !== bytes[end + k])) return null
  return { form: bytes[0], content: bytes.slice(1, end) }
}

/** The lower 24 bits of the CRC-32 of IEEE 802.3: of changed links one in 16 million passes for whole. */
function checksum(bytes: Uint8Array): readonly [number, number, number] {
  const crc = crc32(bytes)
  return [(crc >>> 16) & 255, (crc >>> 8) & 255, crc & 255]
}
