import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepPicture, withBrowser } from './browser.ts'
import { colourAt } from './embedPage.ts'
import { eventually } from './labPage.ts'
import { twoOrigins, type TwoOrigins } from './twoOrigins.ts'

const openPage = withBrowser()
let origins: TwoOrigins
beforeAll(async () => {
  origins = await twoOrigins()
})
afterAll(() => origins.close())

/** A page of the other origin with an element in it: the map of a preset, where its attributes say nothing else. */
function open(attributes: string, { head = '', ...options }: Parameters<typeof openPage>[0] & { head?: string } = {}) {
  const script = `<script src="${origins.lab}memory-scape.js"></script>`
  const body = `<memory-scape ${attributes} loading="eager" preset="fig2d" picture="map" height="300"></memory-scape>`
  return openPage({ route: '', address: origins.show({ head: script + head, body }), ...options })
}

describe('the frame of the element', () => {
  test('is in a sandbox on a page of another origin, and in none on its own, where it would hold nothing back', async () => {
    const { page } = await open('')
    await page.frameLocator('memory-scape iframe').locator('main[data-painted]').waitFor()
    expect(await page.locator('memory-scape iframe').getAttribute('sandbox')).toContain('allow-scripts')
    // Chromium warns of such a sandbox, and a warning fails this test.
    const own = await openPage({ route: '', address: `${origins.lab}examples/plain.html` })
    await own.page.frameLocator('memory-scape iframe').locator('main[data-painted]').waitFor()
    expect(await own.page.locator('memory-scape iframe').getAttribute('sandbox')).toBeNull()
  })

  test('is as clear as the page around wants it, whichever theme that wears', async () => {
    const head = `<style>
      :root { color-scheme: light } [data-theme='dark'] { color-scheme: dark }
      body { margin: 0; background: rgb(200, 30, 90) } [data-theme='dark'] body { background: rgb(20, 40, 60) }
    </style>`
    const { page } = await open('theme="transparent" picture="surface"', { head })
    const inside = page.frameLocator('memory-scape iframe').locator('html')
    const wears = async (theme: string) => {
      await eventually(() => inside.getAttribute('data-theme')).toBe(theme)
      expect(await inside.getAttribute('data-ground')).toBe('none')
    }
    await inside.locator('.scene-place.is-shown').waitFor()
    await wears('light')
    await eventually(() => colourAt(page, 20, 20)).toEqual([200, 30, 90, 255])
    await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'))
    await wears('dark')
    await eventually(() => colourAt(page, 20, 20)).toEqual([20, 40, 60, 255])
    await keepPicture(page, 'element-transparent-dark')
    // With a ground again, and without.
    await page.locator('memory-scape').evaluate((element) => element.setAttribute('theme', 'dark'))
    await eventually(() => inside.getAttribute('data-ground')).toBeNull()
    await page.locator('memory-scape').evaluate((element) => element.setAttribute('theme', 'transparent'))
    await eventually(() => inside.getAttribute('data-ground')).toBe('none')
    await wears('dark')
  })

  test('keeps to a theme in its address, whatever the page around wears', async () => {
    const { page } = await open(`src="#theme=dark"`)
    const inside = page.frameLocator('memory-scape iframe').locator('html')
    await inside.locator('main[data-painted]').waitFor()
    await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'))
    await page.evaluate(() => (document.documentElement.dataset['theme'] = 'light'))
    await page.waitForTimeout(300)
    expect(await inside.getAttribute('data-theme')).toBe('dark')
  })
})

describe('after 15 seconds without an answer', () => {
  const clock = { before: (page: Page) => page.clock.install() }

  test('a sentence stands in the place of the frame', async () => {
    const { page } = await open(`src="${origins.lab}examples/nothing"`, {
      ...clock,
      // Beside that address there is no embed.
      expectedProblems: [/404/],
    })
    await page.locator('memory-scape iframe').waitFor()
    await page.waitForLoadState('load')
    await page.clock.fastForward(14_000)
    expect(await page.getByRole('alert').count()).toBe(0)
    await page.clock.fastForward(2000)
    await page
      .getByRole('alert')
      .filter({ hasText: `There is no answer from ${origins.lab}examples/embed.html. Is it an embed?` })
      .waitFor()
  })

  test('an embed that may not answer this page stays', async () => {
    const { page } = await open('allow="https://somebody.example"', clock)
    await page.frameLocator('memory-scape iframe').locator('main[data-painted]').waitFor()
    await page.clock.fastForward(20_000)
    expect(await page.getByRole('alert').count()).toBe(0)
    await page.locator('memory-scape iframe').waitFor()
  })
})
