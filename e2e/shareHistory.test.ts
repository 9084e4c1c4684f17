import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { keepPicture, withBrowser } from './browser.ts'
import { eventually, pause, typeSaliencies, waitForSurface } from './labPage.ts'
import { faults } from './phasePage.ts'

const open = withBrowser()

const undo = (page: Page) => page.getByRole('button', { name: 'Undo', exact: true }).first()

/** The steps of the history, newest first, without the beginning. */
async function steps(page: Page): Promise<string[]> {
  await page.getByRole('button', { name: 'Steps', exact: true }).click()
  const list = page.getByRole('dialog', { name: 'Steps' })
  const labels = await list.getByRole('button').allInnerTexts()
  await page.keyboard.press('Escape')
  await list.waitFor({ state: 'hidden' })
  return labels.slice(0, -1)
}

/** Orbits by a drag over the bare landscape. */
async function orbit(page: Page): Promise<void> {
  const box = await page.locator('.picture .scene').boundingBox()
  if (!box) throw new Error('There is no picture in three dimensions.')
  const [x, y] = [box.x + 0.5 * box.width, box.y + 0.18 * box.height]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 120, y + 10, { steps: 6 })
  await page.mouse.up()
}

describe('undo', () => {
  test('each thing that is done is a step with a name; turns of the view in a row are one', async () => {
    const { page } = await open()
    await waitForSurface(page)
    await pause(page)
    await page.getByRole('radio', { name: '2-D' }).check({ force: true })
    await page.getByRole('radio', { name: '3-D' }).check({ force: true })
    await waitForSurface(page)
    await orbit(page)
    await eventually(() => steps(page)).toEqual(['Turn the view', 'Show the surface', 'Show the map'])
    await orbit(page)
    await page.waitForTimeout(600)
    expect(await steps(page)).toEqual(['Turn the view', 'Show the surface', 'Show the map'])
    await page.getByRole('button', { name: 'View', exact: true }).click()
    await page.getByRole('switch', { name: /^Contour/ }).click({ force: true })
    await page.keyboard.press('Escape')
    expect((await steps(page))[0]).toBe('Hide the contours')
    await page.locator('.segmented-option', { hasText: 'Classic' }).first().click()
    expect((await steps(page))[0]).toMatch(/^Cho|^Change the model/)
    await undo(page).click()
    await undo(page).click()
    await undo(page).click()
    expect(await steps(page)).toContain('Turn the view')
    await eventually(() => undo(page).getAttribute('aria-disabled')).toBeNull()
  })
})

describe.each([320, 360, 390])('the steps at %i pixels', (width) => {
  test.each(['#/landscape', '#/recall'])('%s: have a place, and nothing sticks out', async (route) => {
    const { page } = await open({ route, viewport: { width, height: 700 }, hasTouch: true })
    const button = page.getByRole('button', { name: 'Steps', exact: true })
    await button.waitFor()
    const box = await button.boundingBox()
    expect(box?.width).toBeGreaterThanOrEqual(28)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width)
    expect(await page.locator('.top-bar').evaluate((bar) => bar.scrollWidth <= bar.clientWidth)).toBe(true)
    await button.click()
    await page.getByRole('dialog', { name: 'Steps' }).getByRole('button', { name: 'The beginning' }).waitFor()
    expect(await faults(page)).toEqual([])
    await keepPicture(page, `steps-${width}-${route.slice(2)}`)
  })
})

describe('projector', () => {
  const viewport = { width: 1024, height: 768 }
  const input = (page: Page) => page.getByRole('region', { name: 'Input and model' })
  const here = (page: Page) => page.getByRole('region', { name: 'What is here' })

  test('the panel on the left and the drawer on the right make room for each other; the strip is never covered', async () => {
    const { page } = await open({ viewport })
    await waitForSurface(page)
    const stripIsFree = async () => {
      const strip = await page.getByRole('region', { name: 'Run and plots' }).boundingBox()
      const panels = await page
        .locator('.side-panel')
        .evaluateAll((all) => all.map((panel) => panel.getBoundingClientRect().toJSON() as DOMRect))
      return panels.every(
        ({ left, right }) => strip !== null && (right <= strip.x + 1 || left >= strip.x + strip.width - 1),
      )
    }
    expect(await input(page).count()).toBe(1)
    expect(await stripIsFree()).toBe(true)
    await page.getByRole('button', { name: 'What is here' }).click()
    await here(page).waitFor()
    expect(await input(page).count()).toBe(0)
    expect(await stripIsFree()).toBe(true)
    await keepPicture(page, 'projector-drawer')
    await page.getByRole('button', { name: 'Input and model' }).click()
    await input(page).waitFor()
    expect(await here(page).count()).toBe(0)
    expect(await stripIsFree()).toBe(true)
    await keepPicture(page, 'projector-input')
    // Closed, the drawer gives the place back; folded by hand, the panel stays folded.
    await page.getByRole('button', { name: 'What is here' }).click()
    await page.keyboard.press('Escape')
    await input(page).waitFor()
    await page.getByRole('button', { name: 'Fold Input and model' }).click()
    await page.getByRole('button', { name: 'What is here' }).click()
    await page.keyboard.press('Escape')
    expect(await input(page).count()).toBe(0)
    await page.getByRole('button', { name: 'What is here' }).click()
    await page.getByRole('button', { name: 'Input and model' }).click()
    await input(page).waitFor()
    await typeSaliencies(page, [1, 2])
  })
})
