import type { ExportHeader } from '../header.ts'
import { joinedBytes } from '../joinedBytes.ts'
import { makePngChunk, pngChunks } from './pngChunks.ts'

/**
 * The PNG with words for any program that shows them (tEXt; PNG specification, 11.3.3.2): under `Software` the version of Memoryscape, under
 * `Comment` the link, where there is one. Bytes that are no PNG come back as they were.
 */
export function addWordsToPng(
  png: Uint8Array<ArrayBuffer>,
  { version, link }: Pick<ExportHeader, 'version' | 'link'>,
): Uint8Array<ArrayBuffer> {
  const [header] = pngChunks(png)
  if (header?.type !== 'IHDR') return png
  const at = header.dataTo + 4
  const words = [
    wordChunk('Software', `Memoryscape ${version}`),
    ...(link === null ? [] : [wordChunk('Comment', link)]),
  ]
  return joinedBytes([png.subarray(0, at), ...words, png.subarray(at)])
}

/** `words`: ASCII. */
function wordChunk(keyword: string, words: string): Uint8Array<ArrayBuffer> {
  return makePngChunk('tEXt', new TextEncoder().encode(`${keyword}\0${words}`))
}
