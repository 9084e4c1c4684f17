import { formatFixed } from '../../ui/formatNumber.ts'
import type { Thresholds } from '../../model/thresholds.ts'
import type { Sheet } from '../canvasSurface.ts'
import { math, roman, sans, sub, sup } from '../mathText.ts'
import { plotTicks } from '../plotTicks.ts'
import { shortName } from '../recall/shortName.ts'
import { inPart } from '../sheetParts.ts'

export interface SaliencyBar {
  readonly name: string
  readonly saliency: number
  readonly colour: string
}

export interface SaliencyFigure {
  readonly bars: readonly SaliencyBar[]
  readonly axis: { readonly low: number; readonly high: number }
  /** From here on a memory exists, and is stable. */
  readonly thresholds: Thresholds
}

const textRem = 0.75
const rowRem = 1.25
const topRem = 1.25
const bottomRem = 2.25
const nameRem = 7
const valueRem = 2.75

export function saliencyFigureHeight(rem: number, count: number): number {
  return (topRem + count * rowRem + bottomRem) * rem
}

/** α_μ of every memory as bars from zero, over the two thresholds. */
export function drawSaliencies(sheet: Sheet, { bars, axis, thresholds }: SaliencyFigure): void {
  const { context, tokens, text, width } = sheet
  const { rem } = tokens
  const sizePx = textRem * rem
  const [left, right] = [nameRem * rem, width - valueRem * rem]
  const [top, bottom] = [topRem * rem, (topRem + bars.length * rowRem) * rem]
  const x = (value: number) => left + ((value - axis.low) / (axis.high - axis.low || 1)) * (right - left)
  const soft = { sizePx: 0.6875 * rem, colour: tokens.inkSoft }
  inPart(sheet, 'axes', () => {
    context.strokeStyle = tokens.hairline
    context.lineWidth = 1
    context.beginPath()
    for (const { value, text: words } of plotTicks(axis.low, axis.high, 5)) {
      const at = Math.round(x(value)) + 0.5
      context.moveTo(at, top)
      context.lineTo(at, bottom)
      text.draw(context, [sans(words)], [at, bottom + 0.7 * rem], tokens, { ...soft, align: 'center' })
    }
    context.stroke()
    const name = { sizePx: rem, colour: tokens.ink, align: 'center' } as const
    text.draw(context, [math('α'), sub('μ')], [(left + right) / 2, bottom + 1.65 * rem], tokens, name)
  })
  inPart(sheet, 'bars', () =>
    bars.forEach(({ name, saliency, colour }, k) => {
      const y = top + (k + 0.5) * rowRem * rem
      context.fillStyle = colour
      const [from, to] = [Math.min(x(0), x(saliency)), Math.max(x(0), x(saliency))]
      context.fillRect(from, y - 0.35 * rem, to - from, 0.7 * rem)
      const short = shortName(name, left - 0.75 * rem, (words) => text.measure([sans(words)], sizePx, tokens))
      text.draw(context, [sans(short)], [left - 0.4 * rem, y], tokens, { sizePx, colour: tokens.ink, align: 'end' })
      const place = [width - 0.1 * rem, y] as const
      text.draw(context, [sans(formatFixed(saliency, 2))], place, tokens, { ...soft, sizePx, align: 'end' })
    }),
  )
  inPart(sheet, 'thresholds', () => {
    context.strokeStyle = tokens.ink
    context.beginPath()
    context.moveTo(x(0), top)
    context.lineTo(x(0), bottom)
    context.stroke()
    const offset = thresholds.diagonal === 0 ? [] : [roman(' + Σ'), math('α'), roman('/'), math('N')]
    for (const [value, dash, runs] of [
      [thresholds.existence, [2, 3], [roman('1/'), math('g'), ...offset]],
      [thresholds.stability, [6, 4], [math('α'), sup('*')]],
    ] as const) {
      context.setLineDash([...dash])
      context.beginPath()
      context.moveTo(x(value), top)
      context.lineTo(x(value), bottom)
      context.stroke()
      context.setLineDash([])
      const isFirst = value === thresholds.existence
      const isClose = thresholds.stability - thresholds.existence < 0.12 * (axis.high - axis.low)
      const align = !isClose ? 'center' : isFirst ? 'end' : 'start'
      const shift = !isClose ? 0 : isFirst ? 2 : -2
      text.draw(context, runs, [x(value) + shift, top - 0.6 * rem], tokens, { ...soft, sizePx, align })
    }
  })
}
