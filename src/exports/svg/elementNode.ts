import { mathFamily, sansFamily } from './svgFont.ts'
import { svgColour } from './svgColour.ts'
import { svgId, svgNode, type SvgNode } from './svgNode.ts'
import { svgNumber } from './svgNumber.ts'

/** Drawn on the page as an SVG already: its parts with the styles that the page gives them. */
export interface ElementDrawing {
  readonly width: number
  readonly height: number
  readonly content: SvgNode
}

/** What says where things are: taken as it is. */
const geometry = [
  'x y x1 y1 x2 y2 cx cy r rx ry width height d points transform dx dy',
  'patternUnits patternTransform viewBox',
].flatMap((names) => names.split(' '))

const shapes: ReadonlySet<string> = new Set(['path', 'line', 'rect', 'circle', 'polyline', 'polygon', 'text'])
const kept: ReadonlySet<string> = new Set([...shapes, 'g', 'tspan', 'defs', 'pattern'])

/** Styles that children take over: written only where they change. */
const inherited = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'text-anchor',
  'paint-order',
] as const

/** What a text moves down by to stand about its middle height: few programs know `dominant-baseline`. */
const middleDrop = '0.34em'

type Styles = Readonly<Record<string, string>>

/** What every file begins with. */
const initial: Styles = {
  fill: '#000000',
  'fill-opacity': '1',
  stroke: 'none',
  'stroke-opacity': '1',
  'stroke-width': '1',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'font-family': sansFamily,
  'font-style': 'normal',
  'font-weight': '400',
  'text-anchor': 'start',
  'paint-order': 'normal',
}

/** Any CSS colour as `rgb(…)`: browsers give mixed colours in other spaces. */
export type PlainColour = (colour: string) => string

/**
 * An SVG of the page as a drawing for a file: styles of the page written on the elements, and without what cannot be seen (places to grab,
 * rings of the focus, decorations of the pointer).
 */
export function elementDrawing(svg: SVGSVGElement, plainColour: PlainColour): ElementDrawing {
  const { x, y, width, height } = svg.viewBox.baseVal
  const box = svg.getBoundingClientRect()
  const hasView = svg.hasAttribute('viewBox')
  const children = [...svg.children].flatMap((child) => nodeOf(child, initial, plainColour))
  const transform = hasView && (x !== 0 || y !== 0) ? `translate(${svgNumber(-x)} ${svgNumber(-y)})` : undefined
  return {
    width: hasView ? width : box.width,
    height: hasView ? height : box.height,
    content: svgNode('g', { class: 'plot', transform }, children),
  }
}

function nodeOf(element: Element, around: Styles, plainColour: PlainColour): (SvgNode | string)[] {
  const tag = element.tagName
  if (!kept.has(tag)) return []
  const style = getComputedStyle(element)
  if (style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0') return []
  const styles = stylesOf(style, plainColour)
  if (shapes.has(tag) && isUnseen(styles)) return []
  const attributes: Record<string, string> = {}
  if (element.id !== '') attributes['id'] = svgId(element.id)
  for (const name of geometry) {
    const value = element.getAttribute(name)
    if (value !== null) attributes[name] = shortNumbers(value)
  }
  if (tag === 'text' && ['central', 'middle'].includes(style.dominantBaseline)) attributes['dy'] = middleDrop
  for (const name of inherited) if (styles[name] !== around[name]) attributes[name] = styles[name] ?? ''
  if (style.opacity !== '1') attributes['opacity'] = style.opacity
  const children = [...element.childNodes].flatMap((child) => {
    if (child instanceof Element) return nodeOf(child, styles, plainColour)
    return child.nodeType === Node.TEXT_NODE && (tag === 'text' || tag === 'tspan') ? [child.textContent ?? ''] : []
  })
  if ((tag === 'text' || tag === 'tspan') && /^\s|\s$/.test(element.textContent ?? ''))
    attributes['xml:space'] = 'preserve'
  return [svgNode(tag, attributes, children)]
}

const isUnseen = (styles: Styles) =>
  (styles['fill'] === 'none' || styles['fill-opacity'] === '0') &&
  (styles['stroke'] === 'none' || styles['stroke-opacity'] === '0')

/** Coordinates come with all digits of a double. */
const shortNumbers = (text: string) =>
  text.replaceAll(/-?\d+\.\d{3,}(?:e-?\d+)?/g, (number) => svgNumber(Number(number)))

function stylesOf(style: CSSStyleDeclaration, plainColour: PlainColour): Styles {
  const found: Record<string, string> = {}
  for (const name of inherited) found[name] = style.getPropertyValue(name)
  for (const paint of ['fill', 'stroke'] as const) {
    const value = found[paint] ?? 'none'
    const reference = /^url\("?#([^")]+)"?\)/.exec(value)
    if (reference) found[paint] = `url(#${svgId(reference[1])})`
    else if (value !== 'none') {
      const { colour, opacity } = svgColour(plainColour(value))
      found[paint] = colour
      found[`${paint}-opacity`] = svgNumber(opacity * Number(found[`${paint}-opacity`] ?? 1))
    }
  }
  found['stroke-width'] = lengths(found['stroke-width'])
  found['stroke-dasharray'] = lengths(found['stroke-dasharray'])
  found['font-size'] = lengths(found['font-size'])
  found['font-family'] = /KaTeX|(?<!sans-)serif/i.test(found['font-family'] ?? '') ? mathFamily : sansFamily
  return found
}

const lengths = (text = 'none') =>
  text === 'none'
    ? text
    : text.replaceAll(',', '').replaceAll(/([\d.]+)px/g, (_, number: string) => svgNumber(Number(number)))
