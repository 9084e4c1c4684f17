import type { Experiment } from '../experiment/experiment.ts'
import type { Sheet } from '../plots/canvasSurface.ts'
import { drawAxes } from '../plots/drawAxes.ts'
import { drawBalls } from '../plots/drawBalls.ts'
import { createGround, drawContourLabels, drawContours } from '../plots/drawGround.ts'
import { drawMarkers, drawNames } from '../plots/drawMarks.ts'
import { mapLayout, noInsets } from '../plots/mapLayout.ts'
import { drawLegend } from '../plots/phase/drawLegends.ts'
import type { FrameCell } from '../store/frameCell.ts'
import { coordinateNames } from '../store/pictureLab.ts'

const ground = { tint: 'energy', analysis: null, quantity: 'energy' } as const
const nothingMarked = { highlightedKey: null, selectedKey: null, memoryNames: null, memoryColours: undefined }

/** The map of a first paint: everything of `plots/LandscapeMap.tsx` that needs no engine. What the lab adds, such as curves, comes with it. */
export function createStillMap(cell: FrameCell, document: () => Experiment): (sheet: Sheet) => void {
  const painted = createGround()
  return (sheet) => {
    if (!cell.landscape) return
    const { layers } = document().view
    const layout = mapLayout(sheet.width, sheet.height, noInsets, sheet.tokens.rem)
    painted.draw(sheet, cell, layout, ground)
    if (layers.contours) drawContours(sheet, cell, layout, ground)
    if (layers.contours && layers.labels) drawContourLabels(sheet, cell, layout, ground)
    drawAxes(sheet, cell.landscape.extent, layout, coordinateNames(null))
    drawLegend(sheet, cell, layout, { tint: ground.tint, basins: null, density: null })
    if (layers.equilibria) drawMarkers(sheet, cell, layout, nothingMarked)
    if (layers.equilibria && layers.labels) drawNames(sheet, cell, layout, nothingMarked)
    drawBalls(sheet, cell, layout)
  }
}
