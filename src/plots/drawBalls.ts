import type { FrameCell } from '../store/frameCell.ts'
import type { Trace } from '../store/trace.ts'
import type { Sheet } from './canvasSurface.ts'
import { darkAndLight } from './drawMarks.ts'
import { stateToScreen } from './mapLayout.ts'
import type { MapLayout } from './mapLayout.ts'
import { newPath } from './sheetParts.ts'
import { firstSampleAt } from './timeWindow.ts'

/** How much model time a trail covers, and how much lies between two ticks on it. As in the 3-D picture. */
const trailTime = 3
const tickTime = 0.5
/** A trail fades in this many steps. */
const fadeSteps = 12

/** What `draw` draws stays on the map. */
function clipToMap({ context }: Sheet, { left, top, size }: MapLayout, draw: () => void): void {
  context.save()
  context.beginPath()
  context.rect(left, top, size, size)
  context.clip()
  draw()
  context.restore()
}

/** Trails that fade, with a tick every half unit of time. */
export function drawTrails(sheet: Sheet, cell: FrameCell, layout: MapLayout): void {
  const extent = cell.landscape?.extent ?? 1
  const [dark] = darkAndLight(sheet.tokens)
  clipToMap(sheet, layout, () => {
    for (const trace of cell.traces.values()) if (trace.length > 1) drawTrail(sheet, trace, layout, extent, dark)
  })
}

/** The balls, over everything else: they are what one follows. */
export function drawBalls(sheet: Sheet, cell: FrameCell, layout: MapLayout): void {
  const { context, tokens } = sheet
  const extent = cell.landscape?.extent ?? 1
  const [dark] = darkAndLight(tokens)
  clipToMap(sheet, layout, () => {
    const radius = 0.42 * tokens.rem * tokens.mark
    for (const trace of cell.traces.values()) {
      if (trace.length === 0) continue
      const at = trace.at(trace.length - 1)
      const [x, y] = stateToScreen(layout, extent, [trace.x1[at], trace.x2[at]])
      context.beginPath()
      context.arc(x, y, radius, 0, 2 * Math.PI)
      context.fillStyle = tokens.ball
      context.fill()
      context.strokeStyle = dark
      context.lineWidth = 1.5 * tokens.mark
      context.stroke()
    }
  })
}

function drawTrail(sheet: Sheet, trace: Trace, layout: MapLayout, extent: number, dark: string): void {
  const { context, tokens } = sheet
  const now = trace.times[trace.at(trace.length - 1)]
  const place = (k: number) => {
    const at = trace.at(k)
    return stateToScreen(layout, extent, [trace.x1[at], trace.x2[at]])
  }
  const timeOf = (k: number) => trace.times[trace.at(k)]
  context.lineCap = 'butt'
  context.lineJoin = 'round'
  for (let part = 0; part < fadeSteps; part += 1) {
    const from = now - trailTime + (trailTime * part) / fadeSteps
    const first = Math.max(0, firstSampleAt(trace, from) - 1)
    const last = Math.min(trace.length - 1, firstSampleAt(trace, from + trailTime / fadeSteps))
    if (last <= first) continue
    const fresh = (part + 1) / fadeSteps
    const path = newPath(sheet)
    path.moveTo(...place(first))
    for (let k = first + 1; k <= last; k += 1) path.lineTo(...place(k))
    for (let k = first + 1; k <= last; k += 1) {
      if (Math.floor(timeOf(k) / tickTime) === Math.floor(timeOf(k - 1) / tickTime)) continue
      const [[ax, ay], [bx, by]] = [place(k - 1), place(k)]
      const length = Math.hypot(bx - ax, by - ay)
      // Where the ball is slow, ticks would merge into a blot.
      if (length < 0.35) continue
      const [across, up] = [(-4 * (by - ay)) / length, (4 * (bx - ax)) / length]
      path.moveTo(bx - across, by - up)
      path.lineTo(bx + across, by + up)
    }
    context.globalAlpha = 0.75 * fresh
    context.strokeStyle = dark
    context.lineWidth = 4.5 * tokens.mark
    context.stroke(path)
    context.globalAlpha = fresh
    context.strokeStyle = tokens.ball
    context.lineWidth = 2 * tokens.mark
    context.stroke(path)
  }
  context.globalAlpha = 1
}
