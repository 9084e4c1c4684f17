import type { Basins } from '../../model/phase/basins.ts'
import type { AnalysisCell } from '../../store/analysis/analysis.ts'
import type { FrameCell } from '../../store/frameCell.ts'
import { densityColour } from '../../ui/densityColours.ts'
import type { Tokens } from '../../ui/readTokens.ts'
import { createBitmap } from '../bitmap.ts'
import type { Sheet } from '../canvasSurface.ts'
import { densityTable } from '../colourTables.ts'
import type { MapLayout } from '../mapLayout.ts'
import { isTwin, nameOfKey } from './attractors.ts'
import { drawHatching } from './hatching.ts'
import { paintBasins, paintDensity, paintShade, paintTwinMask } from './tintRaster.ts'

interface TintOptions {
  readonly tint: 'basins' | 'density'
  readonly analysis: AnalysisCell
  readonly quantity: 'energy' | 'density'
}

interface Square {
  readonly left: number
  readonly top: number
  readonly size: number
}

/** Where the square [-extent, extent]² of a tint lies on a map that shows another square. */
function squareOf({ left, top, size }: MapLayout, shownExtent: number, extent: number): Square {
  const own = (size * extent) / shownExtent
  return { left: left + (size - own) / 2, top: top + (size - own) / 2, size: own }
}

/** Colours that lie over the heights, and the light and shadow of the heights over them. */
export function createTintLayers() {
  const colours = createBitmap()
  const mask = createBitmap()
  const shade = createBitmap()
  const hatched = document.createElement('canvas')
  let hatchedKey = ''

  /** Twins hatched, on a canvas of its own as large as the square, in screen pixels. */
  function hatch(basins: Basins, tokens: Tokens, sizePx: number, pixelRatio: number, version: number) {
    const key = [version, sizePx, pixelRatio, tokens.ink, tokens.mark].join()
    if (key === hatchedKey) return
    hatchedKey = key
    mask.paint(String(version), basins.columns, basins.columns, (pixels) => paintTwinMask(pixels, basins))
    const side = Math.round(sizePx * pixelRatio)
    hatched.width = side
    hatched.height = side
    const context = hatched.getContext('2d')
    if (!context) return
    context.drawImage(mask.canvas, 0, 0, side, side)
    context.globalCompositeOperation = 'source-in'
    context.scale(pixelRatio, pixelRatio)
    drawHatching(context, { left: 0, top: 0, width: sizePx, height: sizePx }, tokens)
  }

  function drawBasins({ context, tokens, pixelRatio }: Sheet, basins: Basins, version: number, square: Square) {
    const { columns } = basins
    const key = [version, tokens.paper, tokens.memory1, tokens.memory2].join()
    colours.paint(key, columns, columns, (pixels) => paintBasins(pixels, basins, tokens))
    context.drawImage(colours.canvas, square.left, square.top, square.size, square.size)
    if (!basins.attractors.some((each) => isTwin(nameOfKey(each)))) return
    hatch(basins, tokens, Math.round(square.size), pixelRatio, version)
    context.drawImage(hatched, square.left, square.top, square.size, square.size)
  }

  return {
    draw(sheet: Sheet, cell: FrameCell, layout: MapLayout, { tint, analysis, quantity }: TintOptions) {
      const { context, tokens } = sheet
      const { landscape, landscapeVersion, view } = cell
      const { basins, density } = analysis
      if (!landscape) return
      const { left, top, size } = layout
      if (tint === 'basins' && basins) {
        drawBasins(sheet, basins, analysis.basinsVersion, squareOf(layout, landscape.extent, basins.extent))
      } else if (density) {
        context.fillStyle = densityColour(0, tokens.isDark)
        context.fillRect(left, top, size, size)
        const own = squareOf(layout, landscape.extent, density.extent)
        const { columns } = density
        const key = ['density', analysis.densityVersion, tokens.isDark].join()
        colours.paint(key, columns, columns, (pixels) => paintDensity(pixels, density, densityTable(tokens.isDark)))
        context.drawImage(colours.canvas, own.left, own.top, own.size, own.size)
      }
      const { columns, rows } = landscape
      // A density has its own depth already, and under it the ground is to stay like the page.
      const hasDepth = tint === 'basins' && quantity === 'energy'
      const key = [landscapeVersion, view.floor, view.ceiling, hasDepth, tokens.paper].join()
      shade.paint(key, columns, rows, (pixels) => paintShade(pixels, landscape, view, hasDepth))
      const cellPx = size / (columns - 1)
      context.drawImage(shade.canvas, left - cellPx / 2, top - cellPx / 2, size + cellPx, size + cellPx)
    },
  }
}
