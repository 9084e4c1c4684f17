import { formatShort } from '../../ui/formatNumber.ts'
import type { Sheet } from '../canvasSurface.ts'
import { math, sans, sub } from '../mathText.ts'
import { plotTicks } from '../plotTicks.ts'
import { drawEndNames } from '../recall/drawEndNames.ts'
import { memoryDash } from '../recall/memoryDash.ts'
import { inPart } from '../sheetParts.ts'

interface TimelineCurve {
  /** The memory: its line keeps its dashes. */
  readonly id: number
  readonly name: string
  readonly colour: string
  /** Straight between them; α as it reaches the network. */
  readonly corners: readonly { readonly time: number; readonly alpha: number }[]
}

export interface TimelineFigure {
  /** The time at the right end. */
  readonly span: number
  /** Times of the keyframes. */
  readonly keyframes: readonly number[]
  readonly curves: readonly TimelineCurve[]
}

const leftRem = 2.5
const rightRem = 5
const topRem = 1
const bottomRem = 1.5
const textRem = 0.6875

interface TimelineFrame {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly x: (time: number) => number
  readonly y: (alpha: number) => number
  readonly low: number
  readonly high: number
}

function timelineFrame({ width, height, tokens: { rem } }: Sheet, { span, curves }: TimelineFigure): TimelineFrame {
  const alphas = curves.flatMap(({ corners }) => corners.map(({ alpha }) => alpha))
  const [low, high] = [Math.min(0, ...alphas), 1.05 * Math.max(1e-9, ...alphas)]
  const [left, top] = [leftRem * rem, topRem * rem]
  const [right, bottom] = [Math.max(left + 1, width - rightRem * rem), Math.max(top + 1, height - bottomRem * rem)]
  return {
    left,
    right,
    top,
    bottom,
    low,
    high,
    x: (time) => left + (time / span) * (right - left),
    y: (alpha) => bottom - ((alpha - low) / (high - low)) * (bottom - top),
  }
}

/** α_μ of the leading memories over the timeline: straight where keyframes morph, level where they are held. */
export function drawTimeline(sheet: Sheet, figure: TimelineFigure): void {
  const frame = timelineFrame(sheet, figure)
  inPart(sheet, 'axes', () => drawAxes(sheet, figure, frame))
  inPart(sheet, 'curves', () => drawCurves(sheet, figure, frame))
  inPart(sheet, 'names', () => drawNames(sheet, figure, frame))
}

function drawAxes({ context, tokens, text }: Sheet, { span, keyframes }: TimelineFigure, frame: TimelineFrame): void {
  const { left, right, top, bottom, x, y, low, high } = frame
  const { rem } = tokens
  const style = { sizePx: textRem * rem, colour: tokens.inkSoft }
  const below = bottom + 0.7 * rem
  context.strokeStyle = tokens.hairline
  context.lineWidth = 1
  context.beginPath()
  for (const { value, text: words } of plotTicks(low, high, 4)) {
    const at = Math.round(y(value)) + 0.5
    context.moveTo(left, at)
    context.lineTo(right, at)
    text.draw(context, [sans(words)], [left - 5, at], tokens, { ...style, align: 'end' })
  }
  for (const time of keyframes) {
    const at = Math.round(x(time)) + 0.5
    context.moveTo(at, top)
    context.lineTo(at, bottom)
  }
  context.stroke()
  for (const { value } of plotTicks(0, span, 8)) {
    if (x(value) > right - 1.2 * rem) continue
    text.draw(context, [sans(formatShort(value))], [x(value), below], tokens, { ...style, align: 'center' })
  }
  const name = { sizePx: 1.2 * style.sizePx, colour: tokens.ink, align: 'end' } as const
  text.draw(context, [math('t')], [right, below], tokens, name)
  text.draw(context, [math('α'), sub('μ')], [left - 5, top - 0.5 * rem], tokens, name)
}

function drawCurves({ context, tokens }: Sheet, { span, curves }: TimelineFigure, { x, y }: TimelineFrame): void {
  context.lineJoin = 'round'
  context.lineWidth = 1.75 * tokens.mark
  for (const { id, colour, corners } of curves) {
    context.strokeStyle = colour
    context.setLineDash([...memoryDash(id)])
    context.beginPath()
    for (const { time, alpha } of corners) context.lineTo(x(time), y(alpha))
    // The last keyframe stays.
    const last = corners.at(-1)
    if (last) context.lineTo(x(span), y(last.alpha))
    context.stroke()
  }
  context.setLineDash([])
}

function drawNames(sheet: Sheet, { curves }: TimelineFigure, frame: TimelineFrame): void {
  const ends = curves
    .map(({ name, colour, corners }) => ({ name, colour, y: frame.y(corners.at(-1)?.alpha ?? 0) }))
    .toSorted((a, b) => a.y - b.y)
  drawEndNames(sheet, frame, ends, textRem * sheet.tokens.rem)
}
