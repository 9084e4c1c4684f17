import type { CDPSession, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { sizes, withBrowser } from './browser.ts'
import {
  equilibriumCounts,
  eventually,
  pointOnMap,
  regimeSentence,
  saliencies,
  pause,
  waitForRest,
  waitForSurface,
} from './labPage.ts'

const open = withBrowser()
const phone = { viewport: sizes.phone, hasTouch: true, isMobile: true, deviceScaleFactor: 2 }

interface Point {
  x: number
  y: number
}

const scrolled = (page: Page): Promise<number> =>
  page.evaluate(() => [...document.querySelectorAll('*')].reduce((sum, element) => sum + element.scrollTop, 0))

/** One finger put down, moved and lifted. */
async function swipe(touch: CDPSession, from: Point, to: Point): Promise<void> {
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [from] })
  for (let step = 1; step <= 8; step++) {
    const share = step / 8
    const at = { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [at] })
  }
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

test('the whole view by touch alone', { timeout: 120_000 }, async () => {
  const { page, context } = await open(phone)
  await waitForSurface(page)
  await pause(page)
  await waitForRest(page)
  const touch = await context.newCDPSession(page)
  const picture = await page.locator('.scene').boundingBox()
  if (!picture) throw new Error('There is no picture.')
  const middle = { x: picture.x + picture.width / 2, y: picture.y + picture.height / 2 }

  // A finger that starts on the surface turns it, and the page stays.
  const before = await scrolled(page)
  const frame = () => page.locator('.scene-canvas').screenshot()
  const old = await frame()
  await swipe(touch, middle, { x: middle.x + 90, y: middle.y - 60 })
  await waitForRest(page)
  expect(await scrolled(page)).toBe(before)
  expect((await frame()).equals(old)).toBe(false)

  // A finger that starts beside it scrolls.
  const panel = { x: 195, y: 700 }
  await swipe(touch, panel, { x: panel.x, y: panel.y - 250 })
  await eventually(() => scrolled(page)).toBeGreaterThan(before + 100)
  await swipe(touch, { x: panel.x, y: 600 }, { x: panel.x, y: 1100 })

  // The dot of the map follows a finger.
  await page.locator('.regime-dot').scrollIntoViewIfNeeded()
  const dot = await saliencies(page)
  await swipe(touch, await pointOnMap(page, dot, dot), await pointOnMap(page, dot, [0.6, 2]))
  await eventually(async () => (await saliencies(page))[0]).toBeCloseTo(0.6, 1)

  // The other panels.
  await page.getByRole('radio', { name: 'Here' }).tap()
  await eventually(() => equilibriumCounts(page)).toEqual({ stable: 2, saddle: 1, source: 0 })
  await eventually(() => regimeSentence(page)).toMatch(/memory 1 does not exist/)
  await page.getByRole('radio', { name: 'Plots' }).tap()

  // A tap on the surface drops a ball; the transport is under the thumb.
  const balls = async (): Promise<number> =>
    Number((await page.getByRole('button', { name: /^Clear/ }).innerText()).replaceAll(/\D+/g, ''))
  const count = await balls()
  await page.evaluate(() => window.scrollTo(0, 0))
  await page.touchscreen.tap(middle.x, middle.y)
  await eventually(balls).toBe(count + 1)
  await page.getByRole('button', { name: 'Play', exact: true }).tap()
  await page.getByRole('button', { name: 'Pause', exact: true }).tap()
  await page.getByRole('button', { name: 'Reset', exact: true }).tap()
})

test('what is touched is at least 44 pixels high', async () => {
  const { page } = await open(phone)
  await waitForSurface(page)
  const small = await page
    .getByRole('group', { name: 'Transport' })
    .getByRole('button')
    .evaluateAll((buttons) =>
      buttons
        .filter((button) => button.getBoundingClientRect().height < 44 || button.getBoundingClientRect().width < 44)
        .map((button) => button.ariaLabel ?? button.textContent),
    )
  expect(small).toEqual([])
})
