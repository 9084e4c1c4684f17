import { escapeXml, unescapeXml } from './xmlText.ts'

/** A name, not an address that is ever asked for. */
const namespace = 'urn:memoryscape:document'
/** Two patterns, one after the other: in one, each of many namespaces would look for the end of its tag once more. */
const documentTag = /<(?:[a-z_][\w.-]*:)?document\s([^<>]*)>/gi
const ourNamespace = /=\s*(["'])urn:memoryscape:document\1/i

/** Strings of JSON may hold what XML cannot; written as `\u0007` both can. */
const notInXml = /[\u007f-\u009f\ud800-\udfff\ufffe\uffff]/g

/** The `<metadata>` of an SVG that carries a document. `documentText`: JSON. */
export function svgMetadata(documentText: string): string {
  // Outside strings JSON has ASCII only, so that what is replaced stands in a string, where the other spelling means the same.
  const text = documentText.replaceAll(notInXml, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return `<metadata><ms:document xmlns:ms="${namespace}">${escapeXml(text)}</ms:document></metadata>`
}

const space = /[\s\u{feff}]*/uy
const svgTag = /<(?:[a-z_][\w.-]*:)?svg[\s>]/iy

/**
 * Whether text looks like an SVG: its first element is `svg`, behind nothing but space, declarations, comments and a document type. Step by step, in
 * linear time: a pattern in which one comment may swallow several tries every way to share them out before it fails.
 */
export function isSvg(text: string): boolean {
  let at = 0
  for (;;) {
    space.lastIndex = at
    space.test(text)
    const begin = space.lastIndex
    at = prologEnd(text, begin)
    if (at === begin) break
    if (at < 0) return false
  }
  svgTag.lastIndex = at
  return svgTag.test(text)
}

/** Behind the declaration, comment or document type that begins at `at`; `at` where none does, −1 where it has no end. */
function prologEnd(text: string, at: number): number {
  if (text.startsWith('<?', at)) return behind(text, '?>', at + 2)
  if (text.startsWith('<!--', at)) return behind(text, '-->', at + 4)
  if (text.slice(at, at + 9).toUpperCase() !== '<!DOCTYPE') return at
  const stop = /[>[]/g
  stop.lastIndex = at
  const found = stop.exec(text)
  if (found === null) return -1
  const list = found[0] === '[' ? behind(text, ']', found.index) : found.index
  return list < 0 ? -1 : behind(text, '>', list)
}

function behind(text: string, end: string, from: number): number {
  const at = text.indexOf(end, from)
  return at < 0 ? -1 : at + end.length
}

/** The text of the document in an SVG; null where there is none. Only text is read: nothing of the file is run or shown. Never throws. */
export function readSvgDocument(svg: string): string | null {
  const from = documentStart(svg)
  if (from < 0) return null
  const to = svg.indexOf('</', from)
  if (to < 0) return null
  const inner = svg.slice(from, to).trim()
  const plain = inner.startsWith('<![CDATA[') && inner.endsWith(']]>') ? inner.slice(9, -3) : unescapeXml(inner)
  return plain === '' ? null : plain
}

/** Behind the tag that opens the document; −1 where there is none. */
function documentStart(svg: string): number {
  for (const { index, 0: tag, 1: attributes } of svg.matchAll(documentTag)) {
    if (ourNamespace.test(attributes)) return index + tag.length
  }
  return -1
}
