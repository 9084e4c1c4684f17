import type { FractionEntry } from '../../store/analysis/analysis.ts'
import { spreadLabels } from '../../ui/sliderScale.ts'
import type { Sheet } from '../canvasSurface.ts'
import { nameRuns, sans, type TextRun } from '../mathText.ts'
import { isTwin, nameOfKey } from './attractors.ts'
import { bandAreas, percentText, stackOf, type BandArea } from './fractions.ts'
import { drawHatching } from './hatching.ts'
import { newPath } from '../sheetParts.ts'
import { basinBytes } from './tintRaster.ts'

/** Width of an entry of the history, and of the newest one, in CSS pixels: what is so now has an area and not only an edge. */
const entryPx = 2
const newestPx = 14
const textRem = 0.75
const topRem = 0.5
const bottomRem = 1.1

interface BandFrame {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** The right edge of entry k of n in CSS pixels: the newest ends at the right edge of the frame, the others stand before it. */
export function entryRight(k: number, count: number, right: number): number {
  return k === count - 1 ? right : right - newestPx - (count - 2 - k) * entryPx
}

/** How many entries fit between two edges. */
export function entriesThatFit(widthPx: number): number {
  return Math.max(1, 1 + Math.floor((widthPx - newestPx) / entryPx))
}

/** Traces an area on an empty path. */
function traceArea(path: Path2D, { first, lower, upper }: BandArea, count: number, frame: BandFrame): Path2D {
  const { right, top, bottom } = frame
  const y = (share: number) => bottom - share * (bottom - top)
  const edges = upper.map((_, k) => {
    const end = entryRight(first + k, count, right)
    return [end - (first + k === count - 1 ? newestPx : entryPx), end] as const
  })
  edges.forEach(([from, to], k) => {
    if (k === 0) path.moveTo(from, y(upper[k]))
    else path.lineTo(from, y(upper[k]))
    path.lineTo(to, y(upper[k]))
  })
  edges.toReversed().forEach(([from, to], back) => {
    const share = lower[lower.length - 1 - back]
    path.lineTo(to, y(share))
    path.lineTo(from, y(share))
  })
  path.closePath()
  return path
}

function drawArea(sheet: Sheet, area: BandArea, count: number, frame: BandFrame): void {
  const { context, tokens } = sheet
  const path = traceArea(newPath(sheet), area, count, frame)
  const [red, green, blue] = basinBytes(area.key, tokens)
  context.fillStyle = `rgb(${red} ${green} ${blue})`
  context.fill(path)
  if (isTwin(nameOfKey(area.key))) {
    context.save()
    context.clip(path)
    const { left, right, top, bottom } = frame
    drawHatching(context, { left, top, width: right - left, height: bottom - top }, tokens)
    context.restore()
  }
  context.strokeStyle = tokens.panel
  context.lineWidth = 1
  context.stroke(path)
}

/** Fractions of the basins over the history of changes, the newest at the right with its numbers. */
export function drawFractionBand(sheet: Sheet, history: readonly FractionEntry[]): void {
  const { context, tokens, width, height, text } = sheet
  const { rem } = tokens
  const sizePx = textRem * rem
  const newest = history.at(-1)
  const stack = newest ? stackOf(newest) : []
  const labels = stack.map(({ key, from, to }): readonly TextRun[] => [
    ...nameRuns(nameOfKey(key)),
    sans(`\u2002${percentText(to - from)}`),
  ])
  // The widest that a label gets, so that the band does not move with its numbers.
  const room = Math.max(5.25 * rem, ...labels.map((runs) => text.measure(runs, sizePx, tokens) + 10))
  const frame = { left: 1, right: width - room, top: topRem * rem, bottom: height - bottomRem * rem }
  if (frame.right <= frame.left || frame.bottom <= frame.top) return
  context.strokeStyle = tokens.hairline
  context.lineWidth = 1
  context.strokeRect(frame.left - 0.5, frame.top - 0.5, frame.right - frame.left + 1, frame.bottom - frame.top + 1)
  const shown = history.slice(-entriesThatFit(frame.right - frame.left))
  for (const area of bandAreas(shown)) drawArea(sheet, area, shown.length, frame)

  const soft = { sizePx: 0.6875 * rem, colour: tokens.inkSoft }
  const below = frame.bottom + 0.6 * rem
  text.draw(context, [sans('now')], [frame.right, below], tokens, { ...soft, align: 'end' })
  if (shown.length > 1) text.draw(context, [sans('before')], [frame.left, below], tokens, soft)
  const tall = 1.25 * sizePx
  const places = spreadLabels(
    stack.map(({ from, to }) => (1 - (from + to) / 2) * (frame.bottom - frame.top) + tall / 2),
    stack.map(() => tall),
    frame.bottom - frame.top + tall,
    0,
  )
  labels.forEach((runs, k) => {
    const y = frame.top + places[k] - tall / 2
    text.draw(context, runs, [frame.right + 8, y], tokens, { sizePx, colour: tokens.ink })
  })
}
