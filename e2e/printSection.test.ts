import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { keepPicture, sizes, withBrowser } from './browser.ts'
import { waitForSurface } from './labPage.ts'
import { faults } from './phasePage.ts'

const open = withBrowser()

async function openSection(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await page.getByRole('tab', { name: 'Export' }).click()
  await page.getByRole('radio', { name: '3-D print' }).check()
  await page.getByRole('heading', { name: '3-D print' }).waitFor()
}

async function save(page: Page, button: string): Promise<Buffer> {
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  return readFileSync(await (await saving).path())
}

describe('the landscape for a 3-D printer', () => {
  test('is saved in the size that was asked for', async () => {
    const { page } = await open()
    await waitForSurface(page)
    await openSection(page)
    await page.getByRole('textbox', { name: 'Width and depth, mm' }).fill('60')
    await page.getByRole('textbox', { name: 'Width and depth, mm' }).press('Enter')
    await page.getByText(/^60 × 60 × 38 mm, 34,304 triangles, about 1\.7 MB\./).waitFor()
    const stl = await save(page, 'Save as STL')
    const count = stl.readUInt32LE(80)
    expect(stl.length).toBe(84 + 50 * count)
    expect(count).toBe(34_304)
    const highest = [0, 0, 0]
    for (let k = 0; k < count; k++) {
      for (let n = 0; n < 9; n++) {
        highest[n % 3] = Math.max(highest[n % 3] ?? 0, stl.readFloatLE(84 + 50 * k + 12 + 4 * n))
      }
    }
    expect(highest).toEqual([60, 60, 38])
    await page.getByText(/^Saved as .*\.stl\.$/).waitFor()
    await page.getByLabel('Format').selectOption('glb')
    const glb = await save(page, 'Save as glTF')
    expect(glb.toString('ascii', 0, 4)).toBe('glTF')
    expect(glb.readUInt32LE(8)).toBe(glb.length)
  })

  test.each([
    ['light', 'desktop'],
    ['dark', 'desktop'],
    ['light', 'phone'],
    ['dark', 'phone'],
  ] as const)('is accessible, %s %s', async (colorScheme, size) => {
    const { page } = await open({ colorScheme, viewport: sizes[size] })
    await openSection(page)
    expect(await faults(page)).toEqual([])
    await keepPicture(page, `print-${colorScheme}-${size}`)
    await page.getByRole('tab', { name: 'Save' }).click()
    await page.getByRole('heading', { name: 'Without a network' }).scrollIntoViewIfNeeded()
    expect(await faults(page)).toEqual([])
    await keepPicture(page, `offline-${colorScheme}-${size}`)
  })
})
