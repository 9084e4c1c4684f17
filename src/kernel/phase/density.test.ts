import { describe, expect, test } from 'vitest'
import { findEquilibria } from '../../model/equilibria.ts'
import { nameEquilibria } from '../../model/equilibriumNames.ts'
import reference from '../../model/fixtures/stationary.json' with { type: 'json' }
import { densityAt } from '../../model/phase/density.ts'
import { exactDensity } from '../../model/phase/exactDensity.ts'
import type { TwoNeuronSystem } from '../../model/twoNeurons.ts'
import { createDensityKernel } from './createDensityKernel.ts'

const kernels = (['fastest', 'plain', 'javascript'] as const).map(createDensityKernel)
const [fastest] = kernels

function systemOf(alpha: readonly number[], gain = 1, current: readonly [number, number] = [0, 0]): TwoNeuronSystem {
  return { saliency: [alpha[0], alpha[1]], gain, current }
}
const named = (system: TwoNeuronSystem) => nameEquilibria(findEquilibria(system), system)
const sumOf = (values: Iterable<number>) => [...values].reduce((sum, value) => sum + value, 0)

test('all three kernels run here, so that none goes untested', () => {
  expect(kernels.map(({ flavour }) => flavour)).toEqual(['relaxed', 'plain', 'javascript'])
})

describe.each(reference.cases)('the reference with saliencies $alpha and noise $sigma, on 129 x 129 cells', (one) => {
  const system = systemOf(one.alpha, one.gain)
  const density = fastest.solve(system, one.sigma, 129)
  test('masses to 1e-3, densities to 1 %', () => {
    expect(Math.abs(density.masses[0] - one.mass_memory_1)).toBeLessThan(2e-4)
    expect(Math.abs(density.masses[1] - one.mass_memory_2)).toBeLessThan(2e-4)
    for (const probe of one.probes) {
      expect(Math.abs(densityAt(density, probe.x[0], probe.x[1]) / probe.density - 1)).toBeLessThan(0.005)
    }
  })
  test('escape times to 3 %', () => {
    // The reference starts at γ₁ξ¹ also where that is a saddle; the kernel only at wells.
    const starts = named(system).map((point) => ({ ...point, stability: 'stable' as const }))
    const found = fastest.escapeTimes(system, starts, one.sigma, 129)
    const time = found.find(({ from, to }) => from === 0 && to === 'other')?.time
    if (one.escape_time_memory_1 === null) expect(time).toBeUndefined()
    else expect(Math.abs((time ?? 0) / one.escape_time_memory_1 - 1)).toBeLessThan(0.005)
  })
  test('mean square to 0.1 %', () => {
    const { values, columns, extent } = density
    const cell = (2 * extent) / columns
    const square = sumOf(
      values.map((p, at) => {
        const x1 = (at % columns) * cell - extent + cell / 2
        const x2 = Math.floor(at / columns) * cell - extent + cell / 2
        return p * (x1 * x1 + x2 * x2) * cell * cell
      }),
    )
    expect(Math.abs(square / one.mean_square - 1)).toBeLessThan(1e-3)
  })
})

test('equal saliencies: the exact density, point by point', () => {
  for (const [alpha, gain, noise, current] of [
    [1.5, 1, 0.6, [0, 0]],
    [1.5, 1, 0.15, [0, 0]],
    [1.5, 1, 0.5, [0.2, -0.3]],
    [2.5, 1, 2, [0, 0]],
    [1, 4, 0.3, [0, 0.1]],
    [-1, 2, 0.4, [0, 0]],
  ] as const) {
    const system = systemOf([alpha, alpha], gain, current)
    const density = fastest.solve(system, noise, 129)
    const exact = exactDensity(system, noise, density)
    const cell = (2 * density.extent) / 129
    const gap = sumOf(density.values.map((p, at) => Math.abs(p - (exact?.values[at] ?? Number.NaN)) * cell * cell))
    expect(gap).toBeLessThan(1e-6)
    const largest = Math.max(...density.values.map((p, at) => Math.abs(p - (exact?.values[at] ?? Number.NaN))))
    expect(largest / density.peak).toBeLessThan(1e-6)
  }
})

