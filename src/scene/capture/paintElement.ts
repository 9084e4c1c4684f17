/** A label as pixels. */
export interface PaintedElement {
  /** CSS pixels of its box. */
  readonly width: number
  readonly height: number
  readonly canvas: HTMLCanvasElement
  /** Pixels of the canvas around the box, on every side. */
  readonly margin: number
}

/** CSS pixels around a label: what its halo or its ring needs. */
const marginPixels = 8
/** A blurred shadow is faint: the style asks for three, one over the other. */
const halos = [3, 3, 6] as const

/** Paints a laid out element with its text, plate, edge and ring, as its computed style says. */
export function paintElement(element: HTMLElement, scale: number, hasHalo: boolean): PaintedElement {
  const { offsetWidth: width, offsetHeight: height } = element
  const margin = Math.ceil(marginPixels * scale)
  const columns = Math.ceil(width * scale) + 2 * margin
  const rows = Math.ceil(height * scale) + 2 * margin
  const style = getComputedStyle(element)
  const { left, top } = element.getBoundingClientRect()
  const letters = makeSheet(columns, rows, (context) => {
    context.setTransform(scale, 0, 0, scale, margin - scale * left, margin - scale * top)
    paintText(context, element)
  })
  const canvas = makeSheet(columns, rows, (context) => {
    context.setTransform(scale, 0, 0, scale, margin, margin)
    paintPlate(context, style, width, height)
    context.resetTransform()
    if (hasHalo && style.textShadow !== 'none') paintHalo(context, letters, style.textShadow, scale)
    context.drawImage(letters, 0, 0)
  })
  return { width, height, canvas, margin }
}

function makeSheet(columns: number, rows: number, paint: (context: CanvasRenderingContext2D) => void) {
  const canvas = document.createElement('canvas')
  canvas.width = columns
  canvas.height = rows
  const context = canvas.getContext('2d')
  if (context) paint(context)
  return canvas
}

function paintPlate(context: CanvasRenderingContext2D, style: CSSStyleDeclaration, width: number, height: number) {
  const radius = Number.parseFloat(style.borderTopLeftRadius) || 0
  const edge = Number.parseFloat(style.borderLeftWidth) || 0
  const plate = () => {
    context.beginPath()
    context.roundRect(0, 0, width, height, radius)
  }
  // A ring around it: a shadow that is only spread. Computed as 'rgb(…) 0px 0px 0px 1.5px'.
  const ring = /^(.+?) 0px 0px 0px ([\d.]+)px$/.exec(style.boxShadow)
  if (ring) {
    const spread = Number(ring[2])
    context.fillStyle = ring[1]
    context.beginPath()
    context.roundRect(-spread, -spread, width + 2 * spread, height + 2 * spread, radius + spread)
    context.roundRect(0, 0, width, height, radius)
    context.fill('evenodd')
  }
  context.fillStyle = style.backgroundColor
  plate()
  context.fill()
  if (edge === 0) return
  context.save()
  plate()
  context.clip()
  context.fillStyle = style.borderLeftColor
  context.fillRect(0, 0, edge, height)
  context.restore()
}

/** Letter by letter, where the page has them: a canvas knows neither tabular figures nor kerning as a style sheet asks for it. */
function paintText(context: CanvasRenderingContext2D, element: HTMLElement) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!node.parentElement) continue
    const style = getComputedStyle(node.parentElement)
    context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
    context.fillStyle = style.color
    const ascent = Math.round(context.measureText('x').fontBoundingBoxAscent)
    let at = 0
    for (const letter of node.nodeValue ?? '') {
      range.setStart(node, at)
      range.setEnd(node, (at += letter.length))
      const { left, top } = range.getBoundingClientRect()
      context.fillText(letter, left, top + ascent)
    }
  }
}

/**
 * In the colour of the first of the shadows that a style lists, blurred as in scene.css. A canvas blurs in its own pixels. The letters that
 * throw the shadow are outside: drawn over themselves they would be bold.
 */
function paintHalo(context: CanvasRenderingContext2D, letters: HTMLCanvasElement, textShadow: string, scale: number) {
  context.shadowColor = textShadow.split(/ 0px /)[0]
  context.shadowOffsetX = letters.width
  for (const blur of halos) {
    context.shadowBlur = blur * scale
    context.drawImage(letters, -letters.width, 0)
  }
  context.shadowColor = 'transparent'
}
