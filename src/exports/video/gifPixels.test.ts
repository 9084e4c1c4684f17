import { expect, it } from 'vitest'
import { createColourCensus } from './colourCensus.ts'
import { ditherInto, keepUnchangedInto } from './gifPixels.ts'

it('dithering keeps the mean, uses every threshold once in 8 x 8, and stays where it is', () => {
  const grey = new Uint8ClampedArray(4 * 16 * 8).fill(128)
  const out = ditherInto(new Uint8ClampedArray(grey.length), grey, 16)
  const reds = Array.from({ length: 128 }, (_, k) => out[4 * k])
  expect(reds.reduce((sum, red) => sum + red, 0) / 128).toBeCloseTo(128, 0)
  expect(Math.max(...reds) - Math.min(...reds)).toBeLessThanOrEqual(7)
  expect(reds.slice(0, 8)).toEqual(reds.slice(8, 16))
  expect(new Set(reds.slice(0, 8)).size).toBeGreaterThan(3)
})

it('unchanged pixels become transparent', () => {
  const out = keepUnchangedInto(new Uint8Array(4), Uint8Array.of(1, 2, 3, 4), Uint8Array.of(1, 0, 3, 0), 255)
  expect([...out]).toEqual([255, 2, 255, 4])
})

it('a census gives each kind of colour, the rare ones more than their share', () => {
  const rgba = new Uint8ClampedArray(4 * 10_000)
  for (let k = 0; k < 10_000; k++) rgba.set(k < 100 ? [250, 10, 10, 255] : [10, 10, 250, 255], 4 * k)
  const census = createColourCensus()
  census.add(rgba)
  const samples = census.samples()
  let reds = 0
  for (let at = 0; at < samples.length; at += 4) if (samples[at] === 250) reds++
  expect(reds / (samples.length / 4)).toBeCloseTo(Math.sqrt(100) / (Math.sqrt(100) + Math.sqrt(9900)), 2)
})