for (const kernel of kernels) {
  test(`${kernel.flavour}: symmetric wells are equal to 1e-12`, () => {
    const isSlow = kernel.flavour === 'javascript'
    for (const noise of isSlow ? [0.6, 0.15] : [3, 1, 0.6, 0.35, 0.25, 0.2, 0.15]) {
      for (const alpha of isSlow ? [1.5] : [1.2, 1.5, 2.5]) {
        const { masses, quarters } = kernel.solve(systemOf([alpha, alpha]), noise, isSlow ? 65 : 129)
        for (const mass of quarters) expect(Math.abs(4 * mass - 1)).toBeLessThan(1e-12)
        expect(Math.abs(2 * masses[0] - 1)).toBeLessThan(1e-12)
      }
      const { quarters } = kernel.solve(systemOf([1.5, 2.25]), noise, 65)
      expect(Math.abs(quarters[1] / quarters[3] - 1)).toBeLessThan(1e-12)
    }
  })
}

describe('noise so small that doubles do not reach from well to well', () => {
  test('wells share the probability as symmetry demands, and nothing is NaN', () => {
    for (const noise of [0.1, 0.05, 0.02, 0.005, 1e-3, 1e-5, 1e-12]) {
      for (const [alpha, gain] of [
        [1.5, 1],
        [5, 1],
        [3, 10],
      ] as const) {
        const density = fastest.solve(systemOf([alpha, alpha], gain), noise, 33)
        for (const mass of density.quarters) expect(Math.abs(4 * mass - 1)).toBeLessThan(1e-9)
        expect(density.values.every((p) => p >= 0 && p < Infinity)).toBe(true)
        expect(sumOf(density.values) * ((2 * density.extent) / 33) ** 2).toBeCloseTo(1, 4)
      }
    }
  })

  test('the shares that a larger noise leads to are kept: the more salient memory has it all', () => {
    for (const noise of [0.4, 0.2, 0.1, 0.05, 0.02]) {
      const { masses, quarters } = fastest.solve(systemOf([2, 4]), noise, 65)
      expect(masses[0]).toBeLessThan(1e-12)
      expect(Math.abs(quarters[1] - 0.5)).toBeLessThan(1e-10)
      // With a current along ξ² its well wins over its twin's.
      expect(fastest.solve(systemOf([2, 4], 1, [0.3, -0.3]), noise, 65).quarters[1]).toBeGreaterThan(0.99)
    }
  })

  test('where both ways of computing reach, they agree', () => {
    // Just above and just below the change-over, the logarithm of a time is nearly linear in 1/σ².
    const system = systemOf([5, 5])
    const points = named(system)
    const times = [0.24, 0.22, 0.2, 0.18].map((noise) =>
      Math.log(fastest.escapeTimes(system, points, noise, 65)[0].time),
    )
    const slopes = times.map((time, k) => time * [0.24, 0.22, 0.2, 0.18][k] ** 2)
    for (const slope of slopes) expect(slope / slopes[0]).toBeCloseTo(1, 1)
  })

  test('escape times beyond the range of numbers are Infinity, not NaN', () => {
    const system = systemOf([4, 4.2])
    const found = fastest.escapeTimes(system, named(system), 0.05, 65)
    expect(found.map(({ from, to, time }) => [from, to, time])).toEqual([
      [0, 'other', Infinity],
      [0, 'twin', Infinity],
      [1, 'other', Infinity],
      [1, 'twin', Infinity],
    ])
  })
})

