import { describe, expect, it } from 'vitest'
import { makeLandscape, sampleLandscapeInto } from '../model/landscape.ts'
import { energyColours } from '../ui/energyColours.ts'
import { energyTable } from './colourTables.ts'
import { bytesOfColour, paintLandscape } from './mapRaster.ts'

describe('paintLandscape', () => {
  const system = { saliency: [1.5, 2] as const, gain: 1, current: [0, 0] as const }
  const landscape = sampleLandscapeInto(makeLandscape(9, 9), system, 2)
  const view = { extent: 2, floor: Math.min(...landscape.heights), ceiling: Math.max(...landscape.heights) }

  it('has the colour of the table on flat ground, and the largest x₂ on top', () => {
    const flat = { ...landscape, gradients: new Float32Array(landscape.gradients.length) }
    const pixels = new Uint8ClampedArray(4 * 81)
    paintLandscape(pixels, flat, view, { paper: [255, 255, 255], table: energyTable })
    const lowest = flat.heights.indexOf(view.floor)
    const [row, column] = [Math.floor(lowest / 9), lowest % 9]
    const at = 4 * ((8 - row) * 9 + column)
    expect(Array.from(pixels.slice(at, at + 4))).toEqual([...energyColours.slice(0, 3), 255])
  })
  it('is paler above the ceiling', () => {
    const pixels = new Uint8ClampedArray(4 * 81)
    paintLandscape(
      pixels,
      landscape,
      { ...view, ceiling: view.floor + 0.01 },
      { paper: [255, 255, 255], table: energyTable },
    )
    expect(pixels[4 * 40]).toBeGreaterThan(200)
  })
})

describe('bytesOfColour', () => {
  it('reads the tokens', () => {
    expect(bytesOfColour('#f4eee1')).toEqual([244, 238, 225])
    expect(bytesOfColour('red')).toEqual([255, 255, 255])
  })
})
