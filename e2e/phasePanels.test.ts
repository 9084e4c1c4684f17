import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { criticalSaliency } from '../src/model/memory.ts'
import { keepPicture, sizes, withBrowser } from './browser.ts'
import {
  equilibriaTable,
  eventually,
  pause,
  regimeSentence,
  saliencies,
  typeSaliencies,
  waitForSurface,
} from './labPage.ts'
import {
  basinTable,
  faults,
  loadPreset,
  openTab,
  probabilityTable,
  readShares,
  setNoise,
  waitForShares,
} from './phasePage.ts'

const open = withBrowser()
const tabs = ['Here', 'Basins', 'Noise', 'Diagram'] as const

test('the pages are gone through by the arrow keys', async () => {
  const { page } = await open()
  const chosen = () => page.getByRole('tab', { selected: true }).innerText()
  await page.getByRole('tab', { name: 'Here' }).focus()
  await page.keyboard.press('ArrowRight')
  await eventually(chosen).toBe('Basins')
  await page.getByRole('heading', { name: 'Basins of attraction' }).waitFor()
  await page.keyboard.press('End')
  await eventually(chosen).toBe('Diagram')
  await page.keyboard.press('ArrowRight')
  await eventually(chosen).toBe('Here')
  await eventually(() => equilibriaTable(page).count()).toBe(1)
})

describe('what is here', () => {
  test('the place under the pointer, the cross-hair and the focus is read out', async () => {
    const { page } = await open()
    await waitForSurface(page)
    await pause(page)
    const readout = page.getByRole('region', { name: 'Read-out' })
    await eventually(() => readout.innerText()).toContain('Point at the landscape')
    await page.getByRole('application', { name: /landscape/i }).focus()
    await page.keyboard.press('Enter')
    await eventually(() => readout.innerText()).toMatch(/Under the pointer or the cross-hair/)
    await eventually(() => readout.innerText()).toMatch(/recalls|separatrix|itself/)
    await page.keyboard.press('Escape')
    await equilibriaTable(page)
      .getByRole('button', { name: /^memory 2, stable/ })
      .focus()
    await eventually(() => readout.innerText()).toMatch(/At memory 2/)
    await eventually(() => readout.innerText()).toMatch(/Here is memory 2 itself/)
  })

  test('a chosen equilibrium tells its directions and time constants', async () => {
    const { page } = await open()
    await waitForSurface(page)
    const row = equilibriaTable(page)
      .getByRole('button', { name: /^a mixed state/ })
      .first()
    await row.focus()
    await page.keyboard.press('Enter')
    const table = page.getByRole('table', { name: 'Directions at a mixed state' })
    await eventually(() => table.innerText()).toMatch(/comes in/)
    await eventually(() => table.innerText()).toMatch(/leaves/)
    expect(await row.getAttribute('aria-pressed')).toBe('true')
    await page.getByRole('switch', { name: 'Draw these directions' }).check()
    await page.keyboard.press('Escape')
    await row.click()
    await eventually(() => table.count()).toBe(0)
  })

  test('the badge says that all checks hold, and shows the figures', async () => {
    const { page } = await open()
    await waitForSurface(page)
    await page.getByText('All checks hold').click()
    const list = page.locator('.audit-list')
    await eventually(() => list.innerText()).toMatch(/it never rose/)
    await eventually(() => list.innerText()).toMatch(/index sum 1\s+1/)
    await eventually(() => list.innerText()).toMatch(/Basins agree with accurate runs\s+(\d+) of \1/)
    await page.getByText('All checks hold').waitFor()
  })

  test('at a bifurcation it is said what happens, and nothing is counted wrong', async () => {
    const { page } = await open()
    await typeSaliencies(page, [criticalSaliency(2, 1), 2])
    await eventually(() => regimeSentence(page)).toMatch(/Memory 1 is losing its stability exactly here/)
    await page.getByText('All checks hold').click()
    await eventually(() => page.locator('.audit-list').innerText()).toMatch(/not defined here/)
    await openTab(page, 'Basins')
    await eventually(() => page.locator('.border-note').innerText()).toMatch(/losing its stability exactly here/)
    const shares = await waitForShares(basinTable(page))
    expect(shares['memory 2']?.[2]).toBeGreaterThan(95)
  })
})

