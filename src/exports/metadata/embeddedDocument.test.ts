import fc from 'fast-check'
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { defaultExperiment } from '../../experiment/defaultExperiment.ts'
import { documentText, parseDocument } from '../../experiment/file/documentFile.ts'
import { readEmbeddedDocument } from './embeddedDocument.ts'
import { addDocumentToPng } from './pngDocument.ts'
import { crc32 } from '../../experiment/crc32.ts'
import { isWhole, makePngChunk, pngChunks } from './pngChunks.ts'
import { addWordsToPng } from './pngWords.ts'
import { svgMetadata } from './svgDocument.ts'
import { escapeXml, unescapeXml } from './xmlText.ts'

/** One grey pixel. */
function makePng(): Uint8Array<ArrayBuffer> {
  const header = Uint8Array.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
  const parts = [
    Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    makePngChunk('IHDR', header),
    makePngChunk('IDAT', deflateSync(Uint8Array.from([0, 127]))),
    makePngChunk('IEND', new Uint8Array(0)),
  ]
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}

const makeSvg = (text: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">${svgMetadata(text)}<path d="M0 0"/></svg>`

const words = documentText(defaultExperiment)
/** JSON of anything, with every kind of character. */
const anyJson = fc.json({ stringUnit: 'binary' })
const few = { numRuns: 300 }

describe('a PNG', () => {
  it('gives back the text that was put in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(readEmbeddedDocument(addDocumentToPng(makePng(), text))).toBe(text)
      }),
      few,
    )
  })

  it('stays a PNG with whole chunks, and has one document however often one is added', () => {
    const twice = addDocumentToPng(addDocumentToPng(makePng(), 'first'), words)
    const chunks = pngChunks(twice)
    expect(chunks.map(({ type }) => type)).toEqual(['IHDR', 'iTXt', 'IDAT', 'IEND'])
    expect(chunks.every((chunk) => isWhole(twice, chunk))).toBe(true)
    expect(parseDocument(readEmbeddedDocument(twice)!)).toEqual({ ok: true, experiment: defaultExperiment })
  })

  it('says which version made it, and the link, beside the document', () => {
    const link = '#/landscape?x=A39OLZE'
    const png = addDocumentToPng(addWordsToPng(makePng(), { version: '1.2.3', link }), words)
    const texts = pngChunks(png)
      .filter(({ type }) => type === 'tEXt')
      .map(({ dataFrom, dataTo }) => new TextDecoder('latin1').decode(png.subarray(dataFrom, dataTo)))
    expect(texts).toEqual(['Software\0Memoryscape 1.2.3', `Comment\0${link}`])
    expect(pngChunks(png).every((chunk) => isWhole(png, chunk))).toBe(true)
    expect(readEmbeddedDocument(png)).toBe(words)
    const unlinked = addWordsToPng(makePng(), { version: '1.2.3', link: null })
    expect(pngChunks(unlinked).map(({ type }) => type)).toEqual(['IHDR', 'tEXt', 'IDAT', 'IEND'])
  })

  it('has the checksums of the standard', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
    expect(crc32(new TextEncoder().encode('IEND'))).toBe(0xae426082)
  })

  it('is left alone where it is none', () => {
    const other = Uint8Array.from([1, 2, 3])
    expect(addDocumentToPng(other, words)).toBe(other)
    expect(readEmbeddedDocument(makePng())).toBeNull()
  })
})

