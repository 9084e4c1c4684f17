import { expect, test } from 'vitest'
import { basinCases, makeBasinCase } from '../../model/phase/basinsCases.laws.ts'
import { referenceLabel } from '../../model/phase/basinsReference.laws.ts'
import { createRandom } from '../../model/random.ts'
import { createJavascriptIntegrator } from './basinJavascript.ts'
import { basinsOf, centreOf, integrated, isNearSeparatrix } from './basinTools.laws.ts'
import { createWasmIntegrator } from './basinWasm.ts'

const integrators = [
  createWasmIntegrator('relaxed'),
  createWasmIntegrator('plain'),
  createJavascriptIntegrator(),
].filter((integrator) => integrator !== null)

test.each(basinCases.map((example) => [example.name, example] as const))(
  '10 000 random starts go where DOP853 takes them: %s',
  (_, example) => {
    const basins = basinsOf(example, 257)
    const random = createRandom(257)
    for (let k = 0; k < 10_000; k++) {
      const cell = Math.floor(random.uniform() * basins.labels.length)
      const centre = centreOf(basins, cell)
      const label = referenceLabel(example.system, centre, example.attractors)
      if (label !== basins.labels[cell]) expect(isNearSeparatrix(example, centre)).toBe(true)
    }
  },
  20_000,
)

test('integrating every start gives the same labels in every flavour, single precision or double', () => {
  for (const example of basinCases) {
    const { labels } = basinsOf(example, 65)
    for (const integrator of integrators) {
      const found = integrated(integrator, example, 65)
      const different = [...labels.keys()].filter((cell) => found[cell] !== labels[cell])
      for (const cell of different) {
        expect(isNearSeparatrix(example, centreOf({ columns: 65, extent: example.extent }, cell))).toBe(true)
      }
      expect(different.length).toBeLessThan(5)
    }
  }
})

test('sixty random systems: labels from boundaries and from integration are the same', () => {
  const random = createRandom(60)
  const between = (low: number, high: number): number => low + (high - low) * random.uniform()
  for (let k = 0; k < 60; k++) {
    const first = between(-3, 5)
    const current = k % 3 === 0 ? ([0, 0] as const) : ([between(-0.5, 0.5), between(-0.5, 0.5)] as const)
    const example = makeBasinCase([first, k % 4 === 0 ? first : between(-3, 5)], between(0.5, 10), current)
    const { labels } = basinsOf(example, 33)
    const found = integrated(integrators[0], example, 33)
    for (const [cell, label] of labels.entries()) {
      if (label === found[cell] || example.equilibria.length === 1) continue
      expect(isNearSeparatrix(example, centreOf({ columns: 33, extent: example.extent }, cell))).toBe(true)
    }
  }
})

test('fractions: of a grid four times as fine to 1e-3, the same at any size, and they add up to 1', () => {
  for (const example of basinCases.filter((_, k) => k % 3 === 0)) {
    const { fractions, attractors } = basinsOf(example, 257)
    const counts = attractors.map(() => 0)
    for (const label of integrated(integrators[0], example, 1028)) if (label > 0) counts[label - 1] += 1 / 1028 ** 2
    const coarse = basinsOf(example, 33).fractions
    expect(fractions.reduce((sum, fraction) => sum + fraction, 0)).toBeCloseTo(1, 12)
    attractors.forEach((_, k) => {
      expect(Math.abs(fractions[k] - counts[k])).toBeLessThan(1e-3)
      expect(Math.abs(fractions[k] - coarse[k])).toBeLessThan(1e-4)
    })
  }
}, 20_000)
