import { expect, test } from 'vitest'
import { sampleRisesInto } from '../src/model/phase/fokkerPlanck.ts'
import { createDensityKernel } from '../src/kernel/phase/createDensityKernel.ts'
import { makeDensity } from '../src/model/phase/density.ts'
import { bandedDensity } from './bandedDensity.ts'
import { densityFiguresOf } from './densityFigures.ts'
import { reaches } from './figures.ts'

const timings = {
  ms: new Map([
    ['density 129²', [10, 12]],
    ['density 129², banded LU', [300, 300]],
    ['density 129², JavaScript kernel', [50, 50]],
    ['escape times 129²', [30, 30]],
    ['cloud, a frame', [2, 2]],
  ]),
  probeMs: [1, 1],
  droppedRounds: 0,
  skipped: [],
}

test('ratios are within a round, and particles are counted in frames a second', () => {
  const figures = densityFiguresOf(timings, timings)
  const named = (name: string) => figures.find((figure) => figure.name === name)
  expect(named('density 129² against banded LU, Node')?.spread.median).toBe(27.5)
  const frames = named('10,000 particles, frames of two steps, worker')
  expect(frames && [frames.spread.median, reaches(frames)]).toEqual([500, true])
})

test('what the kernel is compared with gives the same density at a noise that it can do', () => {
  const system = { saliency: [1.5, 2.25], gain: 1, current: [0, 0] } as const
  const found = createDensityKernel('fastest').solve(system, 0.8, 33)
  const rises = sampleRisesInto(new Float64Array(4 * 33 * 33), system, 0.8, found)
  const banded = makeDensity(bandedDensity(rises, 33), 33, found.extent)
  banded.values.forEach((p, at) => expect(Math.abs(p - found.values[at]) / found.peak).toBeLessThan(1e-6))
})

test('and not at one where wells hardly communicate: there it is wrong without a word', () => {
  const system = { saliency: [1.5, 1.5], gain: 1, current: [0, 0] } as const
  const found = createDensityKernel('fastest').solve(system, 0.1, 65)
  const rises = sampleRisesInto(new Float64Array(4 * 65 * 65), system, 0.1, found)
  const banded = makeDensity(bandedDensity(rises, 65), 65, found.extent)
  expect(Math.max(...banded.quarters.map((mass) => Math.abs(4 * mass - 1)))).toBeGreaterThan(0.01)
  expect(Math.max(...found.quarters.map((mass) => Math.abs(4 * mass - 1)))).toBeLessThan(1e-12)
})
