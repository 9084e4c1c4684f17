import { isMajorLevel } from '../model/contours.ts'
import type { FrameCell } from '../store/frameCell.ts'
import type { CoordinateNames } from '../store/pictureLab.ts'
import { energyColour, energyTone } from '../ui/energyColours.ts'
import { formatFixed } from '../ui/formatNumber.ts'
import type { Sheet } from './canvasSurface.ts'
import { contourLabels, contourStep } from './contourLabels.ts'
import { stateToScreen } from './mapLayout.ts'
import type { MapLayout } from './mapLayout.ts'
import { bytesOfColour } from './mapRaster.ts'
import type { MapRaster } from './mapRaster.ts'
import { math, sans, sub } from './mathText.ts'
import { plotTicks, stepDecimals } from './plotTicks.ts'

/** Below this share of the colour map the ground is dark, and lines on it are pale; above it they are ink. */
const darkShare = 0.46
const onDark = (alpha: number) => `rgb(255 252 242 / ${alpha})`
const onLight = (alpha: number) => `rgb(16 28 36 / ${alpha})`
const contourLabelRem = 0.6875

/** The painted landscape, sharp to the edge of the square: the outer grid points stand on it. */
export function drawGround(
  { context, tokens }: Sheet,
  cell: FrameCell,
  { left, top, size }: MapLayout,
  raster: MapRaster,
): void {
  const { landscape, view, landscapeVersion } = cell
  if (!landscape) return
  raster.show(landscape, landscapeVersion, view, bytesOfColour(tokens.paper))
  const cellPx = size / (landscape.columns - 1)
  context.save()
  context.beginPath()
  context.rect(left, top, size, size)
  context.clip()
  context.imageSmoothingEnabled = true
  context.imageSmoothingQuality = 'high'
  context.drawImage(raster.canvas, left - cellPx / 2, top - cellPx / 2, size + cellPx, size + cellPx)
  context.restore()
}

/** Contour lines, every fifth heavier and with its energy. */
export function drawContours(sheet: Sheet, cell: FrameCell, layout: MapLayout, hasLabels: boolean): void {
  const { context, tokens } = sheet
  const { contours, landscape, view, equilibria } = cell
  if (!contours || !landscape) return
  const { extent } = landscape
  const step = contourStep(contours)
  const shareOf = (level: number) => (level - view.floor) / (view.ceiling - view.floor)
  const scale = layout.size / (2 * extent)
  const [centreX, centreY] = stateToScreen(layout, extent, [0, 0])
  for (const { level, segments } of contours) {
    const isMajor = isMajorLevel(level, step)
    const inkOf = energyTone(shareOf(level)) < darkShare ? onDark : onLight
    context.strokeStyle = inkOf(isMajor ? 0.62 : 0.3)
    context.lineWidth = (isMajor ? 1.3 : 0.75) * tokens.mark
    context.beginPath()
    for (let k = 0; k + 3 < segments.length; k += 4) {
      context.moveTo(centreX + segments[k] * scale, centreY - segments[k + 1] * scale)
      context.lineTo(centreX + segments[k + 2] * scale, centreY - segments[k + 3] * scale)
    }
    context.stroke()
  }
  if (!hasLabels) return
  const sizePx = contourLabelRem * tokens.rem
  const clearance = (2.2 * tokens.rem) / scale
  const marks = equilibria.map(({ state }) => [state[0], state[1]] as const)
  for (const { level, at, angle } of contourLabels(contours, extent, marks, clearance)) {
    const share = shareOf(level)
    const isDark = energyTone(share) < darkShare
    context.save()
    context.translate(...stateToScreen(layout, extent, at))
    context.rotate(-angle)
    sheet.text.draw(context, [sans(formatFixed(level, stepDecimals(step)))], [0, 0], tokens, {
      sizePx,
      align: 'center',
      colour: isDark ? onDark(1) : onLight(1),
      halo: energyColour(share),
      haloWidth: 4,
    })
    context.restore()
  }
}

/** Frame, ticks and names of the two axes. */
export function drawAxes(
  sheet: Sheet,
  extent: number,
  layout: MapLayout,
  { letter, subscripts }: CoordinateNames,
): void {
  const { context, tokens } = sheet
  const { left, top, size } = layout
  const { rem } = tokens
  const bottom = top + size
  const text = { sizePx: 0.75 * rem, colour: tokens.inkSoft }
  const tickPx = 0.3 * rem
  context.strokeStyle = tokens.inkSoft
  context.lineWidth = 1
  context.beginPath()
  context.rect(left - 0.5, top - 0.5, size + 1, size + 1)
  for (const tick of plotTicks(-extent, extent, Math.max(2, Math.min(6, Math.round(size / (4 * rem)))))) {
    const [x, y] = stateToScreen(layout, extent, [tick.value, tick.value])
    context.moveTo(Math.round(x) + 0.5, bottom)
    context.lineTo(Math.round(x) + 0.5, bottom + tickPx)
    context.moveTo(left, Math.round(y) + 0.5)
    context.lineTo(left - tickPx, Math.round(y) + 0.5)
    // The ends of the rows belong to the names of the axes.
    if (x < left + size - 1.6 * rem) {
      sheet.text.draw(context, [sans(tick.text)], [x, bottom + tickPx + 0.6 * rem], tokens, {
        ...text,
        align: 'center',
      })
    }
    if (y > top + 1.4 * rem) {
      sheet.text.draw(context, [sans(tick.text)], [left - tickPx - 3, y], tokens, { ...text, align: 'end' })
    }
  }
  context.stroke()
  const name = { sizePx: rem, colour: tokens.ink }
  sheet.text.draw(context, [math(letter), sub(subscripts[0])], [left + size, bottom + tickPx + 0.65 * rem], tokens, {
    ...name,
    align: 'end',
  })
  sheet.text.draw(context, [math(letter), sub(subscripts[1])], [left - tickPx - 3, top + 0.45 * rem], tokens, {
    ...name,
    align: 'end',
  })
}

/** What the colours mean, in energies. */
export function drawLegend(sheet: Sheet, { view }: FrameCell, { legend }: MapLayout): void {
  const { context, tokens } = sheet
  const { rem } = tokens
  const { left, top, length } = legend
  const isUpright = legend.side === 'right'
  const thickness = 0.625 * rem
  const gradient = isUpright
    ? context.createLinearGradient(0, top + length, 0, top)
    : context.createLinearGradient(left, 0, left + length, 0)
  for (let k = 0; k <= 24; k += 1) gradient.addColorStop(k / 24, energyColour(k / 24))
  const [width, height] = isUpright ? [thickness, length] : [length, thickness]
  context.fillStyle = gradient
  context.fillRect(left, top, width, height)
  context.strokeStyle = tokens.inkSoft
  context.lineWidth = 1
  context.beginPath()
  context.rect(left - 0.5, top - 0.5, width + 1, height + 1)
  const text = { sizePx: 0.75 * rem, colour: tokens.inkSoft }
  for (const { value, text: words } of plotTicks(
    view.floor,
    view.ceiling,
    Math.max(2, Math.round(length / (3.5 * rem))),
  )) {
    const along = ((value - view.floor) / (view.ceiling - view.floor)) * length
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
  if (isUpright)
    sheet.text.draw(context, [math('E')], [left + thickness / 2, top - 0.9 * rem], tokens, { ...name, align: 'center' })
  else sheet.text.draw(context, [math('E')], [left - 0.5 * rem, top + thickness / 2], tokens, { ...name, align: 'end' })
}