test('escape: twins are farther than the other memory, and a less salient memory is left sooner', () => {
  const system = systemOf([1.5, 2.25])
  const found = fastest.escapeTimes(system, named(system), 0.8, 65)
  const time = (from: number, to: string) => found.find((one) => one.from === from && one.to === to)?.time ?? 0
  expect(time(0, 'twin')).toBeGreaterThan(time(0, 'other'))
  expect(time(1, 'twin')).toBeGreaterThan(time(1, 'other'))
  expect(time(1, 'other')).toBeGreaterThan(10 * time(0, 'other'))
  expect(fastest.escapeTimes(systemOf([0.8, 0.7]), named(systemOf([0.8, 0.7])), 0.8, 65)).toEqual([])
})

test('equal saliencies: escape from a quarter by quadrature', () => {
  // Both neurons run on their own: for "twin", x₁ and x₂ must both cross; for "other" the first of two: P(τ > t) = S(t)², so that
  // E τ = ∫S². Near-exponential S gives half the time of one neuron, which a double integral has exactly.
  const [alpha, noise] = [1.5, 0.25]
  const system = systemOf([alpha, alpha])
  const one = timeOfOneNeuron(alpha, noise)
  const found = fastest.escapeTimes(system, named(system), noise, 129)
  expect(found[0].time / (one / 2)).toBeCloseTo(1, 2)
})

/** Mean time of dx = (−x + α tanh x) dt + σ dB from its well to 0: (2/σ²) ∫₀^γ e^{Φ(y)} ∫_y^∞ e^{−Φ(z)} dz dy. */
function timeOfOneNeuron(alpha: number, noise: number): number {
  const phi = (x: number) => ((x * x) / 2 - alpha * Math.log(Math.cosh(x))) * (2 / noise ** 2)
  let well = alpha
  for (let k = 0; k < 200; k++) well = alpha * Math.tanh(well)
  const step = 2e-4
  let inner = 0
  let total = 0
  for (let x = 5; x > 0; x -= step) {
    inner += Math.exp(-phi(x - step / 2)) * step
    if (x <= well) total += Math.exp(phi(x - step / 2)) * inner * step
  }
  return (2 / noise ** 2) * total
}

test('in pieces: the same density, and none of them long', () => {
  const task = fastest.beginDensity(systemOf([1.5, 2.25]), 0.6, 129)
  let pieces = 1
  expect(() => task.result()).toThrow('This computation has no result yet')
  while (!task.advance()) pieces++
  expect(pieces).toBeGreaterThan(3)
  expect(task.result().values).toEqual(fastest.solve(systemOf([1.5, 2.25]), 0.6, 129).values)
})

test('three tasks may take turns; a fourth takes the memory of the one that waited longest', () => {
  const kernel = createDensityKernel('fastest')
  const system = systemOf([1.5, 2.25])
  const tasks = [0.5, 0.6, 0.7].map((noise) => kernel.beginDensity(system, noise, 65))
  while (!tasks.map((task) => task.advance()).every(Boolean));
  tasks.forEach((task, k) => expect(task.result().values).toEqual(kernel.solve(system, 0.5 + k / 10, 65).values))
  const more = [0.5, 0.6, 0.7, 0.8].map((noise) => kernel.beginDensity(system, noise, 65))
  for (const task of more) task.advance()
  expect(() => more[0].advance()).toThrow('This computation was dropped for newer ones.')
  for (const task of more.slice(1)) while (!task.advance());
})

test('what cannot be computed is said', () => {
  const system = systemOf([1.5, 2.25])
  expect(() => fastest.solve(system, 0, 65)).toThrow(
    'Without noise there is no density, only points: every start ends in a stable equilibrium. Expected noise above 0, found 0.',
  )
  expect(() => fastest.escapeTimes(system, named(system), 0, 65)).toThrow('Without noise there is no density')
  expect(() => fastest.solve(systemOf([Number.NaN, 1]), 1, 65)).toThrow('finite saliencies')
  expect(() => fastest.solve(system, 1, 64.5)).toThrow('whole number of columns from 5 to 513, found 64.5')
  expect(() => fastest.solve(system, 1, 65, -2)).toThrow('positive half-width')
})
