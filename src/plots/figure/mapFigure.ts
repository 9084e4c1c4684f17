import { coordinateNames, type PictureLab } from '../../store/pictureLab.ts'
import type { FrameCell } from '../../store/frameCell.ts'
import type { Sheet } from '../canvasSurface.ts'
import { drawAxes } from '../drawAxes.ts'
import { drawBalls, drawTrails } from '../drawBalls.ts'
import { createGround, drawContourLabels, drawContours } from '../drawGround.ts'
import { drawMarkers, drawNames, placedNames } from '../drawMarks.ts'
import { mapLayout, noInsets, type MapLayout } from '../mapLayout.ts'
import { createCurveLayer } from '../phase/drawCurves.ts'
import { drawDirections } from '../phase/drawDirections.ts'
import { drawLegend } from '../phase/drawLegends.ts'
import { groundTint, type GroundTint } from '../phase/groundTint.ts'
import { inPart } from '../sheetParts.ts'
import { drawBands } from './drawBands.ts'
import { drawParticles } from './drawParticles.ts'
import { chainedContours, densityTintBands, heightBands, type GroundBands } from './groundBands.ts'

/** Rem beside the square: axes, and the legend at the right. See `mapLayout`. */
const besideRem = 7.5
const belowRem = 2.5

/** How high a map of this width is, without a caption. */
export function mapFigureHeight(width: number, rem: number): number {
  return Math.max(6 * rem, Math.floor(width - besideRem * rem)) + belowRem * rem
}

/** Screen pixels of a pixel, for what can only be drawn as pixels. */
const rasterRatio = 3

interface MapFigureOptions {
  readonly picture: PictureLab
  readonly memoryColours?: readonly [string, string] | undefined
}

/** Everything that the drawing is made from, at one moment. */
interface Scene {
  readonly cell: FrameCell
  readonly layout: MapLayout
  readonly tint: GroundTint
  readonly bands: GroundBands | null
}

function sceneOf(sheet: Sheet, { picture }: MapFigureOptions, layout: MapLayout): Scene | null {
  const { landscape, contours, view } = picture.cell
  if (!landscape) return null
  const { phase } = picture.store.getState()
  const { analysis } = picture
  const tint = groundTint(phase, analysis)
  const levels = contours?.map(({ level }) => level) ?? []
  const cell: FrameCell = { ...picture.cell, contours: contours && chainedContours(landscape, levels) }
  const quantity = tint === 'probability' ? 'density' : 'energy'
  const bands =
    tint === 'basins'
      ? null
      : tint === 'density'
        ? analysis?.density
          ? densityTintBands(analysis.density, sheet.tokens)
          : null
        : heightBands({ landscape, levels, view }, { quantity, tokens: sheet.tokens })
  return { cell, layout, tint, bands }
}

function drawGroundOf(sheet: Sheet, { picture }: MapFigureOptions, scene: Scene): void {
  const { cell, layout, bands, tint } = scene
  const { landscape } = cell
  if (!landscape) return
  if (bands) {
    drawBands(sheet, bands.bands, landscape.extent, layout)
    return
  }
  const quantity = picture.store.getState().phase?.quantity ?? 'energy'
  inPart(sheet, 'basins', () =>
    drawAsPixels(sheet, layout, (raster, at) =>
      createGround().draw(raster, cell, at, { tint, analysis: picture.analysis, quantity }),
    ),
  )
}

/** Draws on a canvas of its own, and puts that on the sheet as one picture. */
function drawAsPixels(sheet: Sheet, layout: MapLayout, draw: (raster: Sheet, at: MapLayout) => void): void {
  const canvas = document.createElement('canvas')
  canvas.width = layout.size * rasterRatio
  canvas.height = canvas.width
  const context = canvas.getContext('2d')
  if (!context) return
  context.scale(rasterRatio, rasterRatio)
  const { width, height, tokens, text } = sheet
  draw({ context, width, height, tokens, text, pixelRatio: rasterRatio }, { ...layout, left: 0, top: 0 })
  sheet.context.drawImage(canvas, layout.left, layout.top, layout.size, layout.size)
}

/**
 * The contour map as a figure for paper: the ground in filled bands, and over it what the map on the screen shows now, by the same functions.
 * What belongs to the pointer is left out. `sheet.height`: that of `mapFigureHeight`.
 */
export function drawMapFigure(sheet: Sheet, options: MapFigureOptions): void {
  const { picture, memoryColours } = options
  const layout = mapLayout(sheet.width, sheet.height, noInsets, sheet.tokens.rem)
  const scene = sceneOf(sheet, options, layout)
  if (!scene?.cell.landscape) return
  const { cell, tint, bands } = scene
  const { analysis } = picture
  const { layers, phase, memoryNames } = picture.store.getState()
  const ground = { tint, analysis }
  const { extent } = scene.cell.landscape
  const selectedKey = phase?.settings.directions ? phase.selectedKey : null
  const none = { highlightedKey: null, selectedKey }
  const hasNames = layers.equilibria && layers.labels
  const taken = hasNames ? placedNames(sheet, cell, layout, memoryNames).map(({ rect }) => rect) : []
  inPart(sheet, 'ground', () => drawGroundOf(sheet, options, scene))
  if (layers.contours) inPart(sheet, 'contours', () => drawContours(sheet, cell, layout, ground))
  drawParticles(sheet, cell, layout, ground)
  inPart(sheet, 'curves', () => createCurveLayer().draw(sheet, cell, layout, { ...ground, hasLabels: layers.labels }))
  if (layers.contours && layers.labels)
    inPart(sheet, 'contour-numbers', () => drawContourLabels(sheet, cell, layout, { ...ground, taken }))
  inPart(sheet, 'axes', () => drawAxes(sheet, extent, layout, coordinateNames(memoryNames)))
  inPart(sheet, 'legend', () =>
    drawLegend(sheet, cell, layout, {
      tint,
      basins: analysis?.basins ?? null,
      density: analysis?.density ?? null,
      edges: bands?.shares ?? null,
    }),
  )
  if (layers.trails) inPart(sheet, 'trails', () => drawTrails(sheet, cell, layout))
  if (selectedKey !== null) inPart(sheet, 'directions', () => drawDirections(sheet, cell, layout, selectedKey))
  if (layers.equilibria) inPart(sheet, 'equilibria', () => drawMarkers(sheet, cell, layout, none))
  if (hasNames)
    inPart(sheet, 'names', () => drawNames(sheet, cell, layout, { highlightedKey: null, memoryNames, memoryColours }))
  inPart(sheet, 'balls', () => drawBalls(sheet, cell, layout))
}
