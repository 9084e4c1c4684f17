import type { EscapeCurve } from '../../model/phase/density.ts'
import type { Stopwatch } from '../../model/phase/stopwatch.ts'
import { spreadLabels } from '../../ui/sliderScale.ts'
import type { Sheet } from '../canvasSurface.ts'
import { isClearOfName } from '../clearOfName.ts'
import { math, roman, sans, sub, sup, type TextRun } from '../mathText.ts'
import { plotTicks } from '../plotTicks.ts'
import {
  decadeRange,
  decadeRuns,
  decadeTicks,
  escapeRoutes,
  interval95,
  timeAt,
  timesOfRoute,
  type EscapeRoute,
} from './escapeAxis.ts'

const tickRem = 0.6875
const nameRem = 0.75
/** Room for the times at the left, for the names of the routes at the right, in rem. */
const leftRem = 2.1
const rightRem = 4.1
const topRem = 1.35
const bottomRem = 1.4
/** To the twin: dashes tell without colour. */
const twinDash = [4, 3]
/** Fewer escapes than this are no measurement. */
const fewestEscapes = 10

export interface EscapeScene {
  readonly curve: EscapeCurve
  /** Where the network stands on the axis. */
  readonly present: number
  readonly stopwatches: readonly Stopwatch[]
}

/** How the changed parameter is written. */
function axisRuns(along: EscapeCurve['along']): readonly TextRun[] {
  if (along === 'noise') return [math('σ')]
  return [math('α'), sub(along === 'saliency-1' ? '1' : '2')]
}

/** ξ¹ → ±ξ², ξ¹ → −ξ¹. */
function routeRuns({ from, to }: EscapeRoute): readonly TextRun[] {
  const memory = (mu: number) => [math('ξ'), sup(String(mu + 1))]
  const target = to === 'other' ? [roman('±'), ...memory(1 - from)] : [roman('−'), ...memory(from)]
  return [...memory(from), sans('\u2009→\u2009'), ...target]
}

interface EscapeFrame {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly x: (value: number) => number
  /** By time; beyond the top for what is longer than the axis. */
  readonly y: (time: number) => number
}

function escapeFrame({ width, height, tokens: { rem } }: Sheet, { curve, stopwatches }: EscapeScene) {
  const all = [...curve.times.flat().map(({ time }) => time), ...stopwatches.map(({ meanTime }) => meanTime)]
  const range = decadeRange(all)
  const [left, top] = [leftRem * rem, topRem * rem]
  const right = Math.max(left + 1, width - rightRem * rem)
  const bottom = Math.max(top + 1, height - bottomRem * rem)
  const [first, last] = [curve.values[0] ?? 0, curve.values.at(-1) ?? 1]
  const frame: EscapeFrame = {
    left,
    right,
    top,
    bottom,
    x: (value) => left + ((value - first) / (last - first || 1)) * (right - left),
    y: (time) => {
      const exponent = Math.min(range.high + 1, Math.max(range.low - 1, Math.log10(time)))
      return bottom - ((exponent - range.low) / (range.high - range.low)) * (bottom - top)
    },
  }
  return { frame, range }
}

/** Grid, ticks and the names of both axes. */
function drawAxes(sheet: Sheet, { curve }: EscapeScene, { frame, range }: ReturnType<typeof escapeFrame>): void {
  const { context, tokens, text } = sheet
  const { left, right, top, bottom } = frame
  const sizePx = tickRem * tokens.rem
  const style = { sizePx, colour: tokens.inkSoft }
  context.strokeStyle = tokens.hairline
  context.lineWidth = 1
  context.beginPath()
  for (const exponent of decadeTicks(range, bottom - top, 1.5 * sizePx)) {
    const y = Math.round(frame.y(10 ** exponent)) + 0.5
    context.moveTo(left, y)
    context.lineTo(right, y)
    text.draw(context, decadeRuns(exponent), [left - 5, y], tokens, { ...style, align: 'end' })
  }
  const [first, last] = [curve.values[0] ?? 0, curve.values.at(-1) ?? 1]
  const below = bottom + 0.95 * sizePx
  const nameLeft = right + 0.6 * tokens.rem
  for (const { value, text: words } of plotTicks(
    first,
    last,
    Math.max(2, Math.round((right - left) / (3 * tokens.rem))),
  )) {
    const x = Math.round(frame.x(value)) + 0.5
    context.moveTo(x, top)
    context.lineTo(x, bottom)
    if (isClearOfName(sheet, words, x, sizePx, nameLeft))
      text.draw(context, [sans(words)], [x, below], tokens, { ...style, align: 'center' })
  }
  context.stroke()
  const name = { sizePx: 1.2 * sizePx, colour: tokens.inkSoft }
  text.draw(context, axisRuns(curve.along), [nameLeft, below], tokens, name)
  text.draw(context, [math('τ')], [left - 5, top - 1.2 * sizePx], tokens, { ...name, align: 'end' })
}

