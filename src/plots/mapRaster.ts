import type { Landscape } from '../model/landscape.ts'
import type { ViewScale } from '../model/viewScale.ts'
import { tableEntry, type HeightTable } from './colourTables.ts'

/** How strongly slopes are lightened and darkened, and how steep a slope has the full effect (in ranges a half-width). */
const shadeStrength = 0.16
const fullSlope = 1.6
/** Above the ceiling the ground is this much paler, so that nobody takes the rim for a plateau. */
const paleness = 0.5

export interface GroundPaint {
  readonly paper: readonly [number, number, number]
  /** Colours by height. */
  readonly table: HeightTable
}

/** A slope towards the light as a factor of brightness. `slope`: in ranges a half-width, growing where the ground faces the light. */
export function shadeOf(slope: number): number {
  const steep = slope / fullSlope
  return 1 + (shadeStrength * steep) / Math.sqrt(1 + steep * steep)
}

/**
 * Colours a landscape into RGBA bytes, one pixel a grid point, top row = largest x₂. Lit softly from the upper left, as maps are;
 * above the ceiling mixed with the paper.
 */
export function paintLandscape(
  pixels: Uint8ClampedArray,
  { heights, gradients, columns, rows, extent }: Landscape,
  { floor, ceiling }: ViewScale,
  { paper, table }: GroundPaint,
): void {
  const perEnergy = 1 / (ceiling - floor || 1)
  // Gradient in ranges a half-width of the map, as the eye sees the slope.
  const perSlope = perEnergy * extent * Math.SQRT1_2
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column
      const t = (heights[at] - floor) * perEnergy
      const entry = tableEntry(t)
      // Facing the light: the ground falls towards the upper left, so E grows to the right and downwards.
      const shade = shadeOf((gradients[2 * at] - gradients[2 * at + 1]) * perSlope)
      const pale = t > 1 ? paleness * Math.min(1, 20 * (t - 1)) : 0
      const out = 4 * ((rows - 1 - row) * columns + column)
      for (let channel = 0; channel < 3; channel += 1) {
        const lit = table[entry + channel] * shade
        pixels[out + channel] = lit + (paper[channel] - lit) * pale
      }
      pixels[out + 3] = 255
    }
  }
}

const colourPattern = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i

/** Bytes of a colour written #rrggbb, as the tokens are; white for anything else. */
export function bytesOfColour(colour: string): readonly [number, number, number] {
  const match = colourPattern.exec(colour)
  return match
    ? [Number.parseInt(match[1], 16), Number.parseInt(match[2], 16), Number.parseInt(match[3], 16)]
    : [255, 255, 255]
}
