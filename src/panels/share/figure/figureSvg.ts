import { elementDrawing, type PlainColour } from '../../../exports/svg/elementNode.ts'
import { createSvgContext, type SvgContext } from '../../../exports/svg/svgContext.ts'
import { svgFile } from '../../../exports/svg/svgFile.ts'
import type { TextRuler } from '../../../exports/svg/svgFont.ts'
import { svgNode } from '../../../exports/svg/svgNode.ts'
import { createSvgPath } from '../../../exports/svg/svgPath.ts'
import type { Sheet } from '../../../plots/canvasSurface.ts'
import { captionHeight, captionLines, drawCaption } from '../../../plots/figure/drawCaption.ts'
import { createFigureText } from '../../../plots/figure/figureText.ts'
import { figureRem } from '../../../plots/figure/figureTokens.ts'
import type { Tokens } from '../../../ui/readTokens.ts'
import type { Figure } from './figure.ts'

/** Pixels of a figure in a millimetre: those of CSS, 96 an inch. */
export const pixelsPerMm = 96 / 25.4

export interface FigureLook {
  readonly tokens: Tokens
  /** Null: transparent. */
  readonly background: string | null
  readonly widthMm: number
  /** Empty: none. */
  readonly caption: string
  /** JSON of the document that it shows; null: none. */
  readonly documentText: string | null
}

/** What only a browser can do. */
export interface FigureTools {
  readonly ruler: TextRuler
  readonly imageAddress: (image: unknown) => string | null
  readonly plainColour: PlainColour
}

export interface SavedSvg {
  readonly text: string
  /** In pixels of 1/96 inch at the width that was asked for. */
  readonly width: number
  readonly height: number
}

/** Room at the edges, in rem. */
const edgeRem = 0.25

/** A sheet whose strokes become vectors. */
function vectorSheet(context: SvgContext, width: number, height: number, tokens: Tokens): Sheet {
  // The part of a canvas that our drawings use is all there: see svgContext.ts. Its tests, and those of the figures, hold that.
  const canvas = context as unknown as CanvasRenderingContext2D
  return {
    context: canvas,
    width,
    height,
    tokens,
    text: createFigureText(canvas),
    pixelRatio: 1,
    makePath: (data) => createSvgPath(data) as unknown as Path2D,
    part: context.part,
  }
}

/** Draws a figure that our own code draws, with its caption; on any sheet. Returns how high it came out. */
export function drawFigure(
  sheetOf: (height: number) => Sheet,
  figure: Extract<Figure, { kind: 'drawn' }>,
  caption: string,
): number {
  const { width, tokens } = sheetOf(0)
  const edge = edgeRem * tokens.rem
  const inner = width - 2 * edge
  const lines = captionLines(sheetOf(0), caption, inner)
  const own = Math.ceil(figure.heightOf(inner, tokens.rem))
  const height = Math.ceil(own + captionHeight(sheetOf(0), lines.length) + 2 * edge)
  const sheet = sheetOf(height)
  sheet.context.save()
  sheet.context.translate(edge, edge)
  figure.draw({ ...sheet, width: inner, height: own })
  sheet.context.restore()
  drawCaption(sheet, lines, edge, edge + own)
  return height
}

/** A figure as the text of an SVG file. */
export function figureSvg(figure: Figure, look: FigureLook, tools: FigureTools): SavedSvg {
  const { widthMm, tokens, caption } = look
  const context = createSvgContext(tools)
  const width = figure.kind === 'drawn' ? Math.round(widthMm * pixelsPerMm) : 0
  const size =
    figure.kind === 'drawn'
      ? { width, height: drawFigure((height) => vectorSheet(context, width, height, tokens), figure, caption) }
      : placeElement(context, figure, look, tools)
  const drawing = context.drawing()
  const raster = figure.kind === 'drawn' && drawing.hasImages ? ` ${figure.rasterWords ?? ''}` : ''
  const text = svgFile(drawing, {
    ...size,
    widthMm,
    title: figure.label,
    description: `${caption} ${figure.description}${raster}`.trim(),
    background: look.background,
    documentText: look.documentText,
  })
  const scale = (widthMm * pixelsPerMm) / size.width
  return { text, width: size.width * scale, height: size.height * scale }
}

/** Puts an SVG of the page into a drawing, its caption below: in its own pixels, whatever the width in print. */
function placeElement(
  context: SvgContext,
  figure: Extract<Figure, { kind: 'element' }>,
  { tokens, caption }: FigureLook,
  { plainColour }: FigureTools,
): { readonly width: number; readonly height: number } {
  const element = elementDrawing(figure.element, plainColour)
  const edge = edgeRem * figureRem(element.width)
  const width = Math.ceil(element.width + 2 * edge)
  const own = { ...tokens, rem: figureRem(width) }
  const sheet = vectorSheet(context, width, 0, own)
  const lines = captionLines(sheet, caption, width - 2 * edge)
  context
    .drawing()
    .content.children.push(
      svgNode('g', { transform: `translate(${edge.toFixed(2)} ${edge.toFixed(2)})` }, [element.content]),
    )
  drawCaption(sheet, lines, edge, edge + element.height)
  return { width, height: Math.ceil(element.height + captionHeight(sheet, lines.length) + 2 * edge) }
}
