import { sansFamily, svgFont } from './svgFont.ts'
import { svgNode, type SvgAttributes, type SvgNode } from './svgNode.ts'
import { svgNumber } from './svgNumber.ts'

/** A piece of a line of text in one face. */
export interface TextPiece {
  readonly text: string
  /** As a canvas has it. */
  readonly font: string
  /** How far it stands above the line (a superscript), or below it where negative, in pixels. */
  readonly rise?: number
}

/** Where text stands: on its line, from `x` on or about it. */
export interface PlacedText {
  readonly x: number
  readonly y: number
  readonly align?: 'start' | 'center' | 'end'
  readonly colour: unknown
  /** Drawn round the letters, so that lines behind do not disturb. */
  readonly halo?: string
  readonly haloWidth?: number
}

const faceOf = (font: string, scale: number): SvgAttributes => {
  const { sizePx, isItalic, weight, family } = svgFont(font)
  return {
    'font-size': svgNumber(sizePx * scale),
    'font-style': isItalic ? 'italic' : undefined,
    'font-weight': weight,
    'font-family': family === sansFamily ? undefined : family,
  }
}

const isPlain = (pieces: readonly TextPiece[]) =>
  pieces.every(({ font, rise = 0 }) => font === pieces[0]?.font && rise === 0)

/** One line of real text. Pieces in other faces are spans of it, so that a name like ξ¹ is found, copied and edited as one. */
export function textNode(pieces: readonly TextPiece[], scale: number, attributes: SvgAttributes): SvgNode | null {
  const written = pieces.filter(({ text }) => text !== '')
  const [first] = written
  if (!first) return null
  // Spaces that a name begins or ends with are part of its distance; without this they would be dropped.
  const space = written.some(({ text }) => /^\s|\s$|\s\s/.test(text)) ? 'preserve' : undefined
  if (isPlain(written)) {
    const text = written.map((piece) => piece.text).join('')
    return svgNode('text', { ...attributes, 'xml:space': space, ...faceOf(first.font, scale) }, [text])
  }
  let level = 0
  const spans = written.map(({ text, font, rise = 0 }) => {
    const dy = (level - rise) * scale
    level = rise
    return svgNode('tspan', { dy: Math.abs(dy) < 0.005 ? undefined : svgNumber(dy), ...faceOf(font, scale) }, [text])
  })
  return svgNode('text', { ...attributes, 'xml:space': space }, spans)
}
