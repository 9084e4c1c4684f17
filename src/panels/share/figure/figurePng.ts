import { addDocumentToPng } from '../../../exports/metadata/pngDocument.ts'
import { addDensityToPng } from '../../../exports/png/pngDensity.ts'
import { createFigureText } from '../../../plots/figure/figureText.ts'
import type { Figure } from './figure.ts'
import { drawFigure, pixelsPerMm, type FigureLook } from './figureSvg.ts'

/** How many pixels stand for one of 1/96 inch. */
export type PngScale = 1 | 2 | 3 | 4

const dotsPerInch = 96
const tooLarge = 'The browser could not make a picture of this size. Choose a smaller one.'

/**
 * A figure as the bytes of a PNG, with the document that it shows. `svg`: the file of one that is an SVG of the page. Throws a sentence where the
 * browser cannot.
 */
export async function figurePng(
  figure: Figure,
  look: FigureLook,
  scale: PngScale,
  svg: string | null,
): Promise<Uint8Array<ArrayBuffer>> {
  const canvas =
    figure.kind === 'drawn'
      ? drawnCanvas(figure, look, scale)
      : await svgCanvas(svg ?? '', look.widthMm * pixelsPerMm * scale)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new Error(tooLarge)
  const png = addDensityToPng(new Uint8Array(await blob.arrayBuffer()), scale * dotsPerInch)
  return look.documentText === null ? png : addDocumentToPng(png, look.documentText)
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d')
  if (!context) throw new Error(tooLarge)
  return context
}

/** Drawn by the code of the screen, larger. */
function drawnCanvas(
  figure: Extract<Figure, { kind: 'drawn' }>,
  { tokens, caption, background, widthMm }: FigureLook,
  scale: PngScale,
): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  const width = Math.round(widthMm * pixelsPerMm)
  const text = createFigureText(contextOf(document.createElement('canvas')))
  canvas.width = width * scale
  drawFigure(
    (height) => {
      // A sheet without height is for measuring; the last one is drawn on.
      if (height > 0) canvas.height = height * scale
      const context = contextOf(canvas)
      context.setTransform(scale, 0, 0, scale, 0, 0)
      if (background !== null && height > 0) {
        context.fillStyle = background
        context.fillRect(0, 0, width, height)
      }
      return { context, width, height, tokens, text, pixelRatio: scale }
    },
    figure,
    caption,
  )
  return canvas
}

/** An SVG as pixels, `width` across. */
async function svgCanvas(svg: string, width: number): Promise<HTMLCanvasElement> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(width)
    canvas.height = Math.round((width * image.naturalHeight) / Math.max(1, image.naturalWidth))
    contextOf(canvas).drawImage(image, 0, 0, canvas.width, canvas.height)
    return canvas
  } catch {
    throw new Error('This page is not allowed to turn the figure into pixels. Save it as SVG.')
  } finally {
    URL.revokeObjectURL(address)
  }
}