describe('an SVG', () => {
  it('gives back the meaning of the JSON that was put in', () => {
    fc.assert(
      fc.property(anyJson, (text) => {
        const read = readEmbeddedDocument(makeSvg(text))
        expect(JSON.parse(read!)).toEqual(JSON.parse(text))
      }),
      few,
    )
  })

  it('is read as bytes and as text, also behind other programs that prefix and break lines', () => {
    const svg = makeSvg(words)
    expect(readEmbeddedDocument(svg)).toBe(words.trim())
    expect(readEmbeddedDocument(new TextEncoder().encode(svg))).toBe(words.trim())
    const moved = svg
      .replace('<metadata>', '<metadata\n   id="metadata1">')
      .replace(' xmlns:ms=', '\n     id="d1"\n     xmlns:ms=')
      .replaceAll('&quot;', '&#34;')
    expect(parseDocument(readEmbeddedDocument(moved)!)).toEqual({ ok: true, experiment: defaultExperiment })
  })

  it('without a document, or other markup, gives nothing', () => {
    expect(readEmbeddedDocument('<svg xmlns="http://www.w3.org/2000/svg"/>')).toBeNull()
    expect(readEmbeddedDocument(`<html>${svgMetadata(words)}</html>`)).toBeNull()
    expect(readEmbeddedDocument(svgMetadata(words))).toBeNull()
  })
})

it('keeps any text that XML can hold through escaping', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const escaped = escapeXml(text)
      expect(escaped).not.toMatch(/[<>"]/)
      expect(unescapeXml(escaped)).toBe(unescapeXml(escapeXml(unescapeXml(escaped))))
    }),
    few,
  )
})

describe('what comes from outside', () => {
  const png = addDocumentToPng(makePng(), words)
  const svg = new TextEncoder().encode(makeSvg(words))
  const textOrNull = (value: unknown) => value === null || typeof value === 'string'

  it('never throws on random bytes, with or without the first bytes of a picture', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom(0, 8, 33, 60), (bytes, kept) => {
        expect(textOrNull(readEmbeddedDocument(bytes))).toBe(true)
        expect(textOrNull(readEmbeddedDocument(Uint8Array.from([...png.subarray(0, kept), ...bytes])))).toBe(true)
      }),
      few,
    )
  })

  it('never throws on pictures that are cut off or changed, and a changed PNG holds the document or none', () => {
    const change = fc.record({ at: fc.nat(), by: fc.integer({ min: 1, max: 255 }), keep: fc.nat() })
    fc.assert(
      fc.property(change, fc.boolean(), ({ at, by, keep }, isCut) => {
        for (const whole of [png, svg]) {
          const bytes = Uint8Array.from(isCut ? whole.subarray(0, keep % whole.length) : whole)
          if (!isCut) bytes[at % bytes.length] = (bytes[at % bytes.length] + by) % 256
          const read = readEmbeddedDocument(bytes)
          expect(textOrNull(read)).toBe(true)
          if (whole === png && read !== null) expect(read).toBe(words)
        }
      }),
      few,
    )
  })

  it.each([
    ['comments without a picture', `${'<!---->'.repeat(500)}x`],
    ['an endless comment behind comments', '<!---->'.repeat(500) + '<!--'.repeat(500)],
    ['5 MB of spaces', `${' '.repeat(5_000_000)}x`],
    ['document types', `${'<!DOCTYPE x>'.repeat(100_000)}<!DOCTYPE ${' '.repeat(1_000_000)}[`],
    ['declarations', '<?'.repeat(1_000_000)],
    ['a tag with many namespaces and no end', `<svg ><document ${'x="urn:memoryscape:document"'.repeat(100_000)}`],
    ['many tags without an end', `<svg >${'<document a= '.repeat(100_000)}`],
    ['a tag of spaces', `<svg ><document =${' '.repeat(2_000_000)}`],
  ])('is answered at once: %s', (_, text) => {
    expect(readEmbeddedDocument(text)).toBeNull()
  })

  it('is found behind anything that may stand before the picture', () => {
    const type = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x" [ <!ENTITY a "b"> ] >'
    const before = `\ufeff<?xml version="1.0"?><?xml-stylesheet href="a"?>${'<!-- > <svg -->\n'.repeat(500)}${type}`
    const picture = makeSvg(words).replace(/^<\?xml[^>]*>/, '')
    expect(readEmbeddedDocument(before + picture)).toBe(words.trim())
    expect(readEmbeddedDocument(' '.repeat(5_000_000) + picture)).toBe(words.trim())
  })

  it('is not looked at beyond 20 MB', () => {
    const large = new Uint8Array(20_000_001)
    large.set(png)
    expect(readEmbeddedDocument(large)).toBeNull()
  })
})
