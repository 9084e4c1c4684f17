import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sizeOf, type EmbedShape } from '../src/panels/share/embed/embedShape.ts'
import { elementSnippet, frameSnippet } from '../src/panels/share/embed/embedSnippet.ts'
import { keepPicture, withBrowser } from './browser.ts'
import { button, embedFrame, embedsOn, pictures, sentenceOf, waitForMap, waitForPicture } from './embedPage.ts'
import { eventually } from './labPage.ts'
import { siteFolder } from './siteServer.ts'
import { twoOrigins, type TwoOrigins } from './twoOrigins.ts'

let sites: TwoOrigins
beforeAll(async () => {
  sites = await twoOrigins()
})
afterAll(() => sites.close())

const open = withBrowser()

async function onlyEmbed(page: Page): Promise<Frame> {
  const [embed] = await embedsOn(page, 1)
  if (!embed) throw new Error('There is no embed.')
  await waitForMap(embed)
  return embed
}

/** Whether the page in a frame fits into it, and the play button can be seen. */
const fit = (embed: Frame) =>
  embed.evaluate(() => {
    const { bottom } = document.querySelector('.control-main')?.getBoundingClientRect() ?? { bottom: Infinity }
    const { scrollHeight, scrollWidth } = document.documentElement
    return [scrollHeight - innerHeight, scrollWidth - innerWidth, bottom <= innerHeight]
  })

describe('the snippets of the share dialog', () => {
  const options = { preset: 'fig2d', picture: 'map', caption: 'Two memories' } as const
  const shapes: readonly EmbedShape[] = ['height', '16:9', '4:3', '1:1']

  test.each(shapes)('as a frame, %s: the page fits into it, with its controls', async (shape) => {
    const body = `<main style="width:640px">${frameSnippet(sites.lab, options, sizeOf(shape, 360))}</main>`
    const { page } = await open({ address: sites.show({ body }), route: '' })
    expect(await fit(await onlyEmbed(page))).toEqual([0, 0, true])
  })

  test('as an element in a shape: the picture has it, and the controls are in view under it', async () => {
    const body = `<main style="width:640px">${elementSnippet(sites.lab, options, sizeOf('16:9', 360))}</main>`
    const { page } = await open({ address: sites.show({ body }), route: '' })
    const embed = await onlyEmbed(page)
    await eventually(() => fit(embed)).toEqual([0, 0, true])
    expect((await embed.locator('.picture').boundingBox())?.height).toBeCloseTo(360, 0)
  })
})

test('an address of the Recall view is the landscape, with a sentence', async () => {
  const body = `<iframe title="A landscape" src="${sites.lab}embed.html#/recall?preset=fig2d&picture=map" width="720" height="420"></iframe>`
  const { page } = await open({ address: sites.show({ body }), route: '' })
  expect(await sentenceOf(await onlyEmbed(page))).toMatch(/^The Recall view cannot be embedded/)
})

test('a tab that is not seen gives its places in 3-D to another', async () => {
  const four = Array.from({ length: 4 }, () => embedFrame(sites.lab, { preset: 'fig2d' }, 'width="240" height="200"'))
  const { page, context } = await open({ address: sites.show({ body: four.join('') }), route: '' })
  const embeds = await embedsOn(page, 4)
  await eventually(() => pictures(embeds)).toBe(4)
  const other = await context.newPage()
  await other.goto(sites.show({ body: embedFrame(sites.lab, { preset: 'fig2d' }, 'width="240" height="200"') }))
  const waiting = await onlyEmbed(other)
  await button(waiting, 'Tap for 3-D').waitFor()
  // Headless tabs are all seen: the browser says otherwise when there is a window.
  for (const embed of embeds) {
    await embed.evaluate(() => {
      Object.defineProperty(document, 'hidden', { value: true })
      document.dispatchEvent(new Event('visibilitychange'))
    })
  }
  await waitForPicture(waiting)
})

test('two fingers turn a figure that nobody has woken, and the page stays', async () => {
  const prose = (height: number) => `<p style="height:${height}px">Words</p>`
  const frame = embedFrame(sites.lab, { preset: 'fig2d' }, 'width="360" height="400"')
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
  const body = prose(300) + frame + prose(2000)
  const { page, context } = await open({ address: sites.show({ body }), route: '', ...phone })
  const embed = await onlyEmbed(page)
  await waitForPicture(embed)
  const seen = () => embed.locator('.scene-canvas').screenshot()
  const before = await seen()
  const session = await context.newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove', shift: number) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: [120, 250].map((x, id) => ({ x: x + shift, y: 500, id })),
    })
  await touch('touchStart', 0)
  for (let step = 1; step <= 8; step++) await touch('touchMove', 8 * step)
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await eventually(async () => (await seen()).equals(before)).toBe(false)
  expect(await embed.locator('.scene-place[data-active]').count()).toBe(0)
  expect(await page.evaluate(() => scrollY)).toBe(0)
})

describe('from a disk', () => {
  test('a page with the element and a frame works, with the files beside it', async () => {
    const { page } = await open({ address: pathToFileURL(join(siteFolder, 'examples', 'plain.html')).href, route: '' })
    await page.frameLocator('memory-scape iframe').locator('main[data-painted]').waitFor()
    await page.getByRole('button', { name: 'Make memory 1 too weak' }).click()
    await eventually(() => page.locator('#regime').textContent()).toBe('one memory')
    await page.locator('body > iframe').scrollIntoViewIfNeeded()
    await page.frameLocator('body > iframe').locator('main[data-painted]').waitFor()
  })
})

test('the lab itself in a sandbox that gives it no origin says where to go', async () => {
  const body = `<iframe title="The lab" sandbox="allow-scripts" src="${sites.lab}index.html" width="1000" height="700"></iframe>`
  const { page } = await open({
    address: sites.show({ body }),
    route: '',
    expectedProblems: [/CORS policy/, /Failed to load/],
  })
  const inside = page.frameLocator('iframe')
  // Modules need the permission of their server there, which no plain server gives.
  await inside.getByText('in a frame in a sandbox, take its embed.html').waitFor()
  await keepPicture(page, 'lab-sandbox')
})
