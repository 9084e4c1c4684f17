import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { defaultExperiment } from '../src/experiment/defaultExperiment.ts'
import { parseDocument } from '../src/experiment/file/documentFile.ts'
import { keepPicture, withBrowser } from './browser.ts'
import { eventually, paste, saliencies, typeSaliencies, waitForSurface } from './labPage.ts'
import { faults } from './phasePage.ts'

const open = withBrowser()

const newer = JSON.stringify({
  ...defaultExperiment,
  version: 4,
  input: { saliency: [0.5, 2.25] },
  view: { ...defaultExperiment.view, fog: { depth: 3 } },
})
const notice = (page: Page) => page.locator('.notice')
const work = (page: Page) => page.evaluate(() => localStorage.getItem('memoryscape.work'))

describe('a document of a newer version', () => {
  test('is shown and said so; it cannot be changed, what is saved is what came, and a copy is one’s own', async () => {
    const { page } = await open()
    await waitForSurface(page)
    await paste(page, newer)
    await eventually(() => saliencies(page)).toEqual([0.5, 2.25])
    await eventually(() => notice(page).innerText()).toMatch(
      /version 4, and this page reads up to 3.*Not understood: view\.fog/,
    )
    expect(await faults(page)).toEqual([])
    await keepPicture(page, 'newer-document')

    await typeSaliencies(page, [1, 1])
    await eventually(() => notice(page).innerText()).toContain('it can only be looked at here')
    await eventually(() => saliencies(page)).toEqual([0.5, 2.25])
    await page.getByRole('button', { name: 'Share', exact: true }).click()
    await page.getByText('which is from a newer Memoryscape').waitFor()
    const saving = page.waitForEvent('download')
    const save = page.getByRole('button', { name: 'Save as file' })
    if (!(await save.isVisible())) await page.getByRole('tab', { name: 'Save' }).click()
    await save.click()
    expect(readFileSync(await (await saving).path(), 'utf8')).toBe(newer)
    await page.keyboard.press('Escape')
    expect(await work(page)).toBeNull()

    const mark = page.getByRole('group', { name: 'This document is read-only' })
    await mark.getByRole('button', { name: 'Edit a copy' }).press('Enter')
    await notice(page).waitFor({ state: 'detached' })
    expect(await mark.count()).toBe(0)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Undo')
    await typeSaliencies(page, [1.25, 1])
    await eventually(() => saliencies(page)).toEqual([1.25, 1])
    await eventually(async () => parseDocument((await work(page)) ?? '').ok).toBe(true)
  })

  test('that was left as the last work here is shown after loading, and stays as it is', async () => {
    const { page } = await open({
      before: (fresh) => fresh.addInitScript((text) => localStorage.setItem('memoryscape.work', text), newer),
      viewport: { width: 390, height: 844 },
      colorScheme: 'dark',
    })
    await eventually(() => notice(page).innerText()).toContain('version 4')
    await keepPicture(page, 'newer-document-390')
    // The mark stays when the notice is gone, in the narrowest window too.
    await notice(page).getByRole('button', { name: 'Dismiss' }).click()
    await page.setViewportSize({ width: 320, height: 700 })
    await page.getByText('Read-only', { exact: true }).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    await keepPicture(page, 'newer-document-320')
    await page.waitForTimeout(600)
    expect(await work(page)).toBe(newer)
  })
})
