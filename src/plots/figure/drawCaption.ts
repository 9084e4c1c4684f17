import type { Sheet } from '../canvasSurface.ts'
import { inPart } from '../sheetParts.ts'
import type { TextRun } from '../mathText.ts'
import { brokenLines, typesetWords } from './typeset.ts'

const sizeRem = 0.75
const lineRem = 1.1
const gapRem = 0.625

type Measuring = Pick<Sheet, 'text' | 'tokens'>

/** The lines of a caption in a width, typeset. */
export function captionLines({ text, tokens }: Measuring, words: string, width: number): TextRun[][] {
  if (words === '') return []
  return brokenLines(typesetWords(words), width, (runs) => text.measure(runs, sizeRem * tokens.rem, tokens))
}

/** How high they are, with the room above them. */
export function captionHeight({ tokens: { rem } }: Measuring, lineCount: number): number {
  return lineCount === 0 ? 0 : (gapRem + lineCount * lineRem) * rem
}

/** Writes a caption below a figure, from `top` on. */
export function drawCaption(sheet: Sheet, lines: readonly (readonly TextRun[])[], left: number, top: number): void {
  const { context, tokens, text } = sheet
  inPart(sheet, 'caption', () =>
    lines.forEach((runs, k) => {
      const y = top + (gapRem + (k + 0.5) * lineRem) * tokens.rem
      text.draw(context, runs, [left, y], tokens, { sizePx: sizeRem * tokens.rem, colour: tokens.ink })
    }),
  )
}
