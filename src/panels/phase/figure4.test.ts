import { expect, test } from 'vitest'
import { systemOf } from '../../experiment/derive.ts'
import { presets } from '../../experiment/presets/presets.ts'
import { createDensityKernel } from '../../kernel/phase/createDensityKernel.ts'

// What the caption of the paper's Figure 4 claims of the share of probability, at the app's coarse resolution.

const columns = 65
const kernel = createDensityKernel('javascript')

function densityOf(id: string) {
  const experiment = presets.find((preset) => preset.id === id)?.experiment
  if (experiment === undefined) throw new Error(`no preset ${id}`)
  return kernel.solve(systemOf(experiment), experiment.noise.strength, columns)
}

test('(a): half of the probability to each memory, a quarter to each well', () => {
  const { masses, quarters } = densityOf('fig4a')
  for (const mass of masses) expect(mass).toBeCloseTo(0.5, 9)
  for (const quarter of quarters) expect(quarter).toBeCloseTo(0.25, 9)
})

test('(b): nearly all of it to the more salient memory', () => {
  const { masses } = densityOf('fig4b')
  // On 401 x 401 cells it is 0.9977.
  expect(masses[1]).toBeGreaterThan(0.997)
  expect(masses[0]).toBeGreaterThan(0)
  expect(masses[0] + masses[1]).toBeCloseTo(1, 6)
})
