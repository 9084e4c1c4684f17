import { largestFileBytes } from '../../experiment/file/documentFile.ts'
import { isPng } from './pngChunks.ts'
import { readPngDocument } from './pngDocument.ts'
import { isSvg, readSvgDocument } from './svgDocument.ts'

/**
 * The text of the document that a picture carries: a PNG or an SVG that was exported from here, as bytes or, an SVG, as text. Null for
 * anything else, and for more than `largestFileBytes`. What it returns is text from outside: it still has to be parsed. Never throws.
 */
export function readEmbeddedDocument(picture: Uint8Array | string): string | null {
  if (picture.length > largestFileBytes) return null
  if (typeof picture !== 'string') {
    if (isPng(picture)) return readPngDocument(picture)
    return readEmbeddedDocument(new TextDecoder().decode(picture))
  }
  return isSvg(picture) ? readSvgDocument(picture) : null
}
