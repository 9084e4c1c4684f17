import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { defaultExperiment } from '../src/experiment/defaultExperiment.ts'
import type { Experiment } from '../src/experiment/experiment.ts'
import { encodeLink } from '../src/experiment/link/link.ts'
import { keepPicture, withBrowser } from './browser.ts'
import { eventually, saliencies, typeSaliencies, waitForSurface } from './labPage.ts'
import { recallRoute, shownSaliencies, waitForRecall } from './recallPage.ts'
import { siteFolder } from './siteServer.ts'

const open = withBrowser()
const folder = mkdtempSync(join(tmpdir(), 'memoryscape-file-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const bare = pathToFileURL(join(siteFolder, 'memoryscape.html')).href
const withSaliency = (first: number, second: number): Experiment => ({
  ...defaultExperiment,
  input: { saliency: [first, second] },
})
const linkTo = (experiment: Experiment) => `#/landscape?x=${encodeLink(experiment)}`

async function openSavePage(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await page.getByRole('tab', { name: 'Save' }).click()
  await page.getByRole('heading', { name: 'Without a network' }).waitFor()
}

/** The file that the page saves, under a name of its own in the folder. Returns its address. */
async function download(page: Page, name: string): Promise<string> {
  await openSavePage(page)
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as one file' }).click()
  const saved = await saving
  expect(saved.suggestedFilename()).toMatch(/\.html$/)
  await page.getByText(/^Saved as .*\.html\. It opens with what you see now\.$/).waitFor()
  await keepPicture(page, 'one-file-section')
  const path = join(folder, name)
  copyFileSync(await saved.path(), path)
  return pathToFileURL(path).href
}

describe('one file, from a disk', () => {
  test('shows its landscape and the Recall view, computes in workers, and fetches nothing', async () => {
    const { page, requests } = await open({ address: bare })
    await waitForSurface(page)
    expect(page.workers().length).toBeGreaterThan(0)
    await page.evaluate((hash) => (location.hash = hash), recallRoute)
    await waitForRecall(page)
    expect(requests.filter((address) => !/^(blob|data):/.test(address) && address.split('#')[0] !== bare)).toEqual([])
    await keepPicture(page, 'one-file')
    await openSavePage(page)
    await page.getByText('This is Memoryscape in one file').waitFor()
    expect(await page.getByRole('button', { name: 'Save as one file' }).count()).toBe(0)
  })

  test('opens a link, makes one, and keeps the work over a reload', async () => {
    const { page } = await open({ address: bare, route: linkTo(withSaliency(0.5, 1.25)) })
    await eventually(() => saliencies(page)).toEqual([0.5, 1.25])
    await page.getByRole('button', { name: 'Share', exact: true }).click()
    const field = page.getByRole('textbox', { name: 'Link to this experiment' })
    await field.waitFor()
    expect(await field.inputValue()).toBe(bare + linkTo(withSaliency(0.5, 1.25)))
    await page.keyboard.press('Escape')
    await typeSaliencies(page, [2.25, 0.75])
    await page.reload()
    await eventually(() => saliencies(page)).toEqual([2.25, 0.75])
  })

  test('with an experiment in it: shows that, whatever else was done on this machine', async () => {
    const { page, context } = await open()
    await waitForSurface(page)
    await typeSaliencies(page, [0.85, 2.35])
    const first = await download(page, 'first.html')
    await page.keyboard.press('Escape')
    const { recall } = defaultExperiment
    const name = '</script><img src=x onerror=alert(1)>'
    const memories = recall.memories.map((memory) => ({ ...memory, name }))
    const own = { ...withSaliency(0.5, 1.25), recall: { ...recall, memories } }
    await page.evaluate((hash) => (location.hash = hash), linkTo(own))
    await eventually(() => saliencies(page)).toEqual([0.5, 1.25])
    const second = await download(page, 'second.html')

    const disk = await context.newPage()
    await disk.goto(first)
    await eventually(() => saliencies(disk)).toEqual([0.85, 2.35])
    await typeSaliencies(disk, [2, 2.5])
    await disk.reload()
    await eventually(() => saliencies(disk)).toEqual([2, 2.5])
    await disk.goto(second)
    await eventually(() => saliencies(disk)).toEqual([0.5, 1.25])
    await disk.evaluate((hash) => (location.hash = hash), recallRoute)
    await waitForRecall(disk)
    expect(Object.keys(await shownSaliencies(disk))[0]).toContain('</script><img')
    // Opened once more it is as it was saved.
    const again = await context.newPage()
    await again.goto(first)
    await eventually(() => saliencies(again)).toEqual([0.85, 2.35])
    expect(readFileSync(new URL(second), 'utf8')).not.toContain('<img src=x')
  })
})
