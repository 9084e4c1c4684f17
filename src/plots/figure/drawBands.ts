import type { Sheet } from '../canvasSurface.ts'
import { stateToScreen, type MapLayout } from '../mapLayout.ts'
import { inPart } from '../sheetParts.ts'
import type { Band } from './groundBands.ts'

/** Filled bands, from low to high, one over the other: without seams, and each a closed shape of its own. */
export function drawBands(sheet: Sheet, bands: readonly Band[], extent: number, layout: MapLayout): void {
  const { context } = sheet
  const { left, top, size } = layout
  inPart(sheet, 'bands', () => {
    for (const { colour, rings, from } of bands) {
      context.fillStyle = colour
      if (from === -Infinity) {
        context.fillRect(left, top, size, size)
        continue
      }
      if (rings.length === 0) continue
      context.beginPath()
      for (const ring of rings) {
        for (let k = 0; k + 1 < ring.length; k += 2) {
          const [x, y] = stateToScreen(layout, extent, [ring[k], ring[k + 1]])
          if (k === 0) context.moveTo(x, y)
          else context.lineTo(x, y)
        }
        context.closePath()
      }
      context.fill()
    }
  })
}
