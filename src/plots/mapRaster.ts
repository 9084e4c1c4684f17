import type { Landscape } from '../model/landscape.ts'
import type { ViewScale } from '../model/viewScale.ts'
import { energyColourCount, energyColours, energyTone } from '../ui/energyColours.ts'

/** Entries of the colour table by height: the tone curve is paid for once, not per pixel. */
const entryCount = 1024

const colourByHeight: Uint8Array = (() => {
  const table = new Uint8Array(3 * (entryCount + 1))
  for (let k = 0; k <= entryCount; k += 1) {
    const at = energyTone(k / entryCount) * (energyColourCount - 1)
    const low = Math.min(Math.floor(at), energyColourCount - 2)
    for (let channel = 0; channel < 3; channel += 1) {
      const from = energyColours[3 * low + channel]
      table[3 * k + channel] = Math.round(from + (energyColours[3 * low + 3 + channel] - from) * (at - low))
    }
  }
  return table
})()

/** How strongly slopes are lightened and darkened, and how steep a slope has the full effect (in ranges a half-width). */
const shadeStrength = 0.16
const fullSlope = 1.6
/** Above the ceiling the ground is this much paler, so that nobody takes the rim for a plateau. */
const paleness = 0.5

/**
 * Colours a landscape into RGBA bytes, one pixel a grid point, top row = largest x₂. Lit softly from the upper left, as maps are;
 * above the ceiling mixed with the paper.
 */
export function paintLandscape(
  pixels: Uint8ClampedArray,
  { heights, gradients, columns, rows, extent }: Landscape,
  { floor, ceiling }: ViewScale,
  paper: readonly [number, number, number],
): void {
  const perEnergy = 1 / (ceiling - floor || 1)
  // Gradient in ranges a half-width of the map, as the eye sees the slope.
  const perSlope = (perEnergy * extent) / fullSlope
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column
      const t = (heights[at] - floor) * perEnergy
      const entry = 3 * Math.min(entryCount, Math.max(0, Math.round(t * entryCount)))
      // Facing the light: the ground falls towards the upper left, so E grows to the right and downwards.
      const slope = (gradients[2 * at] - gradients[2 * at + 1]) * Math.SQRT1_2 * perSlope
      const shade = 1 + (shadeStrength * slope) / Math.sqrt(1 + slope * slope)
      const pale = t > 1 ? paleness * Math.min(1, 20 * (t - 1)) : 0
      const out = 4 * ((rows - 1 - row) * columns + column)
      for (let channel = 0; channel < 3; channel += 1) {
        const lit = colourByHeight[entry + channel] * shade
        pixels[out + channel] = lit + (paper[channel] - lit) * pale
      }
      pixels[out + 3] = 255
    }
  }
}

/** A picture of the landscape that is painted again only when the landscape, the scale or the paper changed. */
export function createMapRaster() {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  let image: ImageData | null = null
  let painted = ''
  return {
    canvas,
    show(landscape: Landscape, version: number, view: ViewScale, paper: readonly [number, number, number]) {
      const key = [version, view.floor, view.ceiling, ...paper].join()
      if (!context || key === painted) return
      painted = key
      if (image?.width !== landscape.columns || image.height !== landscape.rows) {
        canvas.width = landscape.columns
        canvas.height = landscape.rows
        image = context.createImageData(landscape.columns, landscape.rows)
      }
      paintLandscape(image.data, landscape, view, paper)
      context.putImageData(image, 0, 0)
    },
  }
}

export type MapRaster = ReturnType<typeof createMapRaster>

const colourPattern = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i

/** Bytes of a colour written #rrggbb, as the tokens are; white for anything else. */
export function bytesOfColour(colour: string): readonly [number, number, number] {
  const match = colourPattern.exec(colour)
  return match
    ? [Number.parseInt(match[1], 16), Number.parseInt(match[2], 16), Number.parseInt(match[3], 16)]
    : [255, 255, 255]
}
