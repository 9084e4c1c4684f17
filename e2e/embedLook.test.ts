import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepPicture, withBrowser } from './browser.ts'
import {
  button,
  colourAt,
  countFrames,
  embedAddress,
  embedFrame,
  embedsOn,
  framesAsked,
  pictures,
  sentenceOf,
  waitForMap,
  waitForPicture,
  type Embed,
} from './embedPage.ts'
import { eventually } from './labPage.ts'
import { twoOrigins, type TwoOrigins } from './twoOrigins.ts'

let sites: TwoOrigins
beforeAll(async () => {
  sites = await twoOrigins()
})
afterAll(() => sites.close())

const open = withBrowser()
const size = { width: 720, height: 420 }

const inkOf = (embed: Embed) => embed.evaluate(() => getComputedStyle(document.documentElement).color)

describe('a ground that is the page around', () => {
  const ground = [200, 30, 90, 255]
  const show = async (scheme: 'light' | 'dark') => {
    const style = `<style>:root{color-scheme:${scheme}}body{background:rgb(200,30,90)}iframe{border:0}</style>`
    const frame = embedFrame(
      sites.lab,
      { preset: 'fig2d', theme: 'transparent' },
      `width="720" height="420" style="color-scheme:${scheme}"`,
    )
    const { page } = await open({ address: sites.show({ body: style + frame }), route: '', viewport: size })
    const [embed] = await embedsOn(page, 1)
    if (!embed) throw new Error('There is no embed.')
    await waitForPicture(embed)
    return { page, embed }
  }

  test('shows through, and stays so when the host says which ink it needs', async () => {
    const { page, embed } = await show('light')
    await eventually(() => colourAt(page, 20, 20)).toEqual(ground)
    await keepPicture(page, 'embed-transparent')
    const before = await inkOf(embed)
    await page.evaluate(() => {
      const frame = document.querySelector('iframe')
      if (frame) frame.style.colorScheme = 'dark'
      frame?.contentWindow?.postMessage({ memoryscape: 1, type: 'theme', theme: 'dark' }, '*')
    })
    await eventually(() => inkOf(embed)).not.toBe(before)
    await eventually(() => colourAt(page, 20, 20)).toEqual(ground)
    await keepPicture(page, 'embed-transparent-dark')
  })

  test('shows through on a page that is dark by its own switch, where the system is light', async () => {
    const { page, embed } = await show('dark')
    await page.evaluate(() => {
      const message = { memoryscape: 1, type: 'theme', theme: 'dark' }
      document.querySelector('iframe')?.contentWindow?.postMessage(message, '*')
    })
    await eventually(() => embed.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark')
    await eventually(() => colourAt(page, 20, 20)).toEqual(ground)
    await page.evaluate(() => {
      const message = { memoryscape: 1, type: 'theme', theme: 'transparent' }
      document.querySelector('iframe')?.contentWindow?.postMessage(message, '*')
    })
    await eventually(() => embed.evaluate(() => document.documentElement.dataset['theme'])).toBeUndefined()
    expect(await embed.evaluate(() => document.documentElement.dataset['ground'])).toBe('none')
  })
})

describe('motion', () => {
  const openEmbed = (reducedMotion: 'reduce' | 'no-preference') => {
    const address = embedAddress(sites.lab, { preset: 'fig2d', autoplay: true })
    return open({ address, route: '', viewport: size, reducedMotion, before: countFrames })
  }

  test('waits for those who prefer little of it: no opening flight, and the person plays', async () => {
    const { page } = await openEmbed('reduce')
    await waitForPicture(page)
    // The picture fades in by the style sheet where motion is welcome; here it stands.
    const first = await page.locator('.scene-place').screenshot()
    const frames = await framesAsked(page)
    await page.waitForTimeout(800)
    expect(await framesAsked(page)).toBe(frames)
    expect((await page.locator('.scene-place').screenshot()).equals(first)).toBe(true)
    await keepPicture(page, 'embed-reduced-motion')
    await button(page, 'Play').click()
    await button(page, 'Pause').waitFor()
    await eventually(() => framesAsked(page)).toBeGreaterThan(frames + 5)
  })

  test('begins by itself where the author wants that and nobody minds', async () => {
    const { page } = await openEmbed('no-preference')
    await button(page, /Pause|Play again/).waitFor()
    await waitForPicture(page)
  })
})

describe('the picture in 3-D', () => {
  // A warning of the console fails a test: Three.js says when there is another one of it.
  test('is of one Three.js, however often it is chosen, even while that is on its way', async () => {
    const later = (page: Page) =>
      page.route('**/embed-scene.js', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 700))
        await route.continue()
      })
    const { page, requests } = await open({
      address: embedAddress(sites.lab, { preset: 'fig2d', controls: ['picture'] }),
      route: '',
      viewport: size,
      before: later,
    })
    const asked = () => requests.filter((url) => url.endsWith('/embed-scene.js')).length
    await eventually(asked).toBe(1)
    await button(page, 'Show the map').click()
    await button(page, 'Show the surface in 3-D').click()
    await waitForPicture(page)
    for (let k = 0; k < 2; k++) {
      await button(page, 'Show the map').click()
      await eventually(() => pictures([page])).toBe(0)
      await button(page, 'Show the surface in 3-D').click()
      await waitForPicture(page)
    }
    expect(asked()).toBe(1)
  })

  test('is in each of two embeds on a page', async () => {
    const body = embedFrame(sites.lab, { preset: 'fig2d' }) + embedFrame(sites.lab, { preset: 'fig2b' })
    const { page } = await open({ address: sites.show({ body }), route: '', viewport: { width: 1480, height: 460 } })
    const embeds = await embedsOn(page, 2)
    for (const embed of embeds) await waitForPicture(embed)
    expect(await pictures(embeds)).toBe(2)
  })
})

test('a document of a newer version is shown as far as it is understood, with a sentence', async () => {
  const host = sites.show({ body: embedFrame(sites.lab, { preset: 'fig2d', picture: 'map' }) })
  const { page } = await open({ address: host, route: '', viewport: size })
  const [embed] = await embedsOn(page, 1)
  if (!embed) throw new Error('There is no embed.')
  await waitForMap(embed)
  const answer = await page.evaluate(
    () =>
      new Promise<unknown>((resolve) => {
        addEventListener('message', ({ data }) => resolve(data))
        const document = { version: 99, input: { saliency: [0.5, 2] }, wind: 'west' }
        const message = { memoryscape: 1, type: 'load', document, id: 1 }
        window.frames[0]?.postMessage(message, '*')
      }),
  )
  const sentence = /^This document is from a newer Memoryscape: it has version 99.*Not understood: .*wind/
  expect(answer).toMatchObject({ ok: true, value: { remark: expect.stringMatching(sentence) as string } })
  await eventually(() => sentenceOf(embed)).toMatch(sentence)
  await keepPicture(page, 'embed-newer')
})
