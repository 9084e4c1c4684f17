import { expect, test } from 'vitest'
import { findEquilibria } from './equilibria.ts'
import { heightAt, makeLandscape, sampleLandscapeInto } from './landscape.ts'
import { pairEnergy, pairEnergyGradientInto, type TwoNeuronSystem } from './twoNeurons.ts'

const systems: readonly TwoNeuronSystem[] = [
  { saliency: [1.5, 2], gain: 1, current: [0, 0] },
  { saliency: [-3, 5], gain: 10, current: [0, 0] },
  { saliency: [1.5, 1.5], gain: 1, current: [0.3, -0.7] },
  { saliency: [0.7, -2.2], gain: 0.5, current: [-1, 1] },
]

test('heights and gradients are those of the energy, to 1e-6', () => {
  for (const system of systems) {
    const { heights, gradients, columns, rows, extent } = sampleLandscapeInto(makeLandscape(33, 21), system, 6)
    expect(extent).toBe(6)
    const gradient = new Float64Array(2)
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const x1 = -extent + (2 * extent * column) / (columns - 1)
        const x2 = -extent + (2 * extent * row) / (rows - 1)
        const at = row * columns + column
        const scale = 1e-6 * (1 + Math.abs(heights[at]))
        expect(Math.abs(heights[at] - pairEnergy(system, x1, x2))).toBeLessThan(scale)
        pairEnergyGradientInto(gradient, system, x1, x2)
        expect(Math.abs(gradients[2 * at] - gradient[0])).toBeLessThan(1e-6 * (1 + Math.abs(gradient[0])))
        expect(Math.abs(gradients[2 * at + 1] - gradient[1])).toBeLessThan(1e-6 * (1 + Math.abs(gradient[1])))
      }
    }
  }
})

test('the landscape shares the buffers it is given', () => {
  const heights = new Float32Array(9)
  const gradients = new Float32Array(18)
  const landscape = sampleLandscapeInto(makeLandscape(3, 3, heights, gradients), systems[0], 2)
  expect(landscape.heights).toBe(heights)
  expect(landscape.gradients).toBe(gradients)
  expect(heights[4]).toBe(0)
})

test('heights between grid points are interpolated, and clamped outside', () => {
  const landscape = sampleLandscapeInto(makeLandscape(257, 257), systems[0], 4)
  for (const { state, energy } of findEquilibria(systems[0])) {
    expect(Math.abs(heightAt(landscape, state[0], state[1]) - energy)).toBeLessThan(2e-3)
  }
  expect(heightAt(landscape, -4, -4)).toBe(landscape.heights[0])
  expect(heightAt(landscape, 4, 4)).toBe(landscape.heights[257 * 257 - 1])
  expect(heightAt(landscape, 99, -99)).toBe(landscape.heights[256])
})

test('arrays of the wrong size are refused with a sentence', () => {
  expect(() => makeLandscape(1, 5)).toThrow('at least 2 x 2 points, found 1 x 5')
  expect(() => makeLandscape(3, 3, new Float32Array(8))).toThrow('Expected 9 heights, found 8')
  expect(() => makeLandscape(3, 3, new Float32Array(9), new Float32Array(9))).toThrow('Expected 18 gradients, found 9')
})
