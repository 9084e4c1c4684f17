import { expect, it } from 'vitest'
import { markParticles } from './cloudRaster.ts'

const colours = { onDark: { core: 7, rim: 3 }, onLight: { core: 8, rim: 4 }, isDarkAt: null }

it('marks particles where they are, with x₂ upwards', () => {
  const pixels = new Uint32Array(400).fill(9)
  markParticles(pixels, 20, { positions: Float32Array.from([-0.5, 0.5]) }, 1, colours)
  expect([4, 5].flatMap((row) => [pixels[20 * row + 4], pixels[20 * row + 5]])).toEqual([7, 7, 7, 7])
  expect(pixels.filter((pixel) => pixel === 7).length).toBe(4)
  expect(pixels.filter((pixel) => pixel === 3).length).toBe(8)
  expect(pixels.filter((pixel) => pixel === 9).length).toBe(0)
})

it('leaves out what is beyond the map or not a number, and keeps cores free of rims', () => {
  const pixels = new Uint32Array(400)
  markParticles(pixels, 20, { positions: Float32Array.from([2, 0, Number.NaN, 0, 0, 0, 0.1, 0]) }, 1, colours)
  expect(pixels.filter((pixel) => pixel === 7).length).toBe(6)
})

it('marks particles in the tones of the ground, and keeps every core', () => {
  const pixels = new Uint32Array(400)
  const positions = Float32Array.from([-0.05, 0, 0.15, 0])
  markParticles(pixels, 20, { positions }, 1, { ...colours, isDarkAt: (x1) => x1 < 0 })
  expect([7, 8].map((core) => pixels.filter((pixel) => pixel === core).length)).toEqual([4, 4])
  expect(pixels.filter((pixel) => pixel === 4).length).toBeGreaterThan(4)
})
