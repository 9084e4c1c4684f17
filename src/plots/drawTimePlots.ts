import type { FrameCell } from '../store/frameCell.ts'
import type { Trace } from '../store/trace.ts'
import { formatFixed } from '../ui/formatNumber.ts'
import type { Tokens } from '../ui/readTokens.ts'
import { spreadLabels } from '../ui/sliderScale.ts'
import { addTrace } from './addTrace.ts'
import type { Sheet } from './canvasSurface.ts'
import { darkAndLight } from './drawMarks.ts'
import { energyAxis } from './energyAxis.ts'
import { math, sans, sub } from './mathText.ts'
import type { TextRun } from './mathText.ts'
import { stableLevels } from './stableLevels.ts'
import type { StableLevel } from './stableLevels.ts'
import { clipToFrame, drawTimeAxes, timeFrame, valueTicks } from './timeAxes.ts'
import type { TimeFrame } from './timeAxes.ts'
import { timeWindow } from './timeWindow.ts'

/** Balls older than the newest are paler, down to this. */
const faintest = 0.3
/** With more balls than this their ends carry no numbers. */
const mostNumbered = 6
const labelRem = 0.75
/** Dashes of the second overlap, so that it differs from the first without colour. */
const secondDash = [5, 3]

/** Balls in the order of their drop, the newest last and strongest. */
function ballsOf(cell: FrameCell): { trace: Trace; opacity: number }[] {
  const traces = [...cell.traces.values()].filter(({ length }) => length > 0)
  return traces.map((trace, k) => ({ trace, opacity: Math.max(faintest, 1 - 0.22 * (traces.length - 1 - k)) }))
}

function drawEnd(sheet: Sheet, frame: TimeFrame, trace: Trace, values: Float32Array, hasNumber: boolean): void {
  const { context, tokens } = sheet
  const at = trace.at(trace.length - 1)
  const [x, y] = [frame.x(trace.times[at]), frame.y(values[at])]
  context.beginPath()
  context.arc(x, y, 3 * tokens.mark, 0, 2 * Math.PI)
  context.fillStyle = tokens.ball
  context.fill()
  context.strokeStyle = darkAndLight(tokens)[0]
  context.lineWidth = 1.25
  context.stroke()
  if (!hasNumber) return
  const isAtTop = y < frame.top + tokens.rem
  const place = [x - 6, y + (isAtTop ? 0.6 : -0.6) * tokens.rem] as const
  sheet.text.draw(context, [sans(trace.name)], place, tokens, {
    sizePx: 0.6875 * tokens.rem,
    colour: tokens.ink,
    align: 'end',
    halo: tokens.panel,
  })
}

const levelColour = ({ memory }: StableLevel, tokens: Tokens) =>
  memory === null ? tokens.stable : memory === 0 ? tokens.memory1 : tokens.memory2

/** E(t) of every ball, over the energies at which balls come to rest. */
export function drawEnergyPlot(sheet: Sheet, cell: FrameCell): void {
  const { context, tokens } = sheet
  const balls = ballsOf(cell)
  const levels = stableLevels(cell.equilibria)
  const { low, high } = energyAxis(
    cell.view,
    levels,
    balls.map(({ trace }) => trace),
  )
  const sizePx = labelRem * tokens.rem
  const names = levels.map((level) => [...level.runs, sans(`\u2002${formatFixed(level.energy, 3)}`)])
  const widest = names.reduce((most, runs) => Math.max(most, sheet.text.measure(runs, sizePx, tokens)), 2 * tokens.rem)
  const frame = timeFrame(sheet, { window: timeWindow(cell.time), low, high, rightRem: (widest + 12) / tokens.rem })
  drawTimeAxes(sheet, frame, valueTicks(low, high, frame.bottom - frame.top, tokens.rem))

  levels.forEach((level) => {
    const y = Math.round(frame.y(level.energy)) + 0.5
    context.strokeStyle = levelColour(level, tokens)
    context.lineWidth = tokens.mark
    context.setLineDash([2, 3])
    context.beginPath()
    context.moveTo(frame.left, y)
    context.lineTo(frame.right + 4, y)
    context.stroke()
  })
  context.setLineDash([])
  drawNames(
    sheet,
    frame,
    levels.map((level, k) => ({ runs: names[k], y: frame.y(level.energy), colour: levelColour(level, tokens) })),
  )

  clipToFrame(sheet, frame, () => {
    context.strokeStyle = tokens.ink
    context.lineJoin = 'round'
    context.lineWidth = 1.75 * tokens.mark
    for (const { trace, opacity } of balls) {
      context.globalAlpha = opacity
      context.beginPath()
      addTrace(context, trace, trace.energy, frame)
      context.stroke()
    }
    context.globalAlpha = 1
    for (const { trace } of balls)
      drawEnd(sheet, frame, trace, trace.energy, balls.length > 1 && balls.length <= mostNumbered)
  })
}

/** m₁(t) and m₂(t) of every ball. */
export function drawOverlapPlot(sheet: Sheet, cell: FrameCell): void {
  const { context, tokens } = sheet
  const balls = ballsOf(cell)
  const frame = timeFrame(sheet, { window: timeWindow(cell.time), low: -1.08, high: 1.08, rightRem: 1.75 })
  const ticks = [-1, 0, 1].map((value) => ({ value, text: formatFixed(value, 0) }))
  drawTimeAxes(sheet, frame, ticks)
  const overlaps = (trace: Trace) =>
    [
      { values: trace.m1, colour: tokens.memory1, dash: [] },
      { values: trace.m2, colour: tokens.memory2, dash: secondDash },
    ] as const
  clipToFrame(sheet, frame, () => {
    context.lineJoin = 'round'
    context.lineWidth = 1.75 * tokens.mark
    for (const { trace, opacity } of balls) {
      context.globalAlpha = opacity
      for (const { values, colour, dash } of overlaps(trace)) {
        context.strokeStyle = colour
        context.setLineDash(dash)
        context.beginPath()
        addTrace(context, trace, values, frame)
        context.stroke()
      }
    }
    context.setLineDash([])
    context.globalAlpha = 1
    for (const { trace } of balls) for (const { values } of overlaps(trace)) drawEnd(sheet, frame, trace, values, false)
  })
  const newest = balls.at(-1)?.trace
  if (!newest) return
  const at = newest.at(newest.length - 1)
  drawNames(
    sheet,
    frame,
    overlaps(newest).map(({ values, colour }, mu) => ({
      runs: [math('m'), sub(String(mu + 1))],
      y: frame.y(values[at]),
      colour,
    })),
  )
}

interface Name {
  readonly runs: readonly TextRun[]
  readonly y: number
  readonly colour: string
}

/** Names at the right end of lines, moved apart where they would touch. */
function drawNames(sheet: Sheet, { right, top, bottom }: TimeFrame, names: readonly Name[]): void {
  const { context, tokens } = sheet
  const sizePx = labelRem * tokens.rem
  const heightPx = 1.2 * sizePx
  const offset = top - heightPx / 2
  const places = spreadLabels(
    names.map(({ y }) => y - offset),
    names.map(() => heightPx),
    bottom - top + heightPx,
    0,
  )
  names.forEach(({ runs, colour }, k) =>
    sheet.text.draw(context, runs, [right + 9, places[k] + offset], tokens, { sizePx, colour }),
  )
}
