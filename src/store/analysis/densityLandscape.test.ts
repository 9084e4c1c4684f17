import { expect, test } from 'vitest'
import { heightAt } from '../../model/landscape.ts'
import type { Density } from '../../model/phase/density.ts'
import { densityLandscape } from './densityLandscape.ts'

const extent = 4
const columns = 129
const bump = (x1: number, x2: number) => Math.exp(-((x1 - 0.5) ** 2) - 2 * (x2 + 0.3) ** 2)

/** A smooth bump on the cells of a density. */
function bumpOn(cells: number): Density {
  const centre = (k: number) => extent * ((2 * k + 1) / cells - 1)
  const values = Float32Array.from({ length: cells * cells }, (_, k) =>
    bump(centre(k % cells), centre(Math.floor(k / cells))),
  )
  return { values, columns: cells, extent, masses: [0.5, 0.5], quarters: [0.25, 0.25, 0.25, 0.25], peak: 1 }
}

test('heights are p and gradients ∇p on the grid of the picture, to the third order of the cells', () => {
  const worst = (cells: number) => {
    const landscape = densityLandscape(bumpOn(cells), 3, columns)
    let height = 0
    let slope = 0
    for (let row = 0; row < columns; row++) {
      for (let column = 0; column < columns; column++) {
        const x1 = -3 + (6 * column) / (columns - 1)
        const x2 = -3 + (6 * row) / (columns - 1)
        const at = row * columns + column
        const p = bump(x1, x2)
        height = Math.max(height, Math.abs(landscape.heights[at] - p))
        slope = Math.max(slope, Math.abs(landscape.gradients[2 * at] + 2 * (x1 - 0.5) * p))
        slope = Math.max(slope, Math.abs(landscape.gradients[2 * at + 1] + 4 * (x2 + 0.3) * p))
      }
    }
    return { height, slope }
  }
  const coarse = worst(65)
  const fine = worst(129)
  expect(fine.height).toBeLessThan(1e-3)
  expect(fine.slope).toBeLessThan(0.02)
  expect(coarse.height / fine.height).toBeGreaterThan(6)
  expect(coarse.slope / fine.slope).toBeGreaterThan(3)
})

test('through the centre of a cell the height is its value', () => {
  const cells = 65
  const density = bumpOn(cells)
  // With this extent the points of the grid are the centres of the cells.
  const landscape = densityLandscape(density, extent * (1 - 1 / cells), cells)
  for (let k = 0; k < cells * cells; k += 97) expect(landscape.heights[k]).toBeCloseTo(density.values[k], 6)
})

test('no height is negative, and outside the square of the density there is none', () => {
  const spike = bumpOn(33)
  spike.values.fill(0)
  spike.values[16 * 33 + 16] = 1
  const landscape = densityLandscape(spike, 6, columns)
  expect(Math.min(...landscape.heights)).toBe(0)
  expect(landscape.extent).toBe(6)
  expect(heightAt(landscape, 5, 0)).toBe(0)
  expect(heightAt(landscape, 0, 0)).toBeGreaterThan(0.5)
})