describe('basins', () => {
  test('the shares follow the saliencies', async () => {
    const { page } = await open()
    await openTab(page, 'Basins')
    const first = await waitForShares(basinTable(page))
    expect(first['memory 2']?.[2]).toBeGreaterThan(first['memory 1']?.[2] ?? 100)
    await typeSaliencies(page, [1.5, 1.5])
    await eventually(async () => (await readShares(basinTable(page)))['memory 1']).toEqual([25, 25, 50])
    await typeSaliencies(page, [0.5, 0.6])
    await eventually(async () => (await readShares(basinTable(page)))['the origin']?.[2]).toBe(100)
  })

  test('both kinds of arrows come with one press', async () => {
    const { page } = await open()
    await openTab(page, 'Basins')
    await page.getByRole('button', { name: 'Show both on the landscape' }).click()
    await page.getByRole('button', { name: 'Hide both arrows' }).waitFor()
  })
})

describe('noise', () => {
  test('without it the point masses are explained, and one press brings it', async () => {
    const { page } = await open()
    const panel = await openTab(page, 'Noise')
    await eventually(() => panel.innerText()).toContain('a point mass at each star')
    await panel.getByRole('button', { name: 'Set σ = 0.6' }).click()
    await waitForShares(probabilityTable(page))
  })

  test('Figure 4(b): shares, escape times, and the stopwatch on the cloud', { timeout: 120_000 }, async () => {
    const { page } = await open()
    await loadPreset(page, 'Noise: the deeper wins')
    const shares = await waitForShares(probabilityTable(page))
    expect(shares['memory 2']?.[2]).toBeCloseTo(99.8, 1)
    const escapes = page.getByRole('table', { name: /escape times/ })
    const cell = (k: number) =>
      escapes
        .getByRole('row', { name: /^memory 1 → memory 2/ })
        .locator('td')
        .nth(k)
    await eventually(async () => Number(await cell(0).innerText())).toBeCloseTo(5.83, 0)
    await eventually(() => cell(1).innerText()).toMatch(/±/)
    await eventually(() => page.locator('.cloud-check').innerText()).toMatch(
      /total variation\s+0\.\d+\s+By chance alone\s+0\.\d+/,
    )
    await keepPicture(page, 'phase-figure-4b')
  })

  test('Figure 4(a): half and half', async () => {
    const { page } = await open()
    await loadPreset(page, 'Noise: half and half')
    const shares = await waitForShares(probabilityTable(page))
    expect(shares['memory 1']).toEqual([25, 25, 50])
    await eventually(() => page.getByRole('tabpanel').innerText()).toContain('This is that case now.')
    await keepPicture(page, 'phase-figure-4a')
  })

  test(
    'wells that hardly communicate: the share is right, the time only longer than',
    { timeout: 120_000 },
    async () => {
      const { page } = await open()
      await typeSaliencies(page, [2.5, 2.5])
      await openTab(page, 'Noise')
      await setNoise(page, 0.2)
      const shares = await waitForShares(probabilityTable(page))
      expect(shares['memory 1']).toEqual([25, 25, 50])
      await eventually(() => page.getByRole('table', { name: /escape times/ }).innerText()).toContain('longer than')
    },
  )
})

