import { describe, expect, it } from 'vitest'
import { readImageHeader } from './imageHeader.ts'
import { headerRefusal, largestFileBytes, lengthRefusal, nameOfFile, svgOfText } from './loadImage.ts'
import { cameraRefusal } from './useCamera.ts'

const latin = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0))
const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? latin(part) : part)))
const zeros = (count: number) => Array.from({ length: count }, () => 0)

const png = (width: readonly number[], height: readonly number[]) =>
  bytes([0x89], 'PNG\r\n', [0x1a], '\n', [0, 0, 0, 13], 'IHDR', width, height, [8, 2, 0, 0, 0])
const jpeg = bytes(
  [0xff, 0xd8],
  [0xff, 0xe1, 0, 6, 1, 2, 3, 4],
  [0xff, 0xff, 0xc4, 0, 3, 9],
  [0xff, 0xc2, 0, 11, 8, 0x01, 0x02, 0x03, 0x04, 1, 0, 0, 0],
)

describe('readImageHeader', () => {
  it.each([
    ['PNG', png([0, 0, 1, 0], [0, 0, 0, 7]), 256, 7],
    ['JPEG', jpeg, 0x0304, 0x0102],
    ['GIF', bytes('GIF89a', [10, 1, 5, 0]), 266, 5],
    ['WebP', bytes('RIFF', zeros(4), 'WEBPVP8X', zeros(8), [0x0f, 0x27, 0], [0x63, 0, 0]), 10000, 100],
    ['WebP', bytes('RIFF', zeros(4), 'WEBPVP8L', zeros(4), [0x2f, 0x63, 0xc0, 0x04, 0], zeros(5)), 100, 20],
    ['WebP', bytes('RIFF', zeros(4), 'WEBPVP8 ', zeros(7), [0x9d, 0x01, 0x2a, 0x40, 0x01, 0xf0, 0x00]), 320, 240],
  ] as const)('reads the size of a %s', (format, file, width, height) => {
    expect(readImageHeader(file)).toEqual({ kind: 'raster', format, width, height })
  })

  it('reads the same in the middle of a larger buffer', () => {
    const file = png([0, 0, 0, 9], [0, 0, 0, 8])
    const inside = new Uint8Array(file.length + 3)
    inside.set(file, 3)
    expect(readImageHeader(inside.subarray(3))).toMatchObject({ width: 9, height: 8 })
  })

  it('says what is broken', () => {
    expect(readImageHeader(png([0, 0, 0, 0], [0, 0, 0, 7]))).toEqual({ kind: 'broken', format: 'PNG' })
    expect(readImageHeader(jpeg.subarray(0, 14))).toEqual({ kind: 'broken', format: 'JPEG' })
    expect(readImageHeader(bytes('GIF89a', [1]))).toEqual({ kind: 'broken', format: 'GIF' })
    expect(readImageHeader(bytes('RIFF', zeros(4), 'WEBPVP8X'))).toEqual({ kind: 'broken', format: 'WebP' })
  })

  it('never throws, wherever a file ends', () => {
    for (const file of [png([0, 0, 1, 0], [0, 0, 0, 7]), jpeg])
      for (let length = 0; length < file.length; length++)
        expect(() => readImageHeader(file.subarray(0, length))).not.toThrow()
  })

  it('knows an SVG by its first element', () => {
    const xml = '<?xml version="1.0"?>\n<!-- made by > hand -->\n<!DOCTYPE svg [<!ENTITY a "x">]>\n'
    expect(readImageHeader(bytes(`${xml}<svg viewBox="0 0 1 1"/>`))).toEqual({ kind: 'svg' })
    expect(readImageHeader(bytes([0xef, 0xbb, 0xbf], '<svg:svg>'))).toEqual({ kind: 'svg' })
    expect(readImageHeader(bytes('<html><svg>'))).toEqual({ kind: 'other', name: null })
    expect(readImageHeader(bytes('<svgfoo>'))).toEqual({ kind: 'other', name: null })
  })

  it('names what else people have', () => {
    expect(readImageHeader(bytes(zeros(4), 'ftypheic'))).toEqual({ kind: 'other', name: 'HEIC' })
    expect(readImageHeader(bytes(zeros(4), 'ftypavif'))).toEqual({ kind: 'other', name: 'AVIF' })
    expect(readImageHeader(bytes('%PDF-1.7'))).toEqual({ kind: 'other', name: 'PDF' })
    expect(readImageHeader(bytes('hello'))).toEqual({ kind: 'other', name: null })
  })
})

describe('refusals', () => {
  it('come with the limit', () => {
    const raster = { kind: 'raster', format: 'PNG', width: 8000 } as const
    expect(headerRefusal({ ...raster, height: 5000 })).toBeNull()
    expect(headerRefusal({ ...raster, height: 5001 })).toMatch(/40\.1 megapixels.*at most 40/)
    expect(lengthRefusal(largestFileBytes)).toBeNull()
    expect(lengthRefusal(largestFileBytes + 1)).toMatch(/30\.1 MB.*at most 30 MB/)
    expect(lengthRefusal(0)).toMatch(/empty/)
    expect(headerRefusal({ kind: 'other', name: 'HEIC' })).toMatch(/^HEIC files cannot be read/)
    expect(headerRefusal({ kind: 'svg' })).toBeNull()
  })

  it('of a camera say what to do', () => {
    for (const name of ['NotAllowedError', 'NotFoundError', 'NotReadableError', 'blocked'])
      expect(cameraRefusal(name)).toMatch(/or pick a file\.$/)
  })
})

describe('svgOfText', () => {
  it('is a file where the text is an SVG, and null where it is another', async () => {
    const svg = '\n<?xml version="1.0"?>\n<svg viewBox="0 0 1 1"><text>ξ</text></svg>'
    expect(await svgOfText(svg)?.text()).toBe(svg)
    for (const other of ['', 'a letter about <svg>', '<html><svg/></html>']) expect(svgOfText(other)).toBeNull()
  })
})

describe('nameOfFile', () => {
  it('drops the ending and underscores', () => {
    expect(nameOfFile('my_cat.final.PNG')).toBe('my cat.final')
    expect(nameOfFile('.png')).toBe('Picture')
    expect(nameOfFile('x'.repeat(99))).toHaveLength(40)
  })
})
