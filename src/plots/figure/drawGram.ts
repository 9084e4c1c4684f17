import { formatFixed } from '../../ui/formatNumber.ts'
import type { Sheet } from '../canvasSurface.ts'
import { math, sans, sup } from '../mathText.ts'
import { shortName } from '../recall/shortName.ts'
import { inPart } from '../sheetParts.ts'

export interface GramFigure {
  /** Overlaps, P x P, row-major. */
  readonly gram: ArrayLike<number>
  readonly names: readonly string[]
  /** The colour of an overlap from −1 to 1. */
  readonly colourOf: (overlap: number) => string
}

const textRem = 0.75
/** Rows beside which a name fits, in sizes of the text; squares in which a number fits. */
const namedRow = 1.05
const numberedSquare = 2.6
const mostNameRem = 7
const legendRem = 2.75
const topRem = 0.5

/** How high the figure is in a width: a square, names to the left, the legend below. */
export function gramFigureHeight(width: number, rem: number): number {
  return width - mostNameRem * rem + (topRem + legendRem) * rem
}

/** Overlaps of all memories: a square each, with its number where there is room, names at the left, and what the colours mean. */
export function drawGram(sheet: Sheet, { gram, names, colourOf }: GramFigure): void {
  const { context, tokens, text, width } = sheet
  const { rem } = tokens
  const sizePx = textRem * rem
  const count = names.length
  if (count === 0) return
  const left = mostNameRem * rem
  const side = width - left - 1
  const cell = side / count
  const top = topRem * rem
  const isDarkSquare = (overlap: number) => Math.abs(overlap) > 0.55
  inPart(sheet, 'overlaps', () => {
    for (let row = 0; row < count; row += 1) {
      for (let column = 0; column < count; column += 1) {
        const overlap = gram[row * count + column]
        const [x, y] = [left + column * cell, top + row * cell]
        context.fillStyle = colourOf(overlap)
        context.fillRect(x, y, cell, cell)
        if (cell < numberedSquare * sizePx) continue
        // On the strongest colours letters are the paper's, as on the poles of the scale.
        const colour = isDarkSquare(overlap) ? tokens.paper : tokens.ink
        const words = [sans(formatFixed(overlap, row === column ? 0 : 2))]
        text.draw(context, words, [x + cell / 2, y + cell / 2], tokens, { sizePx, colour, align: 'center' })
      }
    }
    context.strokeStyle = tokens.inkSoft
    context.lineWidth = 1
    context.strokeRect(left - 0.5, top - 0.5, side + 1, side + 1)
  })
  if (cell >= namedRow * sizePx) {
    inPart(sheet, 'names', () =>
      names.forEach((name, row) => {
        const measure = (words: string) => text.measure([sans(words)], sizePx, tokens)
        const short = shortName(name, left - 0.75 * rem, measure)
        const place = [left - 0.4 * rem, top + (row + 0.5) * cell] as const
        text.draw(context, [sans(short)], place, tokens, { sizePx, colour: tokens.ink, align: 'end' })
      }),
    )
  }
  drawScale(sheet, colourOf, { left, top: top + side + 0.9 * rem, length: Math.min(side, 14 * rem) })
}

interface Bar {
  readonly left: number
  readonly top: number
  readonly length: number
}

const scaleSteps = 20

/** The colours of −1 to 1, with what they are of. */
function drawScale(sheet: Sheet, colourOf: (overlap: number) => string, { left, top, length }: Bar): void {
  const { context, tokens, text } = sheet
  const { rem } = tokens
  const thickness = 0.625 * rem
  const style = { sizePx: textRem * rem, colour: tokens.inkSoft }
  inPart(sheet, 'legend', () => {
    const gradient = context.createLinearGradient(left, 0, left + length, 0)
    for (let k = 0; k <= scaleSteps; k += 1) gradient.addColorStop(k / scaleSteps, colourOf((2 * k) / scaleSteps - 1))
    context.fillStyle = gradient
    context.fillRect(left, top, length, thickness)
    context.strokeStyle = tokens.inkSoft
    context.lineWidth = 1
    context.strokeRect(left - 0.5, top - 0.5, length + 1, thickness + 1)
    const y = top + thickness + 0.75 * rem
    text.draw(context, [sans('−1')], [left, y], tokens, style)
    text.draw(context, [sans('0')], [left + length / 2, y], tokens, { ...style, align: 'center' })
    text.draw(context, [sans('1')], [left + length, y], tokens, { ...style, align: 'end' })
    const runs = [math('ξ'), sup('μ'), sans('·'), math('ξ'), sup('ν'), sans('/'), math('N')]
    text.draw(context, runs, [left - 0.6 * rem, top + thickness / 2], tokens, { ...style, align: 'end' })
  })
}
