/** What the first bytes of a file say, before anything is decoded. */
export type ImageHeader =
  | { readonly kind: 'raster'; readonly format: RasterFormat; readonly width: number; readonly height: number }
  /** Of a known type, but its size is not where it should be. */
  | { readonly kind: 'broken'; readonly format: RasterFormat }
  | { readonly kind: 'svg' }
  /** Something else, with a name where it is a well-known one. */
  | { readonly kind: 'other'; readonly name: string | null }

export type RasterFormat = 'PNG' | 'JPEG' | 'GIF' | 'WebP'

/** So much of a file is enough: a JPEG may carry a profile and a thumbnail (up to 64 kB a segment) before its size. */
export const headerBytes = 1 << 20

const text = (bytes: Uint8Array, from: number, length: number) =>
  String.fromCharCode(...bytes.subarray(from, from + length))

const startsWith = (bytes: Uint8Array, signature: readonly number[]) => signature.every((byte, i) => bytes[i] === byte)

/** Reads the type and the size off the first bytes of a file. The name of the file and what its sender says do not count. */
export function readImageHeader(bytes: Uint8Array): ImageHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return raster('PNG', pngSize(bytes, view))
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return raster('JPEG', jpegSize(bytes, view))
  if (/^GIF8[79]a$/.test(text(bytes, 0, 6))) return raster('GIF', gifSize(view))
  if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 4) === 'WEBP') return raster('WebP', webpSize(bytes, view))
  if (isSvg(bytes)) return { kind: 'svg' }
  return { kind: 'other', name: knownName(bytes) }
}

type Size = readonly [width: number, height: number] | null

function raster(format: RasterFormat, size: Size): ImageHeader {
  if (!size || size[0] === 0 || size[1] === 0) return { kind: 'broken', format }
  return { kind: 'raster', format, width: size[0], height: size[1] }
}

/** PNG specification, 11.2.1: the first chunk is IHDR. */
function pngSize(bytes: Uint8Array, view: DataView): Size {
  if (bytes.length < 24 || text(bytes, 12, 4) !== 'IHDR') return null
  return [view.getUint32(16), view.getUint32(20)]
}

function gifSize(view: DataView): Size {
  return view.byteLength < 10 ? null : [view.getUint16(6, true), view.getUint16(8, true)]
}

/** ITU T.81, B.2.2: goes from segment to segment up to the frame header (SOF0 to SOF15 without DHT, JPG and DAC). */
function jpegSize(bytes: Uint8Array, view: DataView): Size {
  let at = 2
  while (at + 9 <= bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      // Fill bytes before a marker.
      at += 1
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return [view.getUint16(at + 7), view.getUint16(at + 5)]
    if (marker === 0xd9 || marker === 0xda) return null
    at += 2 + view.getUint16(at + 2)
  }
  return null
}

/** RFC 9649: VP8X has the size of the canvas; VP8 and VP8L have it in their bit streams. */
function webpSize(bytes: Uint8Array, view: DataView): Size {
  if (bytes.length < 30) return null
  const threeBytes = (at: number) => view.getUint16(at, true) | ((bytes[at + 2] ?? 0) << 16)
  switch (text(bytes, 12, 4)) {
    case 'VP8X':
      return [threeBytes(24) + 1, threeBytes(27) + 1]
    case 'VP8L': {
      if (bytes[20] !== 0x2f) return null
      const bits = view.getUint32(21, true)
      return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1]
    }
    case 'VP8 ':
      return startsWith(bytes.subarray(23), [0x9d, 0x01, 0x2a])
        ? [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff]
        : null
    default:
      return null
  }
}

/** XML whose first element is `svg`, after a byte order mark, declarations and comments. */
function isSvg(bytes: Uint8Array): boolean {
  const encoding = startsWith(bytes, [0xff, 0xfe]) ? 'utf-16le' : startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : 'utf-8'
  const start = new TextDecoder(encoding).decode(bytes.subarray(0, 1 << 16))
  const content = start.replace(/^(?:\s|<\?[^]*?\?>|<!--[^]*?-->|<!DOCTYPE(?:[^[>]|\[[^\]]*\])*>)*/i, '')
  return /^<(?:[\w.-]+:)?svg[\s/>]/.test(content)
}

/** Types that people are likely to have, so that the refusal can name them. */
function knownName(bytes: Uint8Array): string | null {
  if (text(bytes, 4, 4) === 'ftyp') {
    const brand = text(bytes, 8, 4)
    if (/^(?:avif|avis)$/.test(brand)) return 'AVIF'
    return /^(?:hei|hev|mif|msf)/.test(brand) ? 'HEIC' : 'video'
  }
  if (text(bytes, 0, 4) === '%PDF') return 'PDF'
  if (text(bytes, 0, 2) === 'BM') return 'BMP'
  return startsWith(bytes, [0x49, 0x49, 0x2a, 0x00]) || startsWith(bytes, [0x4d, 0x4d, 0x00, 0x2a]) ? 'TIFF' : null
}
