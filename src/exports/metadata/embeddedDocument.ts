import { isPng } from './pngChunks.ts'
import { readPngDocument } from './pngDocument.ts'
import { isSvg, readSvgDocument } from './svgDocument.ts'

/** Larger pictures are not looked at. */
const largestBytes = 20_000_000

/**
 * The text of the document that a picture carries: a PNG or an SVG that was exported from here, as bytes or, an SVG, as text. Null for
 * anything else. What it returns is text from outside: it still has to be parsed. Never throws.
 */
export function readEmbeddedDocument(picture: Uint8Array | string): string | null {
  if (picture.length > largestBytes) return null
  if (typeof picture !== 'string') {
    if (isPng(picture)) return readPngDocument(picture)
    return readEmbeddedDocument(new TextDecoder().decode(picture))
  }
  return isSvg(picture) ? readSvgDocument(picture) : null
}
