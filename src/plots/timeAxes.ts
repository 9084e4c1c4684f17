import type { Sheet } from './canvasSurface.ts'
import { math, sans } from './mathText.ts'
import { plotTicks } from './plotTicks.ts'
import type { PlotTick } from './plotTicks.ts'
import type { TimeWindow } from './timeWindow.ts'
import type { TraceScale } from './addTrace.ts'

/** The inner rectangle of a figure over time, in CSS pixels. */
export interface TimeFrame extends TraceScale {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export interface TimeFrameOptions {
  readonly window: TimeWindow
  readonly low: number
  readonly high: number
  /** Room at the right for names, in rem. */
  readonly rightRem: number
}

/** Size of tick texts, in rem. */
const tickRem = 0.6875
const leftRem = 2.5
const bottomRem = 1.25
const topRem = 0.5

export function timeFrame(
  { width, height, tokens: { rem } }: Sheet,
  { window, low, high, rightRem }: TimeFrameOptions,
): TimeFrame {
  const left = leftRem * rem
  const right = Math.max(left + 1, width - rightRem * rem)
  const top = topRem * rem
  const bottom = Math.max(top + 1, height - bottomRem * rem)
  return {
    window,
    left,
    right,
    top,
    bottom,
    x: (time) => left + ((time - window.from) / (window.to - window.from)) * (right - left),
    y: (value) => bottom - ((value - low) / (high - low)) * (bottom - top),
  }
}

/** Grid, ticks and axis texts. Everything later is drawn inside the frame only (see `clipToFrame`). */
export function drawTimeAxes(sheet: Sheet, frame: TimeFrame, ticks: readonly PlotTick[]): void {
  const { context, tokens } = sheet
  const { left, right, top, bottom, window } = frame
  const sizePx = tickRem * tokens.rem
  const text = { sizePx, colour: tokens.inkSoft }
  context.strokeStyle = tokens.hairline
  context.lineWidth = 1
  context.beginPath()
  for (const { value } of ticks) {
    const y = Math.round(frame.y(value)) + 0.5
    context.moveTo(left, y)
    context.lineTo(right, y)
  }
  const timeTicks = plotTicks(window.from, window.to, Math.max(2, Math.round((right - left) / (4 * tokens.rem))))
  for (const { value } of timeTicks) {
    const x = Math.round(frame.x(value)) + 0.5
    context.moveTo(x, top)
    context.lineTo(x, bottom)
  }
  context.stroke()
  for (const tick of ticks) {
    sheet.text.draw(context, [sans(tick.text)], [left - 6, frame.y(tick.value)], tokens, { ...text, align: 'end' })
  }
  for (const tick of timeTicks) {
    const x = frame.x(tick.value)
    if (x > right - 1.6 * sizePx) continue
    sheet.text.draw(context, [sans(tick.text)], [x, bottom + 0.9 * sizePx], tokens, { ...text, align: 'center' })
  }
  sheet.text.draw(context, [math('t')], [right, bottom + 0.9 * sizePx], tokens, {
    sizePx: 1.1 * sizePx,
    colour: tokens.inkSoft,
    align: 'end',
  })
}

/** What `draw` draws stays inside the frame, but for the width of a line. */
export function clipToFrame({ context }: Sheet, { left, right, top, bottom }: TimeFrame, draw: () => void): void {
  context.save()
  context.beginPath()
  context.rect(left, top - 2, right - left + 5, bottom - top + 4)
  context.clip()
  draw()
  context.restore()
}

/** Ticks of a range of values, with as many decimals as the step has. */
export function valueTicks(low: number, high: number, heightPx: number, rem: number): PlotTick[] {
  return plotTicks(low, high, Math.max(2, Math.round(heightPx / (1.9 * rem))))
}
