import { crc32 } from '../../experiment/crc32.ts'

/** One chunk of a PNG: where its data lies in the file. */
export interface PngChunk {
  /** Four letters, such as `IHDR`. */
  readonly type: string
  /** Index of the chunk's first byte, that of its length. */
  readonly from: number
  /** Indices of its data: the first byte, and the one behind the last. */
  readonly dataFrom: number
  readonly dataTo: number
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const
/** Length and type before the data, the checksum behind. */
const headBytes = 8
const checksumBytes = 4

/** Whether bytes begin as every PNG does (PNG specification, third edition, 5.2). */
export function isPng(bytes: Uint8Array): boolean {
  return signature.every((byte, k) => bytes[k] === byte)
}

/** The chunks of a PNG, up to its end or to the first that is cut off. Empty for anything else. Never throws. */
export function pngChunks(bytes: Uint8Array): PngChunk[] {
  if (!isPng(bytes)) return []
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: PngChunk[] = []
  let from = signature.length
  while (from + headBytes + checksumBytes <= bytes.length) {
    const dataFrom = from + headBytes
    const dataTo = dataFrom + view.getUint32(from)
    if (dataTo + checksumBytes > bytes.length) break
    const type = String.fromCharCode(...bytes.subarray(from + 4, dataFrom))
    chunks.push({ type, from, dataFrom, dataTo })
    if (type === 'IEND') break
    from = dataTo + checksumBytes
  }
  return chunks
}

/** A chunk as it stands in a file: length, type, data, and the checksum of type and data. */
export function makePngChunk(type: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const chunk = new Uint8Array(headBytes + data.length + checksumBytes)
  const view = new DataView(chunk.buffer)
  view.setUint32(0, data.length)
  for (let k = 0; k < 4; k += 1) chunk[4 + k] = type.charCodeAt(k)
  chunk.set(data, headBytes)
  view.setUint32(headBytes + data.length, crc32(chunk.subarray(4, headBytes + data.length)))
  return chunk
}

/** The checksum that a chunk carries is that of its type and data. */
export function isWhole(bytes: Uint8Array, { from, dataTo }: PngChunk): boolean {
  const stored = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(dataTo)
  return stored === crc32(bytes.subarray(from + 4, dataTo))
}
