import type { Sheet } from '../../plots/canvasSurface.ts'
import { createMapActions } from '../../plots/mapActions.ts'
import { createMapDrawing } from '../../plots/mapDrawing.ts'
import { mapLayout, noInsets } from '../../plots/mapLayout.ts'
import { createReader } from '../../plots/phase/createReader.ts'
import type { PictureLab } from '../../store/pictureLab.ts'
import type { MapPainter } from '../stage.ts'

/** The map with everything that the lab knows, and what pointers and keys do on it: as `plots/LandscapeMap.tsx`, on the canvas that is there already. */
export function createLiveMap(picture: PictureLab) {
  const { cell, analysis, store } = picture
  const read = createReader(picture)
  const actions = createMapActions(picture, read)
  const drawMap = createMapDrawing(picture)

  function draw(sheet: Sheet) {
    const layout = mapLayout(sheet.width, sheet.height, noInsets, sheet.tokens.rem)
    actions.showLayout(layout)
    drawMap(sheet, layout, { memoryColours: undefined, reading: read(), hasNames: true })
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
