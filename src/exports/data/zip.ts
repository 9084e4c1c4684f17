import { crc32On, crcStart } from '../../experiment/crc32.ts'

/** Files that become one ZIP archive, text by text. */
export interface Archive {
  /** The texts that follow belong to a file of this name. */
  readonly begin: (name: string) => void
  readonly write: (text: string) => void
  /** The archive, one part after the other. */
  readonly finish: () => readonly Uint8Array<ArrayBuffer>[]
}

const localMark = 0x04034b50
const centralMark = 0x02014b50
const endMark = 0x06054b50
/** Version 2.0 of the format, and the flag for names in UTF-8. */
const version = 20
const utf8Flag = 0x0800
/** 1 January 1980, the first day that the format knows: with the real one no two archives would be the same. */
const firstDay = 0x0021

interface OpenFile {
  readonly name: Uint8Array<ArrayBuffer>
  readonly content: Uint8Array<ArrayBuffer>[]
  crc: number
  size: number
}

/** An empty ZIP archive, not compressed (PKWARE's APPNOTE, method 0). The same files give the same bytes. */
export function createArchive(): Archive {
  const encoder = new TextEncoder()
  const files: OpenFile[] = []
  return {
    begin: (name) => void files.push({ name: encoder.encode(name), content: [], crc: crcStart, size: 0 }),
    write(text) {
      const file = files.at(-1)
      if (file === undefined) throw new Error('A file has to begin first.')
      const bytes = encoder.encode(text)
      file.content.push(bytes)
      file.crc = crc32On(file.crc, bytes)
      file.size += bytes.length
    },
    finish: () => archiveParts(files),
  }
}

function archiveParts(files: readonly OpenFile[]): Uint8Array<ArrayBuffer>[] {
  const parts: Uint8Array<ArrayBuffer>[] = []
  const directory: Uint8Array<ArrayBuffer>[] = []
  let offset = 0
  for (const { name, content, crc, size } of files) {
    const about = [version, utf8Flag, 0, 0, firstDay].map(twoBytes)
    const sizes = [~crc >>> 0, size, size].map(fourBytes)
    const local = record([localMark, 4], ...about, ...sizes, [name.length, 2], [0, 2])
    parts.push(local, name, ...content)
    // Behind the name: lengths of extra field and comment, disk, internal and external attributes.
    const rest: Field[] = [...[name.length, 0, 0, 0, 0].map(twoBytes), ...[0, offset].map(fourBytes)]
    directory.push(record([centralMark, 4], [version, 2], ...about, ...sizes, ...rest), name)
    offset += local.length + name.length + size
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  const count = [files.length, files.length].map(twoBytes)
  const end = record([endMark, 4], [0, 2], [0, 2], ...count, [size, 4], [offset, 4], [0, 2])
  return [...parts, ...directory, end]
}

type Field = readonly [value: number, bytes: 2 | 4]

const twoBytes = (value: number): Field => [value, 2]
const fourBytes = (value: number): Field => [value, 4]

/** Numbers one after the other, lowest byte first. */
function record(...fields: readonly Field[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(fields.reduce((sum, [, length]) => sum + length, 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const [value, length] of fields) {
    if (length === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
    at += length
  }
  return bytes
}
