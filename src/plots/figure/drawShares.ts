import { percentText } from '../phase/fractions.ts'
import { drawHatching } from '../phase/hatching.ts'
import type { Sheet } from '../canvasSurface.ts'
import { sans } from '../mathText.ts'
import { plotTicks } from '../plotTicks.ts'
import { inPart } from '../sheetParts.ts'

/** How much of a whole goes to one memory and to its twin, or to what is no memory. */
export interface ShareBar {
  readonly label: string
  readonly memory: 0 | 1 | null
  /** From 0 to 1; null where there is none. */
  readonly twin: number | null
  readonly together: number
}

/** Height over width. */
export const sharesShape = 0.3
const textRem = 0.75
const nameRem = 6
const valueRem = 4
const bottomRem = 1.25
/** Of the height of a row. */
const barShare = 0.6

/** Shares as bars from 0 to 100 %: a memory with its twin hatched behind it. Returns what draws them on a sheet. */
export function drawShares(bars: readonly ShareBar[]): (sheet: Sheet) => void {
  return (sheet) => {
    const { context, tokens, text, width, height } = sheet
    const { rem } = tokens
    const [left, right] = [nameRem * rem, width - valueRem * rem]
    const bottom = height - bottomRem * rem
    const rowPx = bottom / Math.max(1, bars.length)
    const x = (share: number) => left + share * (right - left)
    const style = { sizePx: textRem * rem, colour: tokens.ink }
    inPart(sheet, 'axes', () => {
      context.strokeStyle = tokens.hairline
      context.lineWidth = 1
      context.beginPath()
      for (const { value } of plotTicks(0, 100, 4)) {
        const at = Math.round(x(value / 100)) + 0.5
        context.moveTo(at, 0)
        context.lineTo(at, bottom)
        const soft = { sizePx: 0.6875 * rem, colour: tokens.inkSoft, align: 'center' } as const
        text.draw(context, [sans(percentText(value / 100, 0))], [at, bottom + 0.7 * rem], tokens, soft)
      }
      context.stroke()
    })
    bars.forEach(({ label, memory, twin, together }, k) => {
      const y = (k + 0.5) * rowPx
      const [top, tall] = [y - (barShare * rowPx) / 2, barShare * rowPx]
      const own = together - (twin ?? 0)
      inPart(sheet, `share-${k + 1}`, () => {
        context.fillStyle = memory === null ? tokens.inkSoft : memory === 0 ? tokens.memory1 : tokens.memory2
        context.fillRect(left, top, x(own) - left, tall)
        if (twin !== null && twin > 0) {
          const rect = { left: x(own), top, width: x(together) - x(own), height: tall }
          context.globalAlpha = 0.5
          context.fillRect(rect.left, top, rect.width, tall)
          context.globalAlpha = 1
          drawHatching(context, rect, tokens)
        }
        text.draw(context, [sans(label)], [left - 0.5 * rem, y], tokens, { ...style, align: 'end' })
        text.draw(context, [sans(percentText(together))], [width, y], tokens, { ...style, align: 'end' })
      })
    })
  }
}
