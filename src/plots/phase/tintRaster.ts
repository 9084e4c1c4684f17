import type { Landscape } from '../../model/landscape.ts'
import type { Basins } from '../../model/phase/basins.ts'
import type { Density } from '../../model/phase/density.ts'
import type { ViewScale } from '../../model/viewScale.ts'
import { energyTone } from '../../ui/energyColours.ts'
import type { Tokens } from '../../ui/readTokens.ts'
import { tableEntry, type HeightTable } from '../colourTables.ts'
import { bytesOfColour, shadeOf } from '../mapRaster.ts'
import { attractorColour, isTwin, nameOfKey } from './attractors.ts'

type Bytes = readonly [number, number, number]

/** Shares of a memory's colour in the colour of its basin, the rest is paper; a twin's basin is paler. */
const basinShare = 0.6
const twinShare = 0.34
/** The basin of the origin or of a mixed state is no memory's: a quiet grey. */
const otherShare = 0.22
/** How much darker the bottom of the energies is than the top, so that wells still read as wells under a tint. */
const depthStrength = 0.2

const mix = (colour: Bytes, paper: Bytes, share: number): Bytes => [
  Math.round(paper[0] + share * (colour[0] - paper[0])),
  Math.round(paper[1] + share * (colour[1] - paper[1])),
  Math.round(paper[2] + share * (colour[2] - paper[2])),
]

/** The colour of the basin of an attractor, as bytes. */
export function basinBytes(key: string, tokens: Tokens): Bytes {
  const name = nameOfKey(key)
  const share = name.kind !== 'memory' ? otherShare : isTwin(name) ? twinShare : basinShare
  return mix(bytesOfColour(attractorColour(key, tokens)), bytesOfColour(tokens.paper), share)
}

/** Colours basins into RGBA bytes, one pixel a cell, top row = largest x₂; what is undecided is paper. */
export function paintBasins(pixels: Uint8ClampedArray, { labels, columns, attractors }: Basins, tokens: Tokens): void {
  const colours = [bytesOfColour(tokens.paper), ...attractors.map((key) => basinBytes(key, tokens))]
  for (let row = 0; row < columns; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const [red, green, blue] = colours[labels[row * columns + column]] ?? colours[0]
      const out = 4 * ((columns - 1 - row) * columns + column)
      pixels[out] = red
      pixels[out + 1] = green
      pixels[out + 2] = blue
      pixels[out + 3] = 255
    }
  }
}

/** Opaque where a start recalls a twin, clear elsewhere: what the hatching is cut out with. */
export function paintTwinMask(pixels: Uint8ClampedArray, { labels, columns, attractors }: Basins): void {
  const isOfTwin = [false, ...attractors.map((key) => isTwin(nameOfKey(key)))]
  for (let row = 0; row < columns; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const isMarked = isOfTwin[labels[row * columns + column]]
      pixels[4 * ((columns - 1 - row) * columns + column) + 3] = isMarked ? 255 : 0
    }
  }
}

/** Colours a density into RGBA bytes, one pixel a cell, top row = largest x₂. `table`: by share of the peak. */
export function paintDensity(pixels: Uint8ClampedArray, { values, columns, peak }: Density, table: HeightTable): void {
  const perPeak = 1 / (peak || 1)
  for (let row = 0; row < columns; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const entry = tableEntry(values[row * columns + column] * perPeak)
      const out = 4 * ((columns - 1 - row) * columns + column)
      for (let channel = 0; channel < 3; channel += 1) pixels[out + channel] = table[entry + channel]
      pixels[out + 3] = 255
    }
  }
}

/**
 * Light and shadow of the ground as translucent white and black, to lie over a tint: the slopes as on the map of the energies, and with
 * `hasDepth` the lower the darker.
 */
export function paintShade(
  pixels: Uint8ClampedArray,
  { heights, gradients, columns, rows, extent }: Landscape,
  { floor, ceiling }: ViewScale,
  hasDepth: boolean,
): void {
  const perHeight = 1 / (ceiling - floor || 1)
  const perSlope = perHeight * extent * Math.SQRT1_2
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column
      const depth = hasDepth ? depthStrength * (1 - energyTone((heights[at] - floor) * perHeight)) : 0
      const light = shadeOf((gradients[2 * at] - gradients[2 * at + 1]) * perSlope) - 1 - depth
      const out = 4 * ((rows - 1 - row) * columns + column)
      const tone = light > 0 ? 255 : 0
      pixels[out] = tone
      pixels[out + 1] = tone
      pixels[out + 2] = tone
      pixels[out + 3] = 255 * Math.abs(light)
    }
  }
}
