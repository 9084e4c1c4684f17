import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { createArchive } from './zip.ts'

const files = [
  { name: 'first.csv', text: 'a,b\r\n1,2\r\n' },
  { name: 'zweite-für-Anna.csv', text: 'α,ψ\r\n' },
  { name: 'empty.csv', text: '' },
]

/** In two texts each, as they come. */
function zipBytes(of: typeof files): Uint8Array {
  const archive = createArchive()
  for (const { name, text } of of) {
    archive.begin(name)
    archive.write(text.slice(0, 3))
    archive.write(text.slice(3))
  }
  return Buffer.concat(archive.finish())
}

/** Reads the directory at the end of an archive, and the content it points to. */
function readZip(bytes: Uint8Array): { name: string; text: string }[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const end = bytes.length - 22
  expect(view.getUint32(end, true)).toBe(0x06054b50)
  let at = view.getUint32(end + 16, true)
  const decoder = new TextDecoder()
  return Array.from({ length: view.getUint16(end + 10, true) }, () => {
    expect(view.getUint32(at, true)).toBe(0x02014b50)
    const [sum, size, nameLength, from] = [at + 16, at + 24, at + 28, at + 42].map((place) =>
      view.getUint32(place, true),
    )
    const length = nameLength & 0xffff
    const name = decoder.decode(bytes.subarray(at + 46, at + 46 + length))
    const start = from + 30 + length
    const content = bytes.subarray(start, start + size)
    expect(crc32(content)).toBe(sum)
    at += 46 + length
    return { name, text: decoder.decode(content) }
  })
}

test('every file is in the archive, whole', () => {
  expect(readZip(zipBytes(files))).toEqual(files)
  expect(zipBytes(files)).toEqual(zipBytes(files))
  expect(readZip(zipBytes([]))).toEqual([])
})
