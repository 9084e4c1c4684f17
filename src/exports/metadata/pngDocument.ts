import { joinedBytes } from '../joinedBytes.ts'
import { isWhole, makePngChunk, pngChunks, type PngChunk } from './pngChunks.ts'

/** The word under which the document stands in the text of a PNG. */
const keyword = 'memoryscape'
/** Keyword, 0, not compressed, method 0, no language and 0, no translated keyword and 0 (PNG specification, 11.3.3.4 iTXt). */
const head = Uint8Array.of(...new TextEncoder().encode(keyword), 0, 0, 0, 0, 0)

function isDocument(bytes: Uint8Array, { type, dataFrom, dataTo }: PngChunk): boolean {
  return type === 'iTXt' && dataTo - dataFrom >= head.length && head.every((byte, k) => bytes[dataFrom + k] === byte)
}

/**
 * The PNG with the document in its text (iTXt, UTF-8), in the place of one that it may have already. Not compressed: a document has 3 kB beside
 * the hundreds of a picture. Bytes that are no PNG come back as they were.
 */
export function addDocumentToPng(png: Uint8Array<ArrayBuffer>, documentText: string): Uint8Array<ArrayBuffer> {
  const chunks = pngChunks(png)
  const header = chunks[0]
  if (header?.type !== 'IHDR') return png
  const text = new TextEncoder().encode(documentText)
  const data = joinedBytes([head, text])
  const end = header.dataTo + 4
  const kept = chunks.slice(1).filter((chunk) => !isDocument(png, chunk))
  const parts = [
    png.subarray(0, end),
    makePngChunk('iTXt', data),
    ...kept.map((chunk) => png.subarray(chunk.from, chunk.dataTo + 4)),
  ]
  return joinedBytes(parts)
}

/** The text of the document in a PNG; null where there is none, or a damaged one. Never throws. */
export function readPngDocument(png: Uint8Array): string | null {
  const chunk = pngChunks(png).find((each) => isDocument(png, each))
  if (!chunk || !isWhole(png, chunk)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(png.subarray(chunk.dataFrom + head.length, chunk.dataTo))
  } catch {
    return null
  }
}
