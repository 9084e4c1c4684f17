import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepPicture, withBrowser } from './browser.ts'
import {
  button,
  countFrames,
  embedAddress,
  embedFrame,
  embedsOn,
  equilibriaOf,
  framesAsked,
  pictures,
  sentenceOf,
  slider,
  waitForMap,
  waitForPicture,
} from './embedPage.ts'
import { coloursOf, eventually } from './labPage.ts'
import { twoOrigins, type TwoOrigins } from './twoOrigins.ts'

let sites: TwoOrigins
beforeAll(async () => {
  sites = await twoOrigins()
})
afterAll(() => sites.close())

const open = withBrowser()
const size = { width: 720, height: 420 }

const openEmbed = (fragment: Parameters<typeof embedAddress>[1], more: Parameters<typeof open>[0] = {}) =>
  open({ viewport: size, ...more, address: embedAddress(sites.lab, fragment), route: '' })

describe('the page in a frame', () => {
  test('draws the map from the document alone, before the lab is fetched', async () => {
    const { page, requests } = await openEmbed({ preset: 'fig2c', picture: 'map', layers: ['labels', 'equilibria'] })
    await waitForMap(page)
    expect(await coloursOf(page, page.locator('.map'))).toBeGreaterThan(300)
    await eventually(async () => (await equilibriaOf(page)).length).toBe(5)
    const words = await equilibriaOf(page)
    expect(words[0]).toMatch(/memory 2 at \(.*\): stable, the bottom of a valley, energy −0\.\d\d/i)
    expect(words.filter((text) => text.includes('saddle'))).toHaveLength(2)
    expect(await page.getByRole('img').getAttribute('aria-label')).toMatch(/2 valleys.*5 equilibria/)
    // Nothing else was needed: no curve, no surface, nothing that moves.
    expect(requests.filter((url) => url.endsWith('.js'))).toEqual([`${sites.lab}embed.js`])
    await keepPicture(page, 'embed-map')
  })

  test('shows the surface when that is there, and the map when that is chosen', async () => {
    const { page } = await openEmbed({ preset: 'fig2d', controls: ['play', 'alpha', 'picture'] })
    await waitForPicture(page)
    await keepPicture(page, 'embed-surface')
    await button(page, 'Show the map').click()
    await eventually(() => pictures([page])).toBe(0)
    await page.getByRole('application', { name: /valleys/ }).waitFor()
    await button(page, 'Show the surface in 3-D').click()
    await waitForPicture(page)
  })

  test('shows the map while WebGL is interrupted, and the surface when it is back', async () => {
    const { page } = await openEmbed({ preset: 'fig2d' })
    await waitForPicture(page)
    await page.locator('canvas.scene-canvas').evaluate((canvas) => {
      const extension = (canvas as HTMLCanvasElement).getContext('webgl2')?.getExtension('WEBGL_lose_context')
      extension?.loseContext()
      setTimeout(() => extension?.restoreContext(), 1500)
    })
    await page.getByText('The 3-D picture was interrupted; here is the map until it returns.').waitFor()
    await page.getByRole('application', { name: /valleys/ }).waitFor()
    await waitForPicture(page)
    await eventually(() => sentenceOf(page)).toBe('')
  })

  test('is worked by keys alone', async () => {
    const { page } = await openEmbed({ preset: 'fig2d', picture: 'map', controls: ['play', 'step', 'reset', 'alpha'] })
    await waitForMap(page)
    await slider(page, 'Saliency of memory 1').focus()
    await page.keyboard.press('Home')
    expect(await slider(page, 'Saliency of memory 1').getAttribute('aria-valuetext')).toBe('−3.00')
    await eventually(async () => (await equilibriaOf(page)).length).toBe(3)
    await button(page, 'Play').focus()
    await page.keyboard.press('Enter')
    await button(page, 'Pause').waitFor()
    await page.keyboard.press('Enter')
    await button(page, 'Play').waitFor()
  })

  test('says what the balls have recalled, and plays again', async () => {
    const { page } = await openEmbed({ preset: 'fig2b', picture: 'map', controls: ['play', 'speed'] })
    await waitForMap(page)
    await slider(page, 'Speed').focus()
    await page.keyboard.press('End')
    await button(page, 'Play').click()
    await page.getByText(/Ball 1 recalled .*memory 2 after/).waitFor({ state: 'attached' })
    await button(page, 'Play again').click()
    await button(page, 'Pause').waitFor()
  })

  test('shows locked controls and lets nobody change them', async () => {
    const { page } = await openEmbed({
      controls: ['alpha', 'gain', 'model'],
      locked: ['gain', 'model'],
      picture: 'map',
    })
    await waitForMap(page)
    expect(await slider(page, 'Saliency of memory 1').isEnabled()).toBe(true)
    expect(await slider(page, 'Gain').isDisabled()).toBe(true)
    expect(await page.getByRole('combobox', { name: 'Model' }).isDisabled()).toBe(true)
    expect(await button(page, 'Play').count()).toBe(0)
  })

  test('opens what it shows in the lab', async () => {
    const { page, context } = await openEmbed({ preset: 'fig2d', picture: 'map' })
    await waitForMap(page)
    await slider(page, 'Saliency of memory 2').focus()
    await page.keyboard.press('Home')
    const link = page.getByRole('link', { name: 'Open in Memoryscape' })
    expect(await link.getAttribute('rel')).toBe('noopener')
    const opened = context.waitForEvent('page')
    await link.click()
    const lab = await opened
    await eventually(() => lab.getByRole('slider', { name: 'Saliency of memory 2', exact: true }).inputValue()).toBe(
      '-3',
    )
  })

  test('follows its address', async () => {
    const { page } = await openEmbed({ preset: 'fig2d', picture: 'map', caption: 'Two memories' })
    await waitForMap(page)
    await page.evaluate(() => (location.hash = 'preset=fig2a&picture=map&caption=None&controls=none&theme=dark'))
    await page.getByText('None', { exact: true }).first().waitFor()
    await eventually(async () => (await equilibriaOf(page)).length).toBe(1)
    expect(await page.getByRole('slider').count()).toBe(0)
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark')
  })

  test('says what is wrong with a link, and shows something all the same', async () => {
    const { page } = await openEmbed({ x: 'A39OLZX' })
    await waitForMap(page)
    expect(await sentenceOf(page)).toMatch(
      /^This link is damaged: .* This is the first screen of Memoryscape instead\.$/,
    )
    await waitForPicture(page)
    await page.goto(`${sites.lab}embed.html#theme=pink&picture=map&x=A39OLZE`)
    await page.reload()
    await waitForMap(page)
    expect(await sentenceOf(page)).toBe('theme: “pink” is none of auto, light, dark, transparent.')
  })

  test('keeps the map, with a sentence, where the lab or the picture cannot be fetched', async () => {
    const block = (pattern: string) => (page: Page) => page.route(pattern, (route) => route.abort())
    const expectedProblems = [/Failed to load resource/]
    const { page } = await openEmbed({}, { before: block('**/embed-live.js'), expectedProblems })
    await page.getByText('The part that lets the balls roll could not be fetched.').waitFor()
    await slider(page, 'Saliency of memory 1').focus()
    await page.keyboard.press('Home')
    await eventually(async () => (await equilibriaOf(page)).length).toBe(3)
    const other = await openEmbed({}, { before: block('**/embed-scene.js'), expectedProblems })
    await other.page.getByText('The 3-D picture could not be fetched, so here is the map.').waitFor()
    await button(other.page, 'Play').click()
    await button(other.page, 'Pause').waitFor()
  })

  test.each(['light', 'dark'] as const)('has no barrier that axe finds, in the %s theme', async (theme) => {
    const { page } = await openEmbed({
      preset: 'fig2d',
      theme,
      controls: ['play', 'step', 'reset', 'balls', 'alpha', 'gain', 'noise', 'speed', 'model', 'picture'],
      locked: ['gain'],
      caption: 'Two memories',
    })
    await waitForPicture(page)
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await button(page, 'Show the map').click()
    await page.getByRole('application', { name: /valleys/ }).waitFor()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  })

  test.each([
    { width: 320, height: 420 },
    { width: 390, height: 300 },
    { width: 1200, height: 600 },
  ])('fits into $width × $height', async (viewport) => {
    const caption = 'Two memories: the deeper one has the larger saliency.'
    const { page } = await openEmbed({ preset: 'fig2d', picture: 'map', caption }, { viewport })
    await waitForMap(page)
    const needed = await page.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement
      return [scrollWidth, scrollHeight]
    })
    expect(needed).toEqual([viewport.width, viewport.height])
    const bar = await page.locator('.bar').boundingBox()
    expect(bar?.height).toBeLessThan(viewport.height / 3)
    await keepPicture(page, `embed-${viewport.width}`)
  })

  test('has targets for thumbs', async () => {
    const { page } = await openEmbed(
      { preset: 'fig2d', controls: ['play', 'balls', 'alpha'] },
      { hasTouch: true, isMobile: true, viewport: { width: 390, height: 420 } },
    )
    await waitForMap(page)
    for (const target of await page.locator('button:visible, a:visible, input:visible').all()) {
      expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    }
    await button(page, 'Play').tap()
    await button(page, 'Pause').waitFor()
  })
})

