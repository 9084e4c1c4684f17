import type { Basins } from '../../model/phase/basins.ts'
import type { Density } from '../../model/phase/density.ts'
import type { FrameCell } from '../../store/frameCell.ts'
import { densityColour } from '../../ui/densityColours.ts'
import { energyColour } from '../../ui/energyColours.ts'
import type { Sheet } from '../canvasSurface.ts'
import type { MapLayout } from '../mapLayout.ts'
import { math, nameRuns, sans } from '../mathText.ts'
import { plotTicks } from '../plotTicks.ts'
import { byRank, isTwin, nameOfKey } from './attractors.ts'
import { percentText } from './fractions.ts'
import type { GroundTint } from './groundTint.ts'
import { drawHatching } from './hatching.ts'
import { basinBytes } from './tintRaster.ts'

/** What the colours of the ground mean. */
export function drawLegend(
  sheet: Sheet,
  { view }: FrameCell,
  layout: MapLayout,
  {
    tint,
    basins,
    density,
    edges = null,
  }: {
    readonly tint: GroundTint
    readonly basins: Basins | null
    readonly density: Density | null
    /** Where the colours of a ground in bands change, in shares of its range; null: they change everywhere. */
    readonly edges?: readonly number[] | null
  },
): void {
  const densityColourAt = (share: number) => densityColour(share, sheet.tokens.isDark)
  switch (tint) {
    case 'energy':
      drawRamp(sheet, layout, { letter: 'E', low: view.floor, high: view.ceiling, colourAt: energyColour, edges })
      break
    case 'probability':
      drawRamp(sheet, layout, { letter: 'p', low: view.floor, high: view.ceiling, colourAt: densityColourAt, edges })
      break
    case 'density':
      drawRamp(sheet, layout, { letter: 'p', low: 0, high: density?.peak ?? 1, colourAt: densityColourAt, edges })
      break
    case 'basins':
      if (basins) drawSwatches(sheet, layout, basins)
      break
    default:
      tint satisfies never
  }
}

interface Ramp {
  readonly letter: 'E' | 'p'
  readonly low: number
  readonly high: number
  /** By share of the range. */
  readonly colourAt: (share: number) => string
  readonly edges: readonly number[] | null
}

/** Even steps of a ramp without bands. */
const rampSteps = 24

/** Colours along a ramp: even, or one for each band with hard edges. */
function rampStops({ colourAt, edges }: Ramp): (readonly [share: number, colour: string])[] {
  if (edges === null)
    return Array.from({ length: rampSteps + 1 }, (_, k) => [k / rampSteps, colourAt(k / rampSteps)] as const)
  const ends = [0, ...edges, 1]
  return ends.slice(1).flatMap((to, k) => {
    const colour = colourAt((ends[k] + to) / 2)
    return [[ends[k], colour] as const, [to, colour] as const]
  })
}

/** A bar of colours with its numbers. */
function drawRamp(sheet: Sheet, { legend }: MapLayout, ramp: Ramp): void {
  const { letter, low, high } = ramp
  const { context, tokens } = sheet
  const { rem } = tokens
  const { left, top, length } = legend
  const isUpright = legend.side === 'right'
  const thickness = 0.625 * rem
  const gradient = isUpright
    ? context.createLinearGradient(0, top + length, 0, top)
    : context.createLinearGradient(left, 0, left + length, 0)
  for (const [share, colour] of rampStops(ramp)) gradient.addColorStop(share, colour)
  const [width, height] = isUpright ? [thickness, length] : [length, thickness]
  context.fillStyle = gradient
  context.fillRect(left, top, width, height)
  context.strokeStyle = tokens.inkSoft
  context.lineWidth = 1
  context.beginPath()
  context.rect(left - 0.5, top - 0.5, width + 1, height + 1)
  const text = { sizePx: 0.75 * rem, colour: tokens.inkSoft }
  for (const { value, text: words } of plotTicks(low, high, Math.max(2, Math.round(length / (3.5 * rem))))) {
    const along = ((value - low) / (high - low)) * length
    if (isUpright) {
      const y = Math.round(top + length - along) + 0.5
      context.moveTo(left + thickness, y)
      context.lineTo(left + thickness + 4, y)
      sheet.text.draw(context, [sans(words)], [left + thickness + 7, y], tokens, text)
    } else {
      const x = Math.round(left + along) + 0.5
      context.moveTo(x, top + thickness)
      context.lineTo(x, top + thickness + 4)
      sheet.text.draw(context, [sans(words)], [x, top + thickness + 0.8 * rem], tokens, { ...text, align: 'center' })
    }
  }
  context.stroke()
  const name = { sizePx: rem, colour: tokens.ink }
  const runs = [math(letter)]
  if (isUpright)
    sheet.text.draw(context, runs, [left + thickness / 2, top - 0.9 * rem], tokens, { ...name, align: 'center' })
  else sheet.text.draw(context, runs, [left - 0.5 * rem, top + thickness / 2], tokens, { ...name, align: 'end' })
}

/** One swatch a basin, with the name of what is recalled there and its share of the square. */
function drawSwatches(sheet: Sheet, { legend, left: mapLeft, size }: MapLayout, basins: Basins): void {
  const { context, tokens } = sheet
  const { rem } = tokens
  const isUpright = legend.side === 'right'
  const keys = basins.attractors.toSorted(byRank)
  const side = 0.875 * rem
  const sizePx = 0.875 * rem
  const soft = { sizePx: 0.75 * rem, colour: tokens.inkSoft }
  // Beside the map one below the other; below it evenly along its whole edge.
  const stepPx = isUpright ? 2.75 * rem : size / Math.max(1, keys.length)
  const start = isUpright ? legend.top + (legend.length - keys.length * stepPx) / 2 : mapLeft
  const labels = keys.map((key) => {
    const name = nameRuns(nameOfKey(key))
    const share = [sans(percentText(basins.fractions[basins.attractors.indexOf(key)], isUpright ? 1 : 0))]
    return { key, name, share, shareAt: side + 0.7 * rem + sheet.text.measure(name, sizePx, tokens) }
  })
  // Below a small map there is no room for the shares: then none is told.
  const hasShares =
    isUpright || labels.every(({ share, shareAt }) => shareAt + sheet.text.measure(share, soft.sizePx, tokens) < stepPx)
  labels.forEach(({ key, name, share, shareAt }, k) => {
    const x = isUpright ? legend.left : start + k * stepPx
    const y = isUpright ? start + k * stepPx : legend.top - 0.125 * rem
    const [red, green, blue] = basinBytes(key, tokens)
    context.fillStyle = `rgb(${red} ${green} ${blue})`
    context.fillRect(x, y, side, side)
    if (isTwin(nameOfKey(key))) drawHatching(context, { left: x, top: y, width: side, height: side }, tokens)
    context.strokeStyle = tokens.inkSoft
    context.lineWidth = 1
    context.strokeRect(x - 0.5, y - 0.5, side + 1, side + 1)
    sheet.text.draw(context, name, [x + side + 0.35 * rem, y + side / 2], tokens, { sizePx, colour: tokens.ink })
    if (!hasShares) return
    const place = isUpright ? ([x, y + side + 0.75 * rem] as const) : ([x + shareAt, y + side / 2] as const)
    sheet.text.draw(context, share, place, tokens, soft)
  })
}
