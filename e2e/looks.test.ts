import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { keepPicture, sizes, withBrowser } from './browser.ts'
import { pause, waitForRest, waitForSurface } from './labPage.ts'

const open = withBrowser()
const standards = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
  )
}

/** Everything that unfolds, unfolded. */
function openAll(page: Page): Promise<void> {
  return page.locator('details').evaluateAll((all) => {
    for (const details of all) details.setAttribute('open', '')
  })
}

const looks = (['light', 'dark'] as const).flatMap((theme) =>
  (['desktop', 'projector', 'phone'] as const).map((size) => ({ theme, size })),
)

describe.each(looks)('$theme, $size', ({ theme, size }) => {
  test('axe finds nothing, and a picture is kept', { timeout: 120_000 }, async () => {
    const { page } = await open({ viewport: sizes[size], colorScheme: theme })
    await waitForSurface(page)
    await pause(page)
    await waitForRest(page)
    await keepPicture(page, `${size}-${theme}`)
    expect(await faults(page)).toEqual([])

    // Everything that opens, open.
    if (size === 'projector') await page.getByRole('button', { name: 'What is here' }).click()
    if (size === 'phone') await page.getByRole('radio', { name: 'Here' }).click()
    await openAll(page)
    await keepPicture(page, `${size}-${theme}-open`)
    expect(await faults(page)).toEqual([])
    if (size === 'phone') {
      await page.getByRole('radio', { name: 'Plots' }).click()
      await keepPicture(page, `${size}-${theme}-plots`)
      expect(await faults(page)).toEqual([])
    }
    await page.getByRole('radio', { name: '2-D' }).click()
    await page.getByRole('application', { name: /map/i }).waitFor()
    await keepPicture(page, `${size}-${theme}-map`)
    expect(await faults(page)).toEqual([])
  })
})

test('320 pixels are wide enough for every panel', async () => {
  const { page } = await open({ viewport: { width: 320, height: 640 } })
  await waitForSurface(page)
  for (const tab of ['Input', 'Here', 'Plots']) {
    await page.getByRole('radio', { name: tab }).click()
    await openAll(page)
    const widths = await page.evaluate(() => [document.documentElement.scrollWidth, document.body.scrollWidth])
    expect(Math.max(...widths), tab).toBeLessThanOrEqual(320)
    await keepPicture(page, `narrow-${tab.toLowerCase()}`)
  }
})
