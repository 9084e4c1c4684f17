import { describe, expect, it } from 'vitest'
import type { Basins } from '../../model/phase/basins.ts'
import { densityColours } from '../../ui/densityColours.ts'
import type { Tokens } from '../../ui/readTokens.ts'
import { densityTable } from '../colourTables.ts'
import { basinBytes, paintBasins, paintDensity, paintShade, paintTwinMask } from './tintRaster.ts'

const tokens = { paper: '#f4eee1', memory1: '#1767a6', memory2: '#b24a06', inkSoft: '#565a5c' } as Tokens
const basins: Basins = {
  labels: Uint8Array.from([1, 2, 3, 0]),
  columns: 2,
  extent: 2,
  attractors: ['memory-1+', 'memory-1-', 'memory-2+'],
  fractions: [0.25, 0.25, 0.25],
}
const pixelOf = (pixels: Uint8ClampedArray, row: number, column: number) =>
  Array.from(pixels.slice(8 * (1 - row) + 4 * column, 8 * (1 - row) + 4 * column + 4))

describe('basins', () => {
  it('have the colours of the memories, twins paler, the undecided as paper, the largest x₂ on top', () => {
    const pixels = new Uint8ClampedArray(16)
    paintBasins(pixels, basins, tokens)
    expect(pixelOf(pixels, 0, 0)).toEqual([...basinBytes('memory-1+', tokens), 255])
    expect(pixelOf(pixels, 0, 1)).toEqual([...basinBytes('memory-1-', tokens), 255])
    expect(pixelOf(pixels, 1, 0)).toEqual([...basinBytes('memory-2+', tokens), 255])
    expect(pixelOf(pixels, 1, 1)).toEqual([0xf4, 0xee, 0xe1, 255])
    const brightness = (key: string) => basinBytes(key, tokens).reduce((sum, byte) => sum + byte, 0)
    expect(brightness('memory-1-')).toBeGreaterThan(brightness('memory-1+'))
  })
  it('of twins alone are hatched', () => {
    const pixels = new Uint8ClampedArray(16)
    paintTwinMask(pixels, basins)
    expect([0, 1].map((column) => pixelOf(pixels, 0, column)[3])).toEqual([0, 255])
    expect([0, 1].map((column) => pixelOf(pixels, 1, column)[3])).toEqual([0, 0])
  })
})

it.each([false, true])('a density runs from one end of the colours to the other (dark: %s)', (isDark) => {
  const pixels = new Uint8ClampedArray(16)
  const values = Float32Array.from([0, 0.1, 0.4, 0.2])
  const density = { values, columns: 2, extent: 2, masses: [1, 0], quarters: [1, 0, 0, 0], peak: 0.4 } as const
  paintDensity(pixels, density, densityTable(isDark))
  expect(pixelOf(pixels, 0, 0)).toEqual([...densityColours(isDark).slice(0, 3), 255])
  expect(pixelOf(pixels, 1, 0)).toEqual([...densityColours(isDark).slice(-3), 255])
})

it('shade darkens the bottom and what faces away from the light', () => {
  const flat = { columns: 2, rows: 2, extent: 1, heights: Float32Array.from([0, 1, 1, 1]) }
  const pixels = new Uint8ClampedArray(16)
  const view = { extent: 1, floor: 0, ceiling: 1 }
  paintShade(pixels, { ...flat, gradients: new Float32Array(8) }, view, true)
  expect(pixelOf(pixels, 0, 0)).toEqual([0, 0, 0, 51])
  expect(pixelOf(pixels, 1, 1)[3]).toBe(0)
  paintShade(pixels, { ...flat, gradients: Float32Array.from([9, -9, -9, 9, 0, 0, 0, 0]) }, view, false)
  expect(pixelOf(pixels, 0, 0)[0]).toBe(255)
  expect(pixelOf(pixels, 0, 1)[0]).toBe(0)
})
