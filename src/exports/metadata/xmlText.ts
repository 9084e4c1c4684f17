const names = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
])
const entities = new Map([...names].map(([sign, entity]) => [entity, sign]))

/**
 * What XML cannot hold in any spelling: control characters but tab and line breaks, lone halves of characters, U+FFFE and U+FFFF (XML 1.0, 2.2).
 */
const impossible = /[^\P{Cc}\t\n\r\u{7f}-\u{9f}]|[\p{Cs}\u{fffe}\u{ffff}]/gu

/** Text as it may stand in an element or in an attribute of XML; what XML cannot hold becomes the sign for that. */
export function escapeXml(text: string): string {
  return text.replaceAll(impossible, '\ufffd').replaceAll(/[&<>"]/g, (sign) => names.get(sign) ?? sign)
}

const entityPattern = /&(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});/gi

/** The inverse of `escapeXml`; reads entities by number as well, which other programs write. */
export function unescapeXml(text: string): string {
  return text.replaceAll(entityPattern, (entity) => {
    const name = entity.toLowerCase()
    if (name === '&apos;') return "'"
    const code = name.startsWith('&#x') ? Number.parseInt(name.slice(3), 16) : Number.parseInt(name.slice(2), 10)
    if (name.startsWith('&#')) return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
    return entities.get(name) ?? entity
  })
}
