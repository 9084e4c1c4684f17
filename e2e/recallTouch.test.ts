import type { CDPSession, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { sizes, withBrowser } from './browser.ts'
import { eventually } from './labPage.ts'
import {
  atRest,
  chooseWay,
  inputSurface,
  pauseRecall,
  recallRoute,
  restingSaliencies,
  shownSaliencies,
  waitForRecall,
} from './recallPage.ts'

const open = withBrowser()
const phone = { route: recallRoute, viewport: sizes.phone, hasTouch: true, isMobile: true, deviceScaleFactor: 2 }

interface Point {
  x: number
  y: number
}

/** Fingers put down one after the other, moved together and lifted. */
async function move(touch: CDPSession, from: readonly Point[], by: Point): Promise<void> {
  for (let count = 1; count <= from.length; count++) {
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: from.slice(0, count) })
  }
  for (let step = 1; step <= 10; step++) {
    const touchPoints = from.map(({ x, y }) => ({ x: x + (by.x * step) / 10, y: y + (by.y * step) / 10 }))
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints })
  }
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

const scrolled = (page: Page): Promise<number> => page.evaluate(() => window.scrollY)

/** The drawing surface, brought below the picture that stands on top. */
async function surfaceInSight(page: Page): Promise<{ x: number; y: number; width: number; height: number }> {
  await chooseWay(page, 'Draw')
  await atRest(() => inputSurface(page).boundingBox())
  await inputSurface(page).evaluate((element) => {
    const { top } = element.getBoundingClientRect()
    window.scrollBy({ top: top - 0.56 * window.innerHeight, behavior: 'instant' })
  })
  const box = await inputSurface(page).boundingBox()
  if (!box) throw new Error('There is nothing to draw on.')
  return box
}

test('one finger draws and the page stays; two fingers scroll and draw nothing', { timeout: 120_000 }, async () => {
  const { page, context } = await open(phone)
  await waitForRecall(page)
  await pauseRecall(page)
  const box = await surfaceInSight(page)
  const touch = await context.newCDPSession(page)
  const before = await restingSaliencies(page)
  const start = await scrolled(page)
  await move(touch, [{ x: box.x + 0.25 * box.width, y: box.y + 30 }], { x: 0.4 * box.width, y: 90 })
  await eventually(() => shownSaliencies(page)).not.toEqual(before)
  expect(await scrolled(page)).toBe(start)

  const drawn = await restingSaliencies(page)
  const left = { x: box.x + 0.3 * box.width, y: box.y + 130 }
  await move(touch, [left, { x: left.x + 90, y: left.y }], { x: 0, y: -110 })
  await eventually(() => scrolled(page)).toBeGreaterThan(start + 40)
  expect(await shownSaliencies(page)).toEqual(drawn)
})

test('the whole story by touch: memories, input, recall, model', { timeout: 120_000 }, async () => {
  const { page } = await open(phone)
  await waitForRecall(page)
  for (const [tab, heading] of [
    ['Memories', 'Memories'],
    ['Input', 'What the network is shown'],
    ['Recall', 'What each model recalls'],
    ['Model', 'The slice'],
  ] as const) {
    await page.getByRole('radio', { name: tab, exact: true }).tap()
    await page.getByRole('heading', { name: heading, level: 2, exact: true }).waitFor()
  }
  await page.getByRole('button', { name: 'Pause', exact: true }).tap()
  await page.getByRole('button', { name: 'Play', exact: true }).tap()
})

describe('320 pixels', () => {
  test('are wide enough for every panel', async () => {
    const { page } = await open({ route: recallRoute, viewport: { width: 320, height: 640 } })
    await waitForRecall(page)
    for (const tab of ['Memories', 'Input', 'Recall', 'Model']) {
      await page.getByRole('radio', { name: tab, exact: true }).click()
      await page.locator('details').evaluateAll((all) => {
        for (const details of all) details.setAttribute('open', '')
      })
      const [width, wide] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        [...document.querySelectorAll('.phone-panel *')]
          .filter(
            (element) =>
              element.getBoundingClientRect().right > 322 &&
              !element.closest('[class*="scroll"], .mix-faders, .overlap-numbers, .timeline'),
          )
          .map((element) => `${element.tagName}.${element.className}`),
      ])
      expect(width).toBeLessThanOrEqual(320)
      expect(wide).toEqual([])
    }
    await page.getByRole('radio', { name: 'Input', exact: true }).click()
    for (const way of ['Draw', 'Mix', 'Corrupt'] as const) {
      await chooseWay(page, way)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    }
  })

  test('what is touched is at least 44 pixels high', async () => {
    const { page } = await open(phone)
    await waitForRecall(page)
    const small = await page
      .getByRole('group', { name: 'Run' })
      .getByRole('button', { name: /^(Play|Pause|Step|Reset|Another)/ })
      .evaluateAll((buttons) =>
        buttons
          .filter((button) => button.getBoundingClientRect().height < 44)
          .map((button) => button.ariaLabel ?? button.textContent),
      )
    expect(small).toEqual([])
  })
})
