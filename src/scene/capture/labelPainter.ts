import { paintElement, type PaintedElement } from './paintElement.ts'

/** A label at a place of the canvas. */
interface Placed {
  readonly painted: PaintedElement
  readonly x: number
  readonly y: number
  readonly opacity: number
}

/** Painted labels kept at most: in a film numbers come and go. */
const mostPainted = 300

/**
 * The labels of a picture, painted on a canvas as the page would show them. It stands in for the overlay of elements. `host`: where a label can
 * be laid out, unseen, in the styles of the scene. `hasHalo`: they stand on paper, and keep clear of the lines on it.
 */
export function createLabelPainter(host: HTMLElement, scale: number, hasHalo: boolean) {
  const painted = new Map<string, PaintedElement>()
  const placed: Placed[] = []

  function paintedOf(className: string, html: string): PaintedElement {
    const key = `${className} ${html}`
    let label = painted.get(key)
    if (!label) {
      if (painted.size >= mostPainted) painted.clear()
      const element = document.createElement('span')
      element.className = `scene-label ${className}`
      element.innerHTML = html
      host.append(element)
      label = paintElement(element, scale, hasHalo)
      element.remove()
      painted.set(key, label)
    }
    return label
  }

  return {
    begin() {
      placed.length = 0
    },
    measure: (_key: string, className: string, html: string) => paintedOf(className, html),
    put(_key: string, className: string, html: string, x: number, y: number, opacity = 1) {
      placed.push({ painted: paintedOf(className, html), x, y, opacity })
    },
    end() {},
    /** Draws what was put. `left`, `top`: the corner of the picture, in CSS pixels of the canvas that the places are of. */
    paint(context: CanvasRenderingContext2D, left: number, top: number) {
      for (const { painted: label, x, y, opacity } of placed) {
        context.globalAlpha = opacity
        // On whole pixels, or letters would be blurred.
        context.drawImage(
          label.canvas,
          Math.round(scale * (x - left - label.width / 2)) - label.margin,
          Math.round(scale * (y - top - label.height / 2)) - label.margin,
        )
      }
      context.globalAlpha = 1
    },
  }
}
