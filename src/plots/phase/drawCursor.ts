import type { FrameCell } from '../../store/frameCell.ts'
import type { Sheet } from '../canvasSurface.ts'
import { darkAndLight } from '../drawMarks.ts'
import { stateToScreen } from '../mapLayout.ts'
import type { MapLayout } from '../mapLayout.ts'
import type { Rect } from '../nameBoxes.ts'
import { drawTextBox, textBoxSize } from '../textBox.ts'
import type { CursorReading } from './cursorReading.ts'
import { placeReading } from './placeReading.ts'

const textRem = 0.8125
const gapRem = 0.75

/** The cross-hair, and the read-out beside it. `taken`: texts that it should not cover. */
export function drawCursor(
  sheet: Sheet,
  { cursor, landscape }: FrameCell,
  layout: MapLayout,
  { reading, taken }: { readonly reading: CursorReading | null; readonly taken: readonly Rect[] },
): void {
  if (!cursor || !landscape || !reading) return
  const { context, tokens } = sheet
  const { left, top, size } = layout
  const place = stateToScreen(layout, landscape.extent, cursor)
  const [x, y] = place
  context.beginPath()
  context.moveTo(Math.round(x) + 0.5, top)
  context.lineTo(Math.round(x) + 0.5, top + size)
  context.moveTo(left, Math.round(y) + 0.5)
  context.lineTo(left + size, Math.round(y) + 0.5)
  // On ground that is nearly as pale as the accent of the night theme, the edge is what one sees.
  for (const [colour, width, opacity] of [
    [darkAndLight(tokens)[0], 3, 0.2],
    [tokens.accent, 1, 0.8],
  ] as const) {
    context.globalAlpha = opacity
    context.strokeStyle = colour
    context.lineWidth = width * tokens.mark
    context.stroke()
  }
  context.globalAlpha = 1
  const sizePx = textRem * tokens.rem
  const bounds = { left: left + 2, top: top + 2, width: size - 4, height: size - 4 }
  const rect = placeReading(place, textBoxSize(sheet, reading.lines, sizePx), {
    bounds,
    taken,
    gap: gapRem * tokens.rem,
  })
  drawTextBox(sheet, rect, reading.lines, { sizePx, frame: tokens.hairline })
}
