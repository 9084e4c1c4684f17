import { escapeXml, unescapeXml } from './xmlText.ts'

/** A name, not an address that is ever asked for. */
const namespace = 'urn:memoryscape:document'
const openTag = /<([a-z_][\w.-]*:)?document\s[^<>]*?=\s*(["'])urn:memoryscape:document\2[^<>]*>/i

/** Strings of JSON may hold what XML cannot; written as `\u0007` both can. */
const notInXml = /[\u007f-\u009f\ud800-\udfff\ufffe\uffff]/g

/** The `<metadata>` of an SVG that carries a document. `documentText`: JSON. */
export function svgMetadata(documentText: string): string {
  // Outside strings JSON has ASCII only, so that what is replaced stands in a string, where the other spelling means the same.
  const text = documentText.replaceAll(notInXml, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return `<metadata><ms:document xmlns:ms="${namespace}">${escapeXml(text)}</ms:document></metadata>`
}

/** Whether text looks like an SVG: an `<svg` among its first elements. */
export function isSvg(text: string): boolean {
  return /^[\s\u{feff}]*(<\?xml[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(\[[^\]]*\])?\s*>|\s)*<([a-z_][\w.-]*:)?svg[\s>]/iu.test(
    text.slice(0, 4096),
  )
}

/** The text of the document in an SVG; null where there is none. Only text is read: nothing of the file is run or shown. Never throws. */
export function readSvgDocument(svg: string): string | null {
  const opened = openTag.exec(svg)
  if (!opened) return null
  const from = opened.index + opened[0].length
  const to = svg.indexOf('</', from)
  if (to < 0) return null
  const inner = svg.slice(from, to).trim()
  const plain = inner.startsWith('<![CDATA[') && inner.endsWith(']]>') ? inner.slice(9, -3) : unescapeXml(inner)
  return plain === '' ? null : plain
}
