import { hiddenStyle, hideStyles, showStyles } from './svgStyles.ts'

/**
 * An SVG from a stranger is drawn in two steps, either of which would do. It is parsed as a document of its own, which runs
 * nothing, and everything that could act or reach out is taken away. What is left is shown by an `<img>` from a blob: a
 * browser runs no script in an image and loads nothing that is not in its file.
 */

const svgNamespace = 'http://www.w3.org/2000/svg'
const activeElements = 'script, foreignObject, iframe, object, embed, audio, video, link, meta'
/** Of addresses, only places in the same file and pictures written into it are kept. */
const insideAddress = /^\s*(?:#|data:image\/(?:png|jpeg|gif|webp)[;,])/i
const outsideUrl = /url\((?!\s*(?:["']\s*)?(?:#|data:image\/(?:png|jpeg|gif|webp)[;,]))[^)]*\)?/gi
const cssImport = /@import\b[^;]*;?/gi

/** CSS pixels of a side where the file says nothing. */
const defaultSide = 512

/** An attribute like `onload="…"`. Taken out before parsing too: a page that forbids inline scripts reports each one it parses. */
const handlerAttribute = /\son[a-z]+\s*=\s*(?:"[^"]*"|'[^']*')/gi

const inertStyle = (style: string) => style.replaceAll(cssImport, '').replaceAll(outsideUrl, 'none')

/**
 * The same picture with nothing in it that acts or reaches out, its longer side `longestSide` pixels long (SVG has no
 * resolution of its own, and without a size some browsers draw nothing). Null when the text is not an SVG.
 */
export function makeInertSvg(source: string, longestSide: number): string | null {
  const root = parseSvg(hideStyles(source.replaceAll(handlerAttribute, '')))
  if (!root) return null
  for (const element of root.querySelectorAll(activeElements)) element.remove()
  for (const element of [root, ...root.querySelectorAll('*')]) {
    for (const { name, value } of Array.from(element.attributes)) {
      const isLink = /^(?:.*:)?(?:href|src|base)$/i.test(name)
      if (/^on/i.test(name) || (isLink && !insideAddress.test(value))) element.removeAttribute(name)
      else if (!isLink && /url\(/i.test(value)) element.setAttribute(name, inertStyle(value))
    }
    if (element.localName === hiddenStyle) element.textContent = inertStyle(element.textContent)
  }
  setSize(root, longestSide)
  return showStyles(new XMLSerializer().serializeToString(root))
}

function parseSvg(source: string): Element | null {
  const parse = (text: string) => new DOMParser().parseFromString(text, 'image/svg+xml')
  let parsed = parse(source)
  // Written by hand, the namespace is easily forgotten; without it nothing would be drawn.
  if (parsed.documentElement.localName === 'svg' && parsed.documentElement.namespaceURI === null)
    parsed = parse(source.replace(/<svg(?=[\s/>])/, `<svg xmlns="${svgNamespace}"`))
  const root = parsed.documentElement
  const isSvg = root.localName === 'svg' && root.namespaceURI === svgNamespace
  return isSvg && parsed.querySelector('parsererror') === null ? root : null
}

function setSize(root: Element, longestSide: number): void {
  const box = (root.getAttribute('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  const hasBox = box.length === 4 && box.every(Number.isFinite) && (box[2] ?? 0) > 0 && (box[3] ?? 0) > 0
  const length = (name: string) => {
    const [, number, unit] = /^([\d.]+(?:e[+-]?\d+)?)\s*([a-z%]*)$/i.exec((root.getAttribute(name) ?? '').trim()) ?? []
    const pixels = Number(number)
    return unit !== '%' && pixels > 0 && Number.isFinite(pixels) ? pixels : null
  }
  const width = length('width') ?? (hasBox ? (box[2] ?? defaultSide) : defaultSide)
  const height = length('height') ?? (hasBox ? (box[3] ?? defaultSide) : defaultSide)
  if (!hasBox) root.setAttribute('viewBox', `0 0 ${width} ${height}`)
  const scale = longestSide / Math.max(width, height)
  root.setAttribute('width', String(Math.max(1, Math.round(width * scale))))
  root.setAttribute('height', String(Math.max(1, Math.round(height * scale))))
}
