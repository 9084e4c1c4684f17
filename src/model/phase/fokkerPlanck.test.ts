import { expect, test } from 'vitest'
import { pairFieldInto } from '../twoNeurons.ts'
import { bernoulli, cellCentre, densityExtent, DIRECTIONS, ratesInto, sampleRisesInto } from './fokkerPlanck.ts'

test("Bernoulli's function: B(z)/B(−z) = e^(−z) and B(−z) − B(z) = z, from the smallest to the largest numbers", () => {
  expect(bernoulli(0)).toBe(1)
  for (const z of [1e-12, 1e-5, 9.9e-5, 1.1e-4, 0.01, 0.5, 1, 5, 30, 500]) {
    expect(bernoulli(z) / bernoulli(-z) / Math.exp(-z)).toBeCloseTo(1, 12)
    expect((bernoulli(-z) - bernoulli(z)) / z).toBeCloseTo(1, z < 1e-3 ? 3 : 10)
  }
  expect([bernoulli(800), bernoulli(Infinity), bernoulli(-800)]).toEqual([0, 0, 800])
})

test('rates move the mean as f does and spread it by σ², to second order', () => {
  const system = { saliency: [1.2, 1.9], gain: 1.3, current: [0.2, -0.1] } as const
  const noise = 0.7
  const errors = [65, 129].map((columns) => {
    const grid = { columns, extent: 3 }
    const rises = sampleRisesInto(new Float64Array(DIRECTIONS * columns ** 2), system, noise, grid)
    const rates = ratesInto(new Float64Array(rises.length), rises)
    const h = (2 * grid.extent) / columns
    const unit = noise ** 2 / 2 / h ** 2
    let worst = 0
    for (let row = 1; row < columns - 1; row += 3) {
      for (let column = 1; column < columns - 1; column += 3) {
        const at = DIRECTIONS * (row * columns + column)
        const field = pairFieldInto(
          new Float64Array(2),
          system,
          cellCentre(column, columns, grid.extent),
          cellCentre(row, columns, grid.extent),
        )
        const [right, left, up, down] = rates.subarray(at, at + DIRECTIONS)
        worst = Math.max(
          worst,
          Math.abs((right - left) * h * unit - field[0]),
          Math.abs((up - down) * h * unit - field[1]),
        )
      }
    }
    return worst
  })
  expect(errors[0]).toBeLessThan(0.02)
  expect(errors[0] / errors[1]).toBeGreaterThan(3.5)
})

test('nothing crosses the border, and mirror images have the same rates bit by bit', () => {
  const columns = 10
  const system = { saliency: [1.5, 2.25], gain: 1, current: [0, 0] } as const
  const rises = sampleRisesInto(new Float64Array(DIRECTIONS * columns ** 2), system, 0.3, { columns, extent: 2.7 })
  for (let row = 0; row < columns; row++) {
    for (let column = 0; column < columns; column++) {
      const at = DIRECTIONS * (row * columns + column)
      const mirrored = DIRECTIONS * (columns ** 2 - 1 - (row * columns + column))
      const swapped = DIRECTIONS * (column * columns + row)
      for (let direction = 0; direction < DIRECTIONS; direction++) {
        expect(rises[at + direction]).toBe(rises[mirrored + (direction ^ 1)])
        expect(rises[at + direction]).toBe(rises[swapped + (direction ^ 2)])
      }
      expect(rises[at] === Infinity).toBe(column === columns - 1)
      expect(rises[at + 3] === Infinity).toBe(row === 0)
    }
  }
})

test('the square is as large as the density needs, and no larger', () => {
  // With equal saliencies the envelope is the density of one neuron itself.
  for (const noise of [0.05, 0.3, 1, 3]) {
    const alpha = 1.5
    const extent = densityExtent({ saliency: [alpha, alpha], gain: 1, current: [0, 0] }, noise)
    const height = (x: number) => (2 / noise ** 2) * ((x * x) / 2 - alpha * Math.log(Math.cosh(x)))
    let bottom = alpha
    for (let k = 0; k < 100; k++) bottom = alpha * Math.tanh(bottom)
    expect(height(extent) - height(bottom)).toBeCloseTo(12, 6)
  }
  expect(densityExtent({ saliency: [0, 0], gain: 1, current: [0, 0] }, 1)).toBeCloseTo(Math.sqrt(12), 8)
  expect(densityExtent({ saliency: [-3, -3], gain: 10, current: [0, 0] }, 0.01)).toBeGreaterThan(0.005)
  expect(() => densityExtent({ saliency: [1, 1], gain: 1, current: [0, 0] }, 0)).toThrow('Without noise')
})
