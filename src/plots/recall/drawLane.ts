import type { LaneTrace, LaneView, RecallCell } from '../../store/recall/recall.ts'
import { formatFixed } from '../../ui/formatNumber.ts'
import type { Sheet } from '../canvasSurface.ts'
import { math, sans } from '../mathText.ts'
import { plotTicks } from '../plotTicks.ts'
import { timeWindow } from '../timeWindow.ts'
import { drawEndNames } from './drawEndNames.ts'
import { heightIn, laneFrame, type LaneFrame } from './laneFrame.ts'
import { energyRange, leadersAmong, samplesFrom } from './laneSamples.ts'
import { memoryDash } from './memoryDash.ts'
import { memoryTokenIndex } from './memoryTokenIndex.ts'

/** At most so many memories are drawn in colour and named. */
const mostLeaders = 3
/** A memory below this has not been more than chance among a few hundred pixels. */
const leastLead = 0.2
/** Faint lines are context: with many memories they are drawn with fewer points. */
const faintPoints = 3000
const textRem = 0.6875
const overlapSpan = 1.08

interface LineLook {
  readonly colour: string
  readonly dash: readonly number[]
}

type Line = (k: number) => number

function addLine(context: CanvasRenderingContext2D, samples: readonly number[], x: Line, y: Line): void {
  samples.forEach((k, place) => {
    if (place === 0) context.moveTo(x(k), y(k))
    else context.lineTo(x(k), y(k))
  })
}

function drawAxes({ context, tokens, text }: Sheet, frame: LaneFrame): void {
  const { left, right, overlaps, energy, window } = frame
  const y = heightIn(overlaps, -overlapSpan, overlapSpan)
  const style = { sizePx: textRem * tokens.rem, colour: tokens.inkSoft }
  context.strokeStyle = tokens.hairline
  context.lineWidth = 1
  context.beginPath()
  for (const value of [-1, 0, 1]) {
    const at = Math.round(y(value)) + 0.5
    context.moveTo(left, at)
    context.lineTo(right, at)
    text.draw(context, [sans(formatFixed(value, 0))], [left - 4, at], tokens, { ...style, align: 'end' })
  }
  const floor = Math.round(energy.bottom) + 0.5
  context.moveTo(left, floor)
  context.lineTo(right, floor)
  const ticks = plotTicks(window.from, window.to, Math.max(2, Math.round((right - left) / (4 * tokens.rem))))
  for (const { value } of ticks) {
    const at = Math.round(frame.x(value)) + 0.5
    context.moveTo(at, overlaps.top)
    context.lineTo(at, energy.bottom)
  }
  context.stroke()
  const base = energy.bottom + 0.85 * style.sizePx
  for (const tick of ticks) {
    const at = frame.x(tick.value)
    if (at < right - 1.2 * style.sizePx)
      text.draw(context, [sans(tick.text)], [at, base], tokens, { ...style, align: 'center' })
  }
  text.draw(context, [math('t')], [right, base], tokens, { ...style, sizePx: 1.1 * style.sizePx, align: 'end' })
  const middle = (energy.top + energy.bottom) / 2
  text.draw(context, [math('E')], [left - 4, middle], tokens, { ...style, align: 'end' })
}

function drawOverlaps(
  sheet: Sheet,
  frame: LaneFrame,
  trace: LaneTrace,
  samples: readonly number[],
  leaders: readonly number[],
  lookOf: (mu: number) => LineLook,
): void {
  const { context, tokens } = sheet
  const height = heightIn(frame.overlaps, -overlapSpan, overlapSpan)
  const x = (k: number) => frame.x(trace.timeAt(k))
  const points = Math.max(24, Math.floor(faintPoints / Math.max(1, trace.patternCount)))
  const sparse = samples.length > points ? samplesFrom(trace, frame.window.from, points) : samples
  context.lineJoin = 'round'
  context.lineWidth = 1
  context.strokeStyle = tokens.inkSoft
  context.globalAlpha = trace.patternCount > 24 ? 0.2 : 0.4
  context.beginPath()
  for (let mu = 0; mu < trace.patternCount; mu++) {
    if (!leaders.includes(mu)) addLine(context, sparse, x, (k) => height(trace.overlapAt(k, mu)))
  }
  context.stroke()
  context.globalAlpha = 1
  context.lineWidth = 1.75 * tokens.mark
  for (const mu of leaders.toReversed()) {
    const { colour, dash } = lookOf(mu)
    context.strokeStyle = colour
    context.setLineDash([...dash])
    context.beginPath()
    addLine(context, samples, x, (k) => height(trace.overlapAt(k, mu)))
    context.stroke()
  }
  context.setLineDash([])
}

function drawEnergy({ context, tokens }: Sheet, frame: LaneFrame, trace: LaneTrace, samples: readonly number[]): void {
  const [low, high] = energyRange(trace, samples)
  const height = heightIn(frame.energy, low, high)
  context.strokeStyle = tokens.ink
  context.lineWidth = 1.25 * tokens.mark
  context.beginPath()
  addLine(
    context,
    samples,
    (k) => frame.x(trace.timeAt(k)),
    (k) => height(trace.energyAt(k)),
  )
  context.stroke()
}

/** m_μ(t) of every memory and E(t) of one lane. `names`: of memories by id. */
export function drawLane(
  sheet: Sheet,
  cell: Pick<RecallCell, 'time' | 'memoryIds'>,
  lane: Pick<LaneView, 'trace'> | undefined,
  names: ReadonlyMap<number, string>,
): void {
  const { context, tokens } = sheet
  const frame = laneFrame(sheet, tokens.rem, timeWindow(cell.time))
  drawAxes(sheet, frame)
  if (!lane || lane.trace.length === 0) return
  const { trace } = lane
  const samples = samplesFrom(trace, frame.window.from, Math.ceil(frame.right - frame.left))
  const idOf = (mu: number) => cell.memoryIds[mu] ?? 1
  const lookOf = (mu: number): LineLook => ({
    colour: tokens.memories[memoryTokenIndex(idOf(mu))] ?? tokens.ink,
    dash: memoryDash(idOf(mu)),
  })
  const looked = samplesFrom(trace, frame.window.from, 24)
  const leaders = leadersAmong(trace, looked, { most: mostLeaders, least: leastLead })
  context.save()
  context.beginPath()
  context.rect(frame.left, 0, frame.right - frame.left + 2, frame.energy.bottom + 1)
  context.clip()
  drawOverlaps(sheet, frame, trace, samples, leaders, lookOf)
  drawEnergy(sheet, frame, trace, samples)
  context.restore()
  const height = heightIn(frame.overlaps, -overlapSpan, overlapSpan)
  const ends = leaders.map((mu) => ({
    name: names.get(idOf(mu)) ?? '',
    y: height(trace.overlapAt(trace.length - 1, mu)),
    colour: lookOf(mu).colour,
  }))
  drawEndNames(sheet, { right: frame.right, ...frame.overlaps }, ends, textRem * tokens.rem)
}
