import type { Sheet } from '../canvasSurface.ts'
import { sans } from '../mathText.ts'
import { inPart } from '../sheetParts.ts'
import { typesetWords } from './typeset.ts'

const sizeRem = 0.875
const lineRem = 1.5

export function headingHeight(rem: number): number {
  return lineRem * rem
}

/** Draws a plot under its name, which on the page stands above the canvas. */
export function drawUnderHeading(sheet: Sheet, words: string, draw: (sheet: Sheet) => void): void {
  const { context, tokens, text, height } = sheet
  const { rem } = tokens
  const top = headingHeight(rem)
  const runs = typesetWords(words).flatMap((word, k) => (k === 0 ? word : [sans(' '), ...word]))
  inPart(sheet, 'heading', () =>
    text.draw(context, runs, [0, (sizeRem / 2 + 0.1) * rem], tokens, { sizePx: sizeRem * rem, colour: tokens.ink }),
  )
  context.save()
  context.translate(0, top)
  inPart(sheet, 'plot', () => draw({ ...sheet, height: height - top }))
  context.restore()
}
