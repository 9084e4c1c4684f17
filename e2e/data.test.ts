import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Results } from '../src/engine/headless/run/results.ts'
import { createTrajectoryStage } from '../src/engine/headless/run/trajectoryStage.ts'
import { defaultExperiment } from '../src/experiment/defaultExperiment.ts'
import { encodeLink, parseLink } from '../src/experiment/link/link.ts'
import type { ExportHeader } from '../src/exports/header.ts'
import { sizes, withBrowser } from './browser.ts'

const open = withBrowser()

const noisy = { ...defaultExperiment, noise: { ...defaultExperiment.noise, strength: 0.6, seed: 7 } }
const route = `#/landscape?x=${encodeLink(noisy)}`

async function openData(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await page.getByRole('tab', { name: 'Export' }).click()
  await page.getByRole('radio', { name: 'Data' }).check()
  await page.getByRole('heading', { name: 'Data' }).waitFor()
}

/** Runs, and returns the file that the page saved. */
async function save(page: Page): Promise<{ name: string; bytes: Buffer }> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: /^Run and save/ }).click()
  const file = await download
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
}

const words = (page: Page) => page.getByRole('tabpanel', { name: 'Export' }).getByRole('status')

test('the page saves the numbers that the command line gives', async () => {
  const { page } = await open({ route })
  await openData(page)
  await page.getByRole('checkbox', { name: /^Stationary density/ }).check()
  await page.getByLabel('Format').selectOption('json')
  await page.getByLabel('How long').fill('2')
  await page.getByLabel('How long').press('Enter')
  const { name, bytes } = await save(page)
  expect(name).toMatch(/-data\.json$/)
  await expect.poll(() => words(page).first().textContent()).toMatch(/^Saved as /)
  const saved = JSON.parse(bytes.toString('utf8')) as Results & { header: ExportHeader }
  expect(saved.header).toMatchObject({ seed: 7, date: null })
  expect(parseLink(saved.header.link ?? '')).toEqual({ ok: true, experiment: noisy })
  // Kernels are not compiled for this runner: what needs none is run here once more.
  const stage = createTrajectoryStage(noisy, { duration: 2, samples: null })
  while (!stage.advance());
  expect(saved.landscape?.equilibria).toHaveLength(9)
  const [ball] = saved.trajectories?.balls ?? []
  const [other] = stage.result().trajectories.balls
  expect(ball?.x1).toHaveLength(101)
  ball?.x1.forEach((x1, k) => expect(x1).toBeCloseTo(other?.x1[k] ?? Number.NaN, 4))
  expect((saved.density?.masses[0] ?? 0) + (saved.density?.masses[1] ?? 0)).toBeCloseTo(1, 6)
})

test('several tables are one archive; a run can be stopped; nothing chosen is nothing saved; on a phone as well', async () => {
  const { page } = await open({ route: '#/landscape', viewport: sizes.phone, hasTouch: true })
  await openData(page)
  const { name, bytes } = await save(page)
  expect(name).toMatch(/-data\.zip$/)
  expect(bytes.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
  expect(bytes.toString('latin1')).toContain('ball,time,x1,x2,energy,overlap1,overlap2')
  await page.getByRole('checkbox', { name: /^Race/ }).check()
  await page.getByLabel('How long').fill('1000')
  await page.getByLabel('How long').press('Enter')
  await page.getByRole('button', { name: /^Run and save/ }).click()
  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
  await expect.poll(() => words(page).first().textContent()).toBe('Cancelled: nothing was saved.')
  for (const part of [/^Equilibria/, /^Trajectories/, /^Race/])
    await page.getByRole('checkbox', { name: part }).uncheck()
  expect(await page.getByRole('button', { name: /^Run and save/ }).getAttribute('aria-disabled')).toBe('true')
})
