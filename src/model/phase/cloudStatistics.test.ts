import { expect, test } from 'vitest'
import { createRandom } from '../random.ts'
import { cloudHistogramInto, expectedVariation, HISTOGRAM_COLUMNS, totalVariation } from './cloudStatistics.ts'
import { exactDensity } from './exactDensity.ts'
import { densityExtent } from './fokkerPlanck.ts'

const system = { saliency: [1.5, 1.5], gain: 1, current: [0, 0] } as const
const columns = 129
const density = exactDensity(system, 0.6, { columns, extent: densityExtent(system, 0.6) })!

/** Particles drawn from the density: a cell by its probability, a place in it evenly. */
function draw(count: number, seed: number): Float32Array {
  const random = createRandom(seed)
  const cell = (2 * density.extent) / columns
  const sums = new Float64Array(density.values.length)
  density.values.reduce((sum, p, at) => (sums[at] = sum + p * cell * cell), 0)
  const positions = new Float32Array(2 * count)
  for (let k = 0; k < count; k++) {
    const wanted = random.uniform() * sums[sums.length - 1]
    let [low, high] = [0, sums.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (sums[middle] < wanted) low = middle + 1
      else high = middle
    }
    positions[2 * k] = ((low % columns) + random.uniform()) * cell - density.extent
    positions[2 * k + 1] = (Math.floor(low / columns) + random.uniform()) * cell - density.extent
  }
  return positions
}

function distanceOf(positions: Float32Array): number {
  const counts = new Uint32Array(HISTOGRAM_COLUMNS ** 2)
  cloudHistogramInto(counts, positions, HISTOGRAM_COLUMNS, density.extent)
  return totalVariation(counts, density, positions.length / 2)
}

test('every particle is counted once, those outside in the nearest square', () => {
  const positions = Float32Array.of(-1, -1, 0.99, 0.99, 5, -7, 0.01, -0.01, Number.NaN, 0)
  const counts = cloudHistogramInto(new Uint32Array(4), positions, 2, 1)
  expect([...counts]).toEqual([1, 2, 0, 1])
})

test.each([100, 1000, 4000, 10_000])('particles drawn from the density are as far from it as expected: %i', (count) => {
  const rounds = 40
  let sum = 0
  for (let seed = 0; seed < rounds; seed++) sum += distanceOf(draw(count, seed))
  const wanted = expectedVariation(density, HISTOGRAM_COLUMNS, count)
  expect(Math.abs(sum / rounds / wanted - 1)).toBeLessThan(0.02)
})

test('particles that are elsewhere are far from it', () => {
  expect(distanceOf(new Float32Array(2000))).toBeGreaterThan(0.95)
  const right = draw(4000, 1).map((x, at) => (at % 2 === 0 ? Math.abs(x) : x))
  expect(distanceOf(right)).toBeGreaterThan(0.48)
  expect(distanceOf(right)).toBeLessThan(0.56)
})

test('more particles, less chance: as one over the root of their number, once no square is rare', () => {
  const ratio = expectedVariation(density, 8, 1e6) / expectedVariation(density, 8, 4e6)
  expect(ratio).toBeCloseTo(2, 2)
})
