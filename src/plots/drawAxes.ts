import type { CoordinateNames } from '../store/pictureLab.ts'
import type { Sheet } from './canvasSurface.ts'
import { stateToScreen } from './mapLayout.ts'
import type { MapLayout } from './mapLayout.ts'
import { math, sans, sub } from './mathText.ts'
import { plotTicks } from './plotTicks.ts'

/** Frame, ticks and names of the two axes. */
export function drawAxes(
  sheet: Sheet,
  extent: number,
  layout: MapLayout,
  { letter, subscripts }: CoordinateNames,
): void {
  const { context, tokens } = sheet
  const { left, top, size } = layout
  const { rem } = tokens
  const bottom = top + size
  const text = { sizePx: 0.75 * rem, colour: tokens.inkSoft }
  const tickPx = 0.3 * rem
  context.strokeStyle = tokens.inkSoft
  context.lineWidth = 1
  context.beginPath()
  context.rect(left - 0.5, top - 0.5, size + 1, size + 1)
  for (const tick of plotTicks(-extent, extent, Math.max(2, Math.min(6, Math.round(size / (4 * rem)))))) {
    const [x, y] = stateToScreen(layout, extent, [tick.value, tick.value])
    context.moveTo(Math.round(x) + 0.5, bottom)
    context.lineTo(Math.round(x) + 0.5, bottom + tickPx)
    context.moveTo(left, Math.round(y) + 0.5)
    context.lineTo(left - tickPx, Math.round(y) + 0.5)
    // The ends of the rows belong to the names of the axes.
    if (x < left + size - 1.6 * rem) {
      sheet.text.draw(context, [sans(tick.text)], [x, bottom + tickPx + 0.6 * rem], tokens, {
        ...text,
        align: 'center',
      })
    }
    if (y > top + 1.4 * rem) {
      sheet.text.draw(context, [sans(tick.text)], [left - tickPx - 3, y], tokens, { ...text, align: 'end' })
    }
  }
  context.stroke()
  const name = { sizePx: rem, colour: tokens.ink }
  sheet.text.draw(context, [math(letter), sub(subscripts[0])], [left + size, bottom + tickPx + 0.65 * rem], tokens, {
    ...name,
    align: 'end',
  })
  sheet.text.draw(context, [math(letter), sub(subscripts[1])], [left - tickPx - 3, top + 0.45 * rem], tokens, {
    ...name,
    align: 'end',
  })
}