describe('in a page of another origin', () => {
  const article = (frames: string) =>
    `<main><p style="height:1500px">Before</p>${frames}<p style="height:1500px">After</p></main>`

  test('loads and plays when it is scrolled to, and stops when it is scrolled away', async () => {
    const host = sites.show({
      body: article(embedFrame(sites.lab, { preset: 'noise', autoplay: true, picture: 'map' })),
    })
    const { page, requests } = await open({
      address: host,
      route: '',
      before: countFrames,
      reducedMotion: 'no-preference',
    })
    const [embed] = await embedsOn(page, 1)
    if (!embed) throw new Error('There is no embed.')
    await page.waitForTimeout(500)
    expect(requests.some((url) => url.endsWith('embed-live.js'))).toBe(false)
    await page.locator('iframe').scrollIntoViewIfNeeded()
    await button(embed, 'Pause').waitFor()
    await page.evaluate(() => window.scrollTo(0, 0))
    await page.waitForTimeout(500)
    const before = await framesAsked(embed)
    await page.waitForTimeout(700)
    expect(await framesAsked(embed)).toBe(before)
    await page.locator('iframe').scrollIntoViewIfNeeded()
    await eventually(() => framesAsked(embed)).toBeGreaterThan(before + 5)
  })

  test('ten at rest have four pictures in 3-D at most, and ask for no frame', async () => {
    const frames = Array.from({ length: 10 }, () =>
      embedFrame(sites.lab, { preset: 'fig2d' }, 'width="300" height="260"'),
    )
    const host = sites.show({ body: `<main>${frames.join('')}</main>` })
    const viewport = { width: 1600, height: 640 }
    const { page } = await open({ address: host, route: '', before: countFrames, viewport })
    const embeds = await embedsOn(page, 10)
    await Promise.all(embeds.map(waitForMap))
    await eventually(() => pictures(embeds)).toBe(4)
    await eventually(async () => {
      const taps = await Promise.all(embeds.map((embed) => button(embed, 'Tap for 3-D').isVisible()))
      return taps.filter(Boolean).length
    }).toBe(6)
    await page.waitForTimeout(1000)
    const before = await Promise.all(embeds.map(framesAsked))
    await page.waitForTimeout(1500)
    expect(await Promise.all(embeds.map(framesAsked))).toEqual(before)
    await keepPicture(page, 'embed-ten')
    // Who asks by hand gets the picture, from another.
    for (const embed of embeds) {
      if (!(await button(embed, 'Tap for 3-D').isVisible())) continue
      await button(embed, 'Tap for 3-D').click()
      await waitForPicture(embed)
      break
    }
    expect(await pictures(embeds)).toBe(4)
  })

  test('works in a sandbox, from a server without CORS headers', async () => {
    const frame = embedFrame(sites.lab, { preset: 'fig2d' }, 'sandbox="allow-scripts" width="720" height="420"')
    const { page } = await open({ address: sites.show({ body: frame }), route: '' })
    const [embed] = await embedsOn(page, 1)
    if (!embed) throw new Error('There is no embed.')
    await waitForPicture(embed)
    await button(embed, 'Play').click()
    await button(embed, 'Pause').waitFor()
    expect(await sentenceOf(embed)).toBe('')
    await keepPicture(page, 'embed-sandbox')
  })

  test('many in sandboxes, which cannot know of each other, build a picture only when asked', async () => {
    const frames = Array.from({ length: 6 }, () =>
      embedFrame(sites.lab, { preset: 'fig2d' }, 'sandbox="allow-scripts" width="300" height="260"'),
    )
    const { page } = await open({ address: sites.show({ body: frames.join('') }), route: '' })
    const embeds = await embedsOn(page, 6)
    for (const embed of embeds) await button(embed, 'Tap for 3-D').waitFor()
    expect(await pictures(embeds)).toBe(0)
    const [first] = embeds
    if (!first) throw new Error('There is no embed.')
    await button(first, 'Tap for 3-D').click()
    await waitForPicture(first)
  })

  test("works where the lab's server allows nothing but its own files", async () => {
    sites.setLabHeaders({ 'content-security-policy': "default-src 'self'" })
    const expectedProblems = [/Content Security Policy/, /WebAssembly/]
    try {
      const host = sites.show({ body: embedFrame(sites.lab, { preset: 'fig2d' }) })
      const { page } = await open({ address: host, route: '', expectedProblems })
      const [embed] = await embedsOn(page, 1)
      if (!embed) throw new Error('There is no embed.')
      await waitForPicture(embed)
      await button(embed, 'Play').click()
      await button(embed, 'Pause').waitFor()
      expect(await embed.locator('.bar').evaluate((bar) => getComputedStyle(bar).display)).toBe('flex')
      const filled = await slider(embed, 'Saliency of memory 1').evaluate(
        (track) => (track as HTMLElement).style.length,
      )
      expect(filled).toBeGreaterThan(0)
    } finally {
      sites.setLabHeaders({})
    }
  })

  test('a finger on the picture scrolls the page; after a tap it turns the picture, until Escape', async () => {
    const host = sites.show({
      body: `<main><p style="height:300px">Before</p>${embedFrame(sites.lab, { preset: 'fig2d' }, 'width="360" height="400"')}<p style="height:2000px">After</p></main>`,
    })
    const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
    const { page, context } = await open({ address: host, route: '', ...phone })
    const [embed] = await embedsOn(page, 1)
    if (!embed) throw new Error('There is no embed.')
    await waitForPicture(embed)
    const session = await context.newCDPSession(page)
    const swipe = async (x: number, y: number, distance: number) => {
      await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] })
      for (let step = 1; step <= 10; step++) {
        const touchPoints = [{ x, y: y + (distance * step) / 10 }]
        await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints })
        await page.waitForTimeout(16)
      }
      await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    }
    const scrolled = () => page.evaluate(() => window.scrollY)
    await swipe(190, 520, -150)
    await eventually(scrolled).toBeGreaterThan(60)
    await page.waitForTimeout(600)
    await page.evaluate(() => window.scrollTo(0, 0))
    await page.touchscreen.tap(190, 520)
    await embed.locator('.scene-place[data-active]').waitFor()
    await swipe(190, 520, -100)
    await page.waitForTimeout(300)
    expect(await scrolled()).toBe(0)
    await page.keyboard.press('Escape')
    await eventually(() => embed.locator('.scene-place[data-active]').count()).toBe(0)
  })

  test('the wheel scrolls the page, whatever is under it', async () => {
    const { page } = await open({
      address: sites.show({ body: article(embedFrame(sites.lab, { preset: 'fig2d' })) }),
      route: '',
    })
    await page.locator('iframe').scrollIntoViewIfNeeded()
    const [embed] = await embedsOn(page, 1)
    if (!embed) throw new Error('There is no embed.')
    await waitForPicture(embed)
    const before = await page.evaluate(() => window.scrollY)
    const box = await page.locator('iframe').boundingBox()
    await page.mouse.move((box?.x ?? 0) + 300, (box?.y ?? 0) + 200)
    await page.mouse.wheel(0, 120)
    await eventually(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(before)
  })
})

describe('without WebGL', () => {
  const openWithout = withBrowser(['--disable-gpu', '--disable-3d-apis'])

  test('the map stays, with a sentence, and the balls roll', async () => {
    const { page } = await openWithout({
      viewport: size,
      address: embedAddress(sites.lab, { preset: 'fig2d' }),
      route: '',
    })
    await page.getByText('This browser has no WebGL, so here is the map.').waitFor()
    await button(page, 'Play').click()
    await button(page, 'Pause').waitFor()
    expect(await pictures([page])).toBe(0)
    await keepPicture(page, 'embed-without-webgl')
  })
})
