import { svgMetadata } from '../metadata/svgDocument.ts'
import { escapeXml } from '../metadata/xmlText.ts'
import type { SvgDrawing } from './svgContext.ts'
import { svgNode, svgText } from './svgNode.ts'
import { svgNumber } from './svgNumber.ts'

export interface SvgFileOptions {
  /** Pixels of the drawing: 96 an inch at the width of `widthMm`. */
  readonly width: number
  readonly height: number
  /** How wide it prints. */
  readonly widthMm: number
  readonly title: string
  readonly description: string
  /** Null: transparent. */
  readonly background: string | null
  /** JSON; null: none. */
  readonly documentText: string | null
}

/**
 * A figure as an SVG file: with its size in print, its title and description, the document that it shows, and nothing that is fetched or run. The
 * same drawing gives the same bytes.
 */
export function svgFile({ defs, content }: SvgDrawing, options: SvgFileOptions): string {
  const { width, height, widthMm, title, description, background, documentText } = options
  const size = `width="${svgNumber(widthMm)}mm" height="${svgNumber((widthMm * height) / width)}mm"`
  const ground =
    background === null
      ? ''
      : svgText(
          svgNode('rect', { class: 'page', width: svgNumber(width), height: svgNumber(height), fill: background }),
        )
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${svgNumber(width)} ${svgNumber(height)}" role="img" aria-labelledby="title description">`,
    `<title id="title">${escapeXml(title)}</title>`,
    `<desc id="description">${escapeXml(description)}</desc>`,
    documentText === null ? '' : svgMetadata(documentText),
    svgText(svgNode('defs', {}, [...defs])),
    ground,
    svgText(content),
    '</svg>',
  ]
    .filter((line) => line !== '')
    .join('\n')}\n`
}
