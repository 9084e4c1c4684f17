import { coordinateNames, type PictureLab } from '../store/pictureLab.ts'
import type { Sheet } from './canvasSurface.ts'
import { drawBalls, drawTrails } from './drawBalls.ts'
import { drawAxes } from './drawAxes.ts'
import { createGround, drawContourLabels, drawContours } from './drawGround.ts'
import { drawMarkers, drawNames } from './drawMarks.ts'
import type { MapLayout } from './mapLayout.ts'
import { createCloudLayer } from './phase/cloudRaster.ts'
import type { CursorReading } from './phase/cursorReading.ts'
import { createCurveLayer } from './phase/drawCurves.ts'
import { drawCursor } from './phase/drawCursor.ts'
import { drawDirections } from './phase/drawDirections.ts'
import { drawLegend } from './phase/drawLegends.ts'
import { groundTint } from './phase/groundTint.ts'

interface MapDrawingOptions {
  readonly memoryColours: readonly [string, string] | undefined
  /** Where the cross-hair is; null for none. */
  readonly reading: CursorReading | null
  readonly hasNames: boolean
}

/** The map of a picture, with what it keeps from one drawing to the next. Draws nothing before the first landscape. */
export function createMapDrawing({ cell, analysis, store }: PictureLab) {
  const kept = { ground: createGround(), curves: createCurveLayer(), cloud: createCloudLayer() }
  return (sheet: Sheet, layout: MapLayout, { memoryColours, reading, hasNames }: MapDrawingOptions) => {
    if (!cell.landscape) return
    const { layers, highlightedKey, memoryNames, phase } = store.getState()
    const hasLabels = layers.labels && hasNames
    const tint = groundTint(phase, analysis)
    const selectedKey = phase?.selectedKey ?? null
    kept.ground.draw(sheet, cell, layout, { tint, analysis, quantity: phase?.quantity ?? 'energy' })
    if (layers.contours) drawContours(sheet, cell, layout, { tint, analysis })
    kept.cloud.draw(sheet, cell, layout, { tint, analysis })
    kept.curves.draw(sheet, cell, layout, { tint, analysis, hasLabels })
    if (layers.contours && hasLabels) drawContourLabels(sheet, cell, layout, { tint, analysis })
    drawAxes(sheet, cell.landscape.extent, layout, coordinateNames(memoryNames))
    drawLegend(sheet, cell, layout, { tint, basins: analysis?.basins ?? null, density: analysis?.density ?? null })
    if (layers.trails) drawTrails(sheet, cell, layout)
    const taken = phase?.settings.directions ? drawDirections(sheet, cell, layout, selectedKey) : []
    if (layers.equilibria) drawMarkers(sheet, cell, layout, { highlightedKey, selectedKey })
    if (layers.equilibria && hasLabels) drawNames(sheet, cell, layout, { highlightedKey, memoryNames, memoryColours })
    drawBalls(sheet, cell, layout)
    drawCursor(sheet, cell, layout, { reading, taken })
  }
}
