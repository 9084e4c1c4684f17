import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { keepPicture, sizes, withBrowser } from './browser.ts'
import { openImport, photograph, pickFile, waitForTones } from './imagePage.ts'
import { eventually, pause, waitForRest, waitForSurface } from './labPage.ts'
import {
  chooseInMemoryMenu,
  chooseWay,
  inputSurface,
  lane,
  pauseRecall,
  recallRoute,
  verdictOf,
  waitForRecall,
} from './recallPage.ts'

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

const recallSizes = { ...sizes, small: { width: 1280, height: 800 }, tiny: { width: 320, height: 640 } }
const recallLooks = (['light', 'dark'] as const).flatMap((theme) =>
  (Object.keys(recallSizes) as (keyof typeof recallSizes)[]).map((size) => ({ theme, size })),
)

describe.each(recallLooks)('the Recall view, $theme, $size', ({ theme, size }) => {
  const isPhone = size === 'phone' || size === 'tiny'

  test('axe finds nothing, and pictures are kept', { timeout: 180_000 }, async () => {
    const { page } = await open({ route: recallRoute, viewport: recallSizes[size], colorScheme: theme })
    await waitForRecall(page)
    if (isPhone) await page.getByRole('radio', { name: 'Recall', exact: true }).click()
    await eventually(() => verdictOf(page, 'Input-driven (IDP)')).toMatch(/the cat/i)
    await pauseRecall(page)
    const tabs = isPhone
      ? ['Recall', 'Memories', 'Model', 'Input']
      : size === 'desktop'
        ? []
        : ['Memories', 'Model', 'Input']
    for (const tab of tabs) {
      await page.getByRole('radio', { name: tab, exact: true }).click()
      await keepPicture(page, `recall-${size}-${theme}-${tab.toLowerCase()}`)
      expect(await faults(page)).toEqual([])
    }
    await keepPicture(page, `recall-${size}-${theme}`)
    expect(await faults(page)).toEqual([])
    await page.getByRole('switch', { name: 'Timeline' }).click()
    if (!isPhone) await page.getByRole('button', { name: 'The slice', exact: true }).click()
    await openAll(page)
    await keepPicture(page, `recall-${size}-${theme}-open`)
    expect(await faults(page)).toEqual([])
  })
})

describe.each(['light', 'dark'] as const)('the dialogs of the Recall view, %s', (theme) => {
  test('axe finds nothing in them', { timeout: 120_000 }, async () => {
    const { page } = await open({ route: recallRoute, viewport: sizes.desktop, colorScheme: theme })
    await waitForRecall(page)
    await pauseRecall(page)
    const dialog = page.getByRole('dialog')
    const check = async (name: string): Promise<void> => {
      await keepPicture(page, `recall-dialog-${name}-${theme}`)
      expect(await faults(page), name).toEqual([])
      await page.keyboard.press('Escape')
      await eventually(() => dialog.count()).toBe(0)
    }
    for (const [way, name] of [
      [/^From the library/, 'library'],
      [/^A generated set/, 'sets'],
      [/^From an image/, 'image'],
    ] as const) {
      await page.getByRole('button', { name: 'Add', exact: true }).click()
      await page.getByRole('button', { name: way }).click()
      await dialog.first().waitFor()
      await check(name)
    }
    await chooseInMemoryMenu(page, 'Cat', /^Draw/)
    await dialog.first().waitFor()
    await check('editor')
  })
})

describe.each(['light', 'dark'] as const)('what one comes to in the Recall view, %s', (theme) => {
  test(
    'axe finds nothing in the ways of the input, the tones of a picture and a binary model',
    { timeout: 180_000 },
    async () => {
      const { page } = await open({ route: recallRoute, viewport: sizes.desktop, colorScheme: theme })
      await waitForRecall(page)
      await pauseRecall(page)
      const check = async (name: string): Promise<void> => {
        await keepPicture(page, `recall-${name}-${theme}`)
        expect(await faults(page), name).toEqual([])
      }

      await chooseWay(page, 'Draw')
      await inputSurface(page).waitFor()
      await check('draw')
      await chooseWay(page, 'Mix')
      await page.getByRole('slider', { name: 'Amount of Dog', exact: true }).focus()
      await page.keyboard.press('PageUp')
      await check('mix')
      await chooseWay(page, 'Corrupt')
      await page.getByRole('region', { name: 'Input', exact: true }).getByRole('radio', { name: 'Window' }).click()
      await check('corrupt')

      await openImport(page)
      const buffer = await photograph(page, 'image/png')
      await pickFile(page, { name: 'portrait.png', mimeType: 'image/png', buffer })
      await waitForTones(page)
      for (const method of ['Cut', 'Dots']) {
        await page.getByRole('radio', { name: method, exact: true }).click()
        await check(`tones-${method.toLowerCase()}`)
      }
      await page.keyboard.press('Escape')
      await eventually(() => page.getByRole('dialog').count()).toBe(0)

      await page.getByRole('combobox', { name: 'Model 1', exact: true }).selectOption('binary-async')
      const binary = lane(page, 'Binary 1982, one by one')
      await page.getByRole('button', { name: 'Reset', exact: true }).click()
      await page.getByRole('button', { name: 'Step: one neuron' }).click()
      await binary.locator('.lane-step').waitFor()
      await check('binary')
    },
  )
})