function drawLine({ context }: Sheet, { curve }: EscapeScene, { x, y }: EscapeFrame, route: EscapeRoute): void {
  let isDown = false
  context.beginPath()
  timesOfRoute(curve, route).forEach((time, k) => {
    if (time === null) {
      isDown = false
      return
    }
    if (isDown) context.lineTo(x(curve.values[k]), y(time))
    else context.moveTo(x(curve.values[k]), y(time))
    isDown = true
  })
  context.stroke()
}

/** Where the network stands, on each line. */
function drawPresent(sheet: Sheet, scene: EscapeScene, { x, y, top, bottom, left, right }: EscapeFrame): void {
  const { context, tokens } = sheet
  const at = x(scene.present)
  if (at < left - 1 || at > right + 1) return
  context.strokeStyle = tokens.accent
  context.lineWidth = tokens.mark
  context.beginPath()
  context.moveTo(Math.round(at) + 0.5, top)
  context.lineTo(Math.round(at) + 0.5, bottom)
  context.stroke()
  for (const route of escapeRoutes) {
    const time = timeAt(scene.curve, route, scene.present)
    if (time === null || y(time) < top - 1) continue
    context.beginPath()
    context.arc(at, y(time), 3 * tokens.mark, 0, 2 * Math.PI)
    context.fillStyle = route.from === 0 ? tokens.memory1 : tokens.memory2
    context.fill()
  }
}

/** Means of the stopwatches with their intervals of 95 %: rings with bars, beside the marker so that both can be seen. */
function drawMeasured(sheet: Sheet, { stopwatches, present }: EscapeScene, frame: EscapeFrame): void {
  const { context, tokens } = sheet
  for (const { from, to, escapes, meanTime, standardError } of stopwatches) {
    if (escapes < fewestEscapes) continue
    const at = frame.x(present) + (to === 'other' ? -7 : 7) * tokens.mark
    const [low, high] = interval95(meanTime, standardError)
    const [x, cap] = [Math.round(at) + 0.5, 3.5 * tokens.mark]
    context.strokeStyle = from === 0 ? tokens.memory1 : tokens.memory2
    context.lineWidth = 1.5 * tokens.mark
    context.beginPath()
    context.moveTo(x, frame.y(low))
    context.lineTo(x, frame.y(high))
    for (const end of [low, high]) {
      context.moveTo(x - cap, frame.y(end))
      context.lineTo(x + cap, frame.y(end))
    }
    context.stroke()
    context.beginPath()
    context.arc(x, frame.y(meanTime), 3 * tokens.mark, 0, 2 * Math.PI)
    context.fillStyle = tokens.panel
    context.fill()
    context.stroke()
  }
}

/** Names at the right end of the lines, moved apart where they would touch. */
function drawRouteNames(sheet: Sheet, { curve }: EscapeScene, { right, top, bottom, y }: EscapeFrame): void {
  const { context, tokens, text } = sheet
  const sizePx = nameRem * tokens.rem
  const tall = 1.25 * sizePx
  const named = escapeRoutes.flatMap((route) => {
    const last = timesOfRoute(curve, route).findLast((time) => time !== null)
    return last === undefined || last === null ? [] : [{ route, at: Math.min(bottom, Math.max(top, y(last))) }]
  })
  const offset = top - tall / 2
  const places = spreadLabels(
    named.map(({ at }) => at - offset),
    named.map(() => tall),
    // The lowest keeps clear of the name of the axis.
    bottom - top + tall / 2,
    0,
  )
  named.forEach(({ route }, k) =>
    text.draw(context, routeRuns(route), [right + 6, places[k] + offset], tokens, {
      sizePx,
      colour: route.from === 0 ? tokens.memory1 : tokens.memory2,
    }),
  )
}

/** Mean escape times along one parameter: upwards by decades, one line a way out. */
export function drawEscapePlot(sheet: Sheet, scene: EscapeScene): void {
  const { context, tokens } = sheet
  const placed = escapeFrame(sheet, scene)
  const { frame } = placed
  drawAxes(sheet, scene, placed)
  context.save()
  context.beginPath()
  context.rect(frame.left, frame.top - 2, frame.right - frame.left + 2, frame.bottom - frame.top + 4)
  context.clip()
  context.lineJoin = 'round'
  for (const route of escapeRoutes) {
    context.strokeStyle = route.from === 0 ? tokens.memory1 : tokens.memory2
    context.lineWidth = 1.75 * tokens.mark
    context.setLineDash(route.to === 'twin' ? twinDash.map((length) => length * tokens.mark) : [])
    drawLine(sheet, scene, frame, route)
  }
  context.setLineDash([])
  drawPresent(sheet, scene, frame)
  drawMeasured(sheet, scene, frame)
  context.restore()
  drawRouteNames(sheet, scene, frame)
}
