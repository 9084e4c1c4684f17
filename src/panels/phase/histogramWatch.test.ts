import { expect, test } from 'vitest'
import { createCloud } from '../../kernel/phase/cloud.ts'
import { createDensityKernel } from '../../kernel/phase/createDensityKernel.ts'
import { createHistogramWatch, relaxationTime } from './histogramWatch.ts'

const system = { saliency: [1.5, 1.8], gain: 1, current: [0, 0] } as const
const noise = 0.9
const timeStep = 0.02
const kernel = createDensityKernel('javascript')
const density = kernel.solve(system, noise, 65)
const escape = [
  { from: 0, to: 'other', time: 2 },
  { from: 1, to: 'other', time: 4 },
  { from: 0, to: 'twin', time: 9 },
] as const
const analysis = { density, densitySystem: system, densityNoise: noise, escape, underWay: new Set<never>() }

test('a cloud is far from the density at first, and as near as chance allows once the wells have exchanged', () => {
  const cloud = createCloud(2000, 7)
  cloud.reset(system, noise)
  const watch = createHistogramWatch()
  const look = (time: number, run = 0) =>
    watch({ cloud: { positions: cloud.positions, stopwatches: [] }, system, time, runVersion: run }, analysis, noise)
  const first = look(5)
  expect(first?.variation).toBeGreaterThan(2 * (first?.expected ?? 1))
  expect(first?.hasSettled).toBe(false)

  cloud.step(system, noise, timeStep, 1000)
  const later = look(5 + 20)
  expect(later?.variation).toBeLessThan(1.3 * (later?.expected ?? 0))
  expect(later?.hasSettled).toBe(true)

  expect(look(25, 1)?.hasSettled, 'after a reset').toBe(false)
})

test('nothing is compared with the density of another network or noise, nor without a cloud', () => {
  const watch = createHistogramWatch()
  const positions = new Float32Array(200)
  const frame = { cloud: { positions, stopwatches: [] }, system, time: 0, runVersion: 0 }
  expect(watch(frame, analysis, 0.8)).toBe(null)
  expect(watch({ ...frame, system: { ...system, gain: 2 } }, analysis, noise)).toBe(null)
  expect(watch({ ...frame, cloud: null }, analysis, noise)).toBe(null)
  expect(watch(frame, { ...analysis, density: null }, noise)).toBe(null)
})

test('wells relax at the sum of the rates between them', () => {
  expect(relaxationTime(escape)).toBeCloseTo(4 / 3)
  expect(relaxationTime([])).toBe(0)
  expect(relaxationTime(null)).toBe(null)
})
