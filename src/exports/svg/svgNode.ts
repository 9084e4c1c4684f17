import { escapeXml } from '../metadata/xmlText.ts'

/** An element of a drawing, its text or its children. */
export interface SvgNode {
  readonly tag: string
  readonly attributes: SvgAttributes
  readonly children: (SvgNode | string)[]
}

/** By name; what is undefined is not written. */
export type SvgAttributes = Readonly<Record<string, string | undefined>>

export function svgNode(tag: string, attributes: SvgAttributes, children: (SvgNode | string)[] = []): SvgNode {
  return { tag, attributes, children }
}

/** A name as an id may be: letters, digits, `-`, beginning with a letter. */
export function svgId(text: string): string {
  const plain = text.replaceAll(/[^A-Za-z\d-]+/g, '-').replaceAll(/-+$/g, '')
  return /^[A-Za-z]/.test(plain) ? plain : `n${plain}`
}

/** The text of an element, with line breaks between elements but not inside of text. Groups without content are left out. */
export function svgText({ tag, attributes, children }: SvgNode): string {
  const written = children.map((child) => (typeof child === 'string' ? escapeXml(child) : svgText(child)))
  const kept = written.filter((text) => text !== '')
  if ((tag === 'g' || tag === 'defs') && kept.every((text) => text.startsWith('<title>'))) return ''
  const head = Object.entries(attributes)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${escapeXml(value)}"`]))
    .join('')
  if (kept.length === 0) return `<${tag}${head}/>`
  const isText = children.some((child) => typeof child === 'string') || tag === 'text'
  const inner = isText ? kept.join('') : `\n${kept.join('\n')}\n`
  return `<${tag}${head}>${inner}</${tag}>`
}
