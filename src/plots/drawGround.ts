import { isMajorLevel } from '../model/contours.ts'
import type { AnalysisCell } from '../store/analysis/analysis.ts'
import type { FrameCell } from '../store/frameCell.ts'
import { formatFixed } from '../ui/formatNumber.ts'
import { createBitmap } from './bitmap.ts'
import type { Sheet } from './canvasSurface.ts'
import { densityTable, energyTable } from './colourTables.ts'
import { contourLabels, contourStep } from './contourLabels.ts'
import { screenToState, stateToScreen } from './mapLayout.ts'
import type { MapLayout } from './mapLayout.ts'
import { bytesOfColour, paintLandscape } from './mapRaster.ts'
import { sans } from './mathText.ts'
import type { Rect } from './nameBoxes.ts'
import { groundColour, groundIsDark, type GroundTint } from './phase/groundTint.ts'
import { createTintLayers } from './phase/tintLayers.ts'
import { inPart } from './sheetParts.ts'
import { stepDecimals } from './plotTicks.ts'

const onDark = (alpha: number) => `rgb(255 252 242 / ${alpha})`
const onLight = (alpha: number) => `rgb(16 28 36 / ${alpha})`
const contourLabelRem = 0.6875

/** What the ground is painted from. */
export interface GroundOptions {
  readonly tint: GroundTint
  /** Null for a slice: then the tint is 'energy'. */
  readonly analysis: AnalysisCell | null
  /** What the heights are. */
  readonly quantity: 'energy' | 'density'
}

/** Keeps the pictures of the ground between drawings: each is painted again only when what it shows has changed. */
export function createGround() {
  const heights = createBitmap()
  const tints = createTintLayers()

  function drawHeights(
    { context, tokens }: Sheet,
    cell: FrameCell,
    { left, top, size }: MapLayout,
    isDensity: boolean,
  ) {
    const { landscape, landscapeVersion, view } = cell
    if (!landscape) return
    const { columns, rows } = landscape
    const key = [landscapeVersion, view.floor, view.ceiling, tokens.paper, tokens.isDark, isDensity].join()
    const paint = { paper: bytesOfColour(tokens.paper), table: isDensity ? densityTable(tokens.isDark) : energyTable }
    heights.paint(key, columns, rows, (pixels) => paintLandscape(pixels, landscape, view, paint))
    // The outer grid points stand on the edge of the square.
    const cellPx = size / (columns - 1)
    context.drawImage(heights.canvas, left - cellPx / 2, top - cellPx / 2, size + cellPx, size + cellPx)
  }

  return {
    /** The painted landscape, sharp to the edge of the square. */
    draw(sheet: Sheet, cell: FrameCell, layout: MapLayout, options: GroundOptions) {
      if (!cell.landscape) return
      const { context } = sheet
      context.save()
      context.beginPath()
      context.rect(layout.left, layout.top, layout.size, layout.size)
      context.clip()
      context.imageSmoothingEnabled = true
      context.imageSmoothingQuality = 'high'
      if (options.analysis && (options.tint === 'basins' || options.tint === 'density'))
        tints.draw(sheet, cell, layout, { ...options, tint: options.tint, analysis: options.analysis })
      else drawHeights(sheet, cell, layout, options.tint === 'probability')
      context.restore()
    },
  }
}

/** Contour lines, every fifth heavier. */
export function drawContours(
  sheet: Sheet,
  { contours, landscape, view }: FrameCell,
  layout: MapLayout,
  { tint, analysis }: Pick<GroundOptions, 'tint' | 'analysis'>,
): void {
  if (!contours || !landscape) return
  const { context, tokens } = sheet
  const { extent } = landscape
  const step = contourStep(contours)
  const isDarkAt = groundIsDark({ tint, view, analysis, tokens })
  const scale = layout.size / (2 * extent)
  const [centreX, centreY] = stateToScreen(layout, extent, [0, 0])
  for (const { level, segments } of contours) {
    if (segments.length === 0) continue
    const isMajor = isMajorLevel(level, step)
    const inkOf = isDarkAt(level, segments[0], segments[1]) ? onDark : onLight
    const draw = () => {
      context.strokeStyle = inkOf(isMajor ? 0.62 : 0.3)
      context.lineWidth = (isMajor ? 1.3 : 0.75) * tokens.mark
      context.beginPath()
      for (let k = 0; k + 3 < segments.length; k += 4) {
        context.moveTo(centreX + segments[k] * scale, centreY - segments[k + 1] * scale)
        context.lineTo(centreX + segments[k + 2] * scale, centreY - segments[k + 3] * scale)
      }
      context.stroke()
    }
    inPart(sheet, 'contour', draw, formatFixed(level, stepDecimals(step)))
  }
}

/** The middle line of a slip of paper, as states: near these a number would be covered. */
function pointsAlong({ left, top, width, height }: Rect, layout: MapLayout, extent: number) {
  return [0, 0.5, 1].map(
    (share) => screenToState(layout, extent, left + share * width, top + height / 2) ?? ([0, 0] as const),
  )
}

/** The heights of the heavier contours. `taken`: slips of paper that will lie over the map. Over the curves, which would cross them out. */
export function drawContourLabels(
  sheet: Sheet,
  { contours, landscape, view, equilibria }: FrameCell,
  layout: MapLayout,
  { tint, analysis, taken = [] }: Pick<GroundOptions, 'tint' | 'analysis'> & { readonly taken?: readonly Rect[] },
): void {
  if (!contours || !landscape) return
  const { context, tokens } = sheet
  const { extent } = landscape
  const step = contourStep(contours)
  const sources = { tint, view, analysis, tokens }
  const isDarkAt = groundIsDark(sources)
  const colourAt = groundColour(sources)
  const scale = layout.size / (2 * extent)
  const sizePx = contourLabelRem * tokens.rem
  const clearance = (2.2 * tokens.rem) / scale
  const marks = equilibria.map(({ state }) => [state[0], state[1]] as const)
  const slips = taken.flatMap((rect) => pointsAlong(rect, layout, extent))
  for (const { level, at, angle } of contourLabels(contours, extent, [...marks, ...slips], clearance)) {
    context.save()
    context.translate(...stateToScreen(layout, extent, at))
    context.rotate(-angle)
    sheet.text.draw(context, [sans(formatFixed(level, stepDecimals(step)))], [0, 0], tokens, {
      sizePx,
      align: 'center',
      colour: isDarkAt(level, ...at) ? onDark(1) : onLight(1),
      halo: colourAt(level, ...at),
      haloWidth: 4,
    })
    context.restore()
  }
}
