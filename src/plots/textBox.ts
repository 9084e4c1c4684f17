import type { Sheet } from './canvasSurface.ts'
import type { TextRun } from './mathText.ts'
import type { Rect } from './nameBoxes.ts'

/** Lines of text on a slip of paper: padding and distance of the lines, in sizes of the text. */
const paddingInSizes = { across: 0.55, down: 0.3 }
const lineInSizes = 1.4

/** How large the slip is. */
export function textBoxSize(
  sheet: Sheet,
  lines: readonly (readonly TextRun[])[],
  sizePx: number,
): { width: number; height: number } {
  const widest = lines.reduce((most, runs) => Math.max(most, sheet.text.measure(runs, sizePx, sheet.tokens)), 0)
  return {
    width: Math.ceil(widest + 2 * paddingInSizes.across * sizePx),
    height: Math.ceil((lines.length * lineInSizes + 2 * paddingInSizes.down) * sizePx),
  }
}

interface TextBoxStyle {
  readonly sizePx: number
  /** A bar of this colour at the left edge. */
  readonly edge?: string | null
  /** A frame of this colour. */
  readonly frame?: string | null
}

/** A slip of paper with text: it lets the ground shine through a little. */
export function drawTextBox(
  sheet: Sheet,
  rect: Rect,
  lines: readonly (readonly TextRun[])[],
  { sizePx, edge = null, frame = null }: TextBoxStyle,
): void {
  const { context, tokens } = sheet
  const { left, top, width, height } = rect
  context.globalAlpha = 0.88
  context.fillStyle = tokens.paper
  context.beginPath()
  context.roundRect(left, top, width, height, 3)
  context.fill()
  context.globalAlpha = 1
  if (frame) {
    context.strokeStyle = frame
    context.lineWidth = 1
    context.stroke()
  }
  if (edge) {
    context.fillStyle = edge
    context.fillRect(left, top, 2.5, height)
  }
  lines.forEach((runs, k) => {
    const y = top + (paddingInSizes.down + (k + 0.5) * lineInSizes) * sizePx
    sheet.text.draw(context, runs, [left + paddingInSizes.across * sizePx, y], tokens, { sizePx, colour: tokens.ink })
  })
}
