import { expect, test } from 'vitest'
import { findEquilibria } from '../src/model/equilibria.ts'
import { nameEquilibria } from '../src/model/equilibriumNames.ts'
import { createStepper } from '../src/model/integrators.ts'
import { pairFieldInto, type TwoNeuronSystem } from '../src/model/twoNeurons.ts'
import { nameInWords } from '../src/plots/phase/attractors.ts'
import { withBrowser } from './browser.ts'
import { ballCount, dropBallAt, eventually, typeSaliencies, waitForSurface } from './labPage.ts'

const open = withBrowser()

/** Where a ball ends that starts at (x₁, x₂), by a run of our own with a step ten times smaller than the page's. */
function wellOf(system: TwoNeuronSystem, start: readonly [number, number]): string {
  const state = Float64Array.from(start)
  const step = createStepper('rk4', 2)
  for (let k = 0; k < 100_000; k++)
    step(state, (out, x) => pairFieldInto(out, system, x[0] ?? 0, x[1] ?? 0), 0.001, 0, null)
  const wells = nameEquilibria(findEquilibria(system), system).filter((point) => point.stability === 'stable')
  const end = wells.find(
    (point) => Math.hypot(point.state[0] - (state[0] ?? 0), point.state[1] - (state[1] ?? 0)) < 1e-3,
  )
  if (!end) throw new Error('The ball ends in no valley.')
  return nameInWords(end.name)
}

test('dropped balls end in the valleys whose basins they were dropped in', { timeout: 120_000 }, async () => {
  const { page } = await open()
  await waitForSurface(page)
  await typeSaliencies(page, [1.6, 2])
  await page.getByRole('button', { name: /^Clear/ }).click()
  const system: TwoNeuronSystem = { saliency: [1.6, 2], gain: 1, current: [0, 0] }
  // Two of them a little on either side of the same ridge.
  const starts = [
    [2, 0.9],
    [2, 0.2],
    [-1.5, -2.5],
    [-2, 1.5],
    [0.1, -0.3],
  ] as const
  const wells = starts.map((start) => wellOf(system, start))
  expect(new Set(wells).size).toBeGreaterThan(2)
  for (const [index, start] of starts.entries()) {
    await dropBallAt(page, start)
    const verdict = new RegExp(`Ball \\d+ recalled ${wells[index] ?? ''} after`)
    await eventually(async () => (await page.locator('[aria-live]').allInnerTexts()).join(' ')).toMatch(verdict)
    await page.getByRole('button', { name: /^Clear/ }).click()
  }
})

test('a click on the surface drops a ball, and reset brings it back to its start', async () => {
  const { page } = await open()
  await waitForSurface(page)
  const before = await ballCount(page)
  await page.mouse.click(630, 250)
  await eventually(() => ballCount(page)).toBe(before + 1)
  await page.getByRole('button', { name: 'Reset', exact: true }).click()
  expect(await ballCount(page)).toBe(before + 1)
  await page.getByRole('button', { name: /^Clear/ }).click()
  await eventually(() => ballCount(page)).toBe(0)
})

test('the classic model starts a ball at its input', async () => {
  const { page } = await open()
  await waitForSurface(page)
  await page.getByRole('button', { name: /^Clear/ }).click()
  await page.getByRole('radio', { name: /Classic start/ }).check({ force: true })
  await typeSaliencies(page, [2, 0.5])
  await eventually(async () => (await page.locator('[aria-live]').allInnerTexts()).join(' ')).toMatch(
    /The ball of the input recalled memory 1/,
  )
})
