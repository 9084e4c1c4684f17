import { expect, test, vi } from 'vitest'
import { cloudHistogramInto, expectedVariation, totalVariation } from '../../model/phase/cloudStatistics.ts'
import { findEquilibria } from '../../model/equilibria.ts'
import { nameEquilibria } from '../../model/equilibriumNames.ts'
import reference from '../../model/fixtures/stationary.json' with { type: 'json' }
import { createCloud } from './cloud.ts'
import { createDensityKernel } from './createDensityKernel.ts'

const kernel = createDensityKernel('fastest')
const system = { saliency: [1.5, 2.25], gain: 1, current: [0, 0] } as const
/** Millions of steps, in code that a test runner slows down. */
vi.setConfig({ testTimeout: 30_000 })
/** How many standard errors a fair measurement may be off: passed by chance once in 15,000. */
const MOST_ERRORS = 4

test('same seed and calls, same cloud; another seed, another', () => {
  const run = (seed: number) => {
    const cloud = createCloud(200, seed)
    cloud.reset(system, 0.6)
    cloud.step(system, 0.6, 0.02, 50)
    return [...cloud.positions]
  }
  expect(run(1)).toEqual(run(1))
  expect(run(1)).not.toEqual(run(2))
  const cloud = createCloud(200, 1)
  for (let k = 0; k < 2; k++) {
    cloud.reset(system, 0.6)
    for (let part = 0; part < 5; part++) cloud.step(system, 0.6, 0.02, 10)
  }
  expect([...cloud.positions]).toEqual(run(1))
})

test('without noise, particles go to the wells', () => {
  const cloud = createCloud(100, 3)
  cloud.reset(system, 0.6)
  cloud.step(system, 0, 0.05, 1000)
  for (let k = 0; k < 200; k += 2) {
    const [x1, x2] = [Math.abs(cloud.positions[k]), Math.abs(cloud.positions[k + 1])]
    expect(x1).toBeCloseTo(x2, 4)
    expect(Math.min(Math.abs(x1 - 1.287839), Math.abs(x1 - 2.194866))).toBeLessThan(1e-4)
  }
  expect(cloud.stopwatches()).toEqual([])
})

test('the number of particles changes: places are kept, new ones begin where others are', () => {
  const cloud = createCloud(10, 1)
  cloud.reset(system, 0.6)
  const before = [...cloud.positions]
  cloud.setCount(15)
  expect([...cloud.positions]).toEqual([...before, ...before.slice(0, 10)])
  cloud.step(system, 0.6, 0.02, 3)
  cloud.setCount(4)
  expect(cloud.positions.length).toBe(8)
  cloud.step(system, 0.6, 0.02, 3)
  expect(cloud.positions.every(Number.isFinite)).toBe(true)
})

test('the cloud tends to the density: as far from it as chance alone takes it', () => {
  const noise = 1
  const cloud = createCloud(1000, 5)
  cloud.reset(system, noise)
  cloud.step(system, noise, 0.05, 1000)
  const density = kernel.solve(system, noise, 129)
  const counts = new Uint32Array(32 * 32)
  let sum = 0
  // Snapshots some relaxation times apart; one alone may be off by chance.
  for (let k = 0; k < 5; k++) {
    cloud.step(system, noise, 0.05, 100)
    sum += totalVariation(cloudHistogramInto(counts, cloud.positions, 32, density.extent), density, 1000)
  }
  expect(sum / 5 / expectedVariation(density, 32, 1000)).toBeLessThan(1.15)
})

test.each(reference.cases.slice(1, 3))(
  'stopwatches measure the escape times of the backward operator and of the reference, noise $sigma',
  (one) => {
    const studied = { saliency: [one.alpha[0], one.alpha[1]], gain: 1, current: [0, 0] } as const
    const equilibria = nameEquilibria(findEquilibria(studied), studied)
    const times = kernel.escapeTimes(studied, equilibria, one.sigma, 129)
    const cloud = createCloud(1000, 11)
    cloud.reset(studied, one.sigma)
    cloud.step(studied, one.sigma, 0.02, 2000)
    const watches = cloud.stopwatches()
    expect(watches.map(({ from, to }) => [from, to])).toEqual([
      [0, 'other'],
      [1, 'other'],
      [0, 'twin'],
      [1, 'twin'],
    ])
    for (const { from, to, escapes, exposure, meanTime, standardError } of watches) {
      expect(exposure).toBeGreaterThan(0)
      const time = times.find((known) => known.from === from && known.to === to)?.time ?? 0
      if (meanTime < Infinity) expect(Math.abs(meanTime - time) / standardError).toBeLessThan(MOST_ERRORS)
      if (from === 0 && to === 'other') {
        expect(escapes).toBeGreaterThan(250)
        expect(standardError / meanTime).toBeLessThan(0.1)
        const wanted = one.escape_time_memory_1 ?? 0
        expect(Math.abs(meanTime - wanted)).toBeLessThan(MOST_ERRORS * standardError)
      }
    }
  },
)

test('a change of the network or the noise sets the stopwatches to zero, a change of the time step does not', () => {
  const cloud = createCloud(500, 2)
  cloud.reset(system, 1)
  cloud.step(system, 1, 0.02, 500)
  const escapes = () => cloud.stopwatches().reduce((sum, watch) => sum + watch.escapes, 0)
  const many = escapes()
  expect(many).toBeGreaterThan(50)
  cloud.step({ ...system }, 1, 0.01, 1)
  expect(escapes()).toBeGreaterThanOrEqual(many)
  cloud.step(system, 1.01, 0.02, 1)
  expect(escapes()).toBeLessThan(10)
  cloud.step({ ...system, saliency: [0.5, 2] }, 1, 0.02, 1)
  expect(cloud.stopwatches().map(({ from }) => from)).toEqual([1, 1])
})