describe('the diagram', () => {
  test('names the bifurcations of its path, and goes to one by keyboard or by a click', async () => {
    const { page } = await open()
    await openTab(page, 'Diagram')
    const table = page.getByRole('table', { name: 'Bifurcations along the path, in its order' })
    // From (0.5, 2) to (2.5, 2): memory 1 appears at α = 1/g and is stable from α*(2) on.
    await eventually(() => table.innerText()).toMatch(/appears[\s\S]*1\.0000[\s\S]*stable[\s\S]*1\.24/)
    await table
      .getByRole('button', { name: /go there/ })
      .first()
      .focus()
    await page.keyboard.press('Enter')
    await eventually(() => saliencies(page)).toEqual([expect.closeTo(1, 8), 2])
    const plot = page.getByRole('application', { name: /Bifurcation diagram/ })
    const box = await plot.boundingBox()
    if (!box) throw new Error('There is no diagram.')
    await page.mouse.click(box.x + 0.75 * box.width, box.y + 0.5 * box.height)
    await eventually(async () => (await saliencies(page))[0]).toBeGreaterThan(1.1)
    await keepPicture(page, 'phase-diagram')
  })

  test('every choice of what is followed and shown has its diagram', async () => {
    const { page } = await open()
    const panel = await openTab(page, 'Diagram')
    for (const [group, name] of [
      ['Along', 'Gain'],
      ['Upwards', 'energy'],
      ['Upwards', 'overlap with memory 2'],
      ['Along', 'Path'],
    ] as const) {
      await panel.getByRole('radiogroup', { name: group }).getByRole('radio', { name }).check()
      await eventually(() => panel.innerText()).toMatch(/Every step complete: index sum 1 at (\d+) of \1/)
    }
  })
})

test('Figure 5: the crossing is shown', async () => {
  const { page } = await open({ viewport: sizes.desktop })
  await openTab(page, 'Noise')
  await loadPreset(page, 'Where a memory begins')
  await eventually(() => page.getByRole('tab', { selected: true }).innerText()).toBe('Here')
  await eventually(() => page.locator('.gamma-plot').first().isVisible()).toBe(true)
  await keepPicture(page, 'phase-figure-5')
})

/** Everything that unfolds, unfolded. */
function openAll(page: Page): Promise<void> {
  return page.locator('details').evaluateAll((all) => {
    for (const details of all) details.setAttribute('open', '')
  })
}

const looks = (['light', 'dark'] as const).flatMap((theme) =>
  (['desktop', 'projector', 'phone'] as const).map((size) => ({ theme, size })),
)

describe.each(looks)('the pages, $theme, $size', ({ theme, size }) => {
  test('axe finds nothing, and pictures are kept', { timeout: 180_000 }, async () => {
    const { page } = await open({ viewport: sizes[size], colorScheme: theme })
    await waitForSurface(page)
    await pause(page)
    if (size === 'projector') await page.getByRole('button', { name: 'What is here' }).click()
    if (size === 'phone') await page.getByRole('radio', { name: 'Here' }).click()
    await equilibriaTable(page)
      .getByRole('button', { name: /origin/ })
      .click()
    for (const name of tabs) {
      await openTab(page, name)
      // Its parts are loaded when they are first wanted: an empty panel has nothing to find.
      await page.getByRole('tabpanel').locator('h2').first().waitFor()
      await eventually(() => page.locator('.lazy-part[aria-busy="true"]').count()).toBe(0)
      if (name === 'Noise') {
        await page.getByRole('tabpanel').getByRole('button', { name: 'Set σ = 0.6' }).click()
        await page.getByRole('switch', { name: 'Cloud of particles' }).check()
        await waitForShares(probabilityTable(page))
      }
      await openAll(page)
      await keepPicture(page, `phase-${size}-${theme}-${name.toLowerCase()}`)
      expect(await faults(page), name).toEqual([])
    }
  })
})

test('320 pixels are wide enough for every page', async () => {
  const { page } = await open({ viewport: { width: 320, height: 640 } })
  await waitForSurface(page)
  await page.getByRole('radio', { name: 'Here' }).click()
  for (const name of tabs) {
    const panel = await openTab(page, name)
    if (name === 'Noise') {
      await panel.getByRole('button', { name: 'Set σ = 0.6' }).click()
      await panel.getByRole('switch', { name: 'Cloud of particles' }).check()
      await waitForShares(probabilityTable(page))
    }
    await openAll(page)
    const widths = await page.evaluate(() => [document.documentElement.scrollWidth, document.body.scrollWidth])
    expect(Math.max(...widths), name).toBeLessThanOrEqual(320)
    await keepPicture(page, `phase-narrow-${name.toLowerCase()}`)
  }
})
