import type { Sheet } from '../../plots/canvasSurface.ts'
import { drawAxes } from '../../plots/drawAxes.ts'
import { drawBalls, drawTrails } from '../../plots/drawBalls.ts'
import { createGround, drawContourLabels, drawContours } from '../../plots/drawGround.ts'
import { drawMarkers, drawNames } from '../../plots/drawMarks.ts'
import { createMapActions } from '../../plots/mapActions.ts'
import { mapLayout, noInsets } from '../../plots/mapLayout.ts'
import { createCloudLayer } from '../../plots/phase/cloudRaster.ts'
import { createReader } from '../../plots/phase/createReader.ts'
import { drawCursor } from '../../plots/phase/drawCursor.ts'
import { createCurveLayer } from '../../plots/phase/drawCurves.ts'
import { drawDirections } from '../../plots/phase/drawDirections.ts'
import { drawLegend } from '../../plots/phase/drawLegends.ts'
import { groundTint } from '../../plots/phase/groundTint.ts'
import { coordinateNames, type PictureLab } from '../../store/pictureLab.ts'
import type { MapPainter } from '../stage.ts'

/** The map with everything that the lab knows, and what pointers and keys do on it: as `plots/LandscapeMap.tsx`, on the canvas that is there already. */
export function createLiveMap(picture: PictureLab) {
  const { cell, analysis, store } = picture
  const read = createReader(picture)
  const actions = createMapActions(picture, read)
  const ground = createGround()
  const curves = createCurveLayer()
  const cloud = createCloudLayer()

  function draw(sheet: Sheet) {
    const layout = mapLayout(sheet.width, sheet.height, noInsets, sheet.tokens.rem)
    actions.showLayout(layout)
    if (!cell.landscape) return
    const { layers, phase, highlightedKey, memoryNames } = store.getState()
    const tint = groundTint(phase, analysis)
    const selectedKey = phase?.selectedKey ?? null
    ground.draw(sheet, cell, layout, { tint, analysis, quantity: phase?.quantity ?? 'energy' })
    if (layers.contours) drawContours(sheet, cell, layout, { tint, analysis })
    cloud.draw(sheet, cell, layout, { tint, analysis })
    curves.draw(sheet, cell, layout, { tint, analysis, hasLabels: layers.labels })
    if (layers.contours && layers.labels) drawContourLabels(sheet, cell, layout, { tint, analysis })
    drawAxes(sheet, cell.landscape.extent, layout, coordinateNames(memoryNames))
    drawLegend(sheet, cell, layout, { tint, basins: analysis?.basins ?? null, density: analysis?.density ?? null })
    if (layers.trails) drawTrails(sheet, cell, layout)
    const taken = phase?.settings.directions ? drawDirections(sheet, cell, layout, selectedKey) : []
    if (layers.equilibria) drawMarkers(sheet, cell, layout, { highlightedKey, selectedKey })
    if (layers.equilibria && layers.labels)
      drawNames(sheet, cell, layout, { highlightedKey, memoryNames, memoryColours: undefined })
    drawBalls(sheet, cell, layout)
    drawCursor(sheet, cell, layout, { reading: read(), taken })
  }

  const painter: MapPainter = {
    draw,
    subscribe(listener) {
      const releases = [cell.subscribe(listener), store.subscribe(listener), analysis?.subscribe(listener)]
      return () => releases.forEach((release) => release?.())
    },
  }
  return {
    painter,
    attach: (element: HTMLElement, announce: (text: string) => void) => actions.attach(element, announce),
  }
}
