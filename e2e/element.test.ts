import type { FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemoryScapeElement } from '../src/element/element.ts'
import { keepPicture, withBrowser } from './browser.ts'
import { eventually } from './labPage.ts'
import { twoOrigins, type HostPage, type TwoOrigins } from './twoOrigins.ts'

const openPage = withBrowser()
let origins: TwoOrigins
beforeAll(async () => {
  origins = await twoOrigins()
})
afterAll(() => origins.close())

type Options = NonNullable<Parameters<typeof openPage>[0]>

/** Opens a page of the other origin, with the element's script in it. */
function open(page: HostPage, options: Options = {}) {
  const head = `<script src="${origins.lab}memory-scape.js"></script>${page.head ?? ''}`
  return openPage({ route: '', address: origins.show({ ...page, head }), ...options })
}

const element = (attributes: string) => `<memory-scape loading="eager" ${attributes}></memory-scape>`
const embed = (page: Page, selector = 'memory-scape'): FrameLocator =>
  page.locator(selector).first().frameLocator('iframe')
const painted = (frame: FrameLocator) => frame.locator('main[data-painted]').waitFor()

/** Calls the element of a page. */
const call = <T>(page: Page, use: (element: MemoryScapeElement) => T, selector = 'memory-scape') =>
  page
    .locator(selector)
    .first()
    .evaluate(use as (element: Element) => T)

/** Keeps what the elements of a page tell, from the start. */
const listening: Options['before'] = (page) =>
  page.addInitScript(() => {
    const told: { id: string; event: string; detail: unknown }[] = []
    Object.assign(window, { told })
    for (const event of ['ready', 'regime', 'equilibria', 'recalled', 'change', 'play', 'height', 'error']) {
      document.addEventListener(`memoryscape-${event}`, (message) => {
        const { target, detail } = message as CustomEvent<unknown>
        told.push({ id: (target as Element).id, event, detail })
      })
    }
  })
const told = (page: Page, event: string, id = '') =>
  page.evaluate(
    ([name, of]) =>
      (window as unknown as { told: { id: string; event: string; detail: never }[] }).told
        .filter((entry) => entry.event === name && entry.id === of)
        .map(({ detail }) => detail),
    [event, id] as const,
  )

/** Talks with a plain frame, as a page without the element does. */
const talk = (page: Page, message: object, selector = 'iframe') =>
  page.locator(selector).evaluate(
    (frame, data) =>
      new Promise<unknown>((resolve) => {
        const { contentWindow } = frame as HTMLIFrameElement
        const timer = setTimeout(() => resolve('silence'), 1500)
        addEventListener('message', (event) => {
          const answer = event.data as { type: string; id: unknown }
          if (event.source !== contentWindow || answer.type !== 'answer' || answer.id !== 'asked') return
          clearTimeout(timer)
          resolve({ ...answer, origin: event.origin })
        })
        contentWindow?.postMessage({ memoryscape: 1, id: 'asked', ...data }, '*')
      }),
    message,
  )

describe('the element on a page of another origin', () => {
  test('shows the embed, and sets, gets and hears across the origins', async () => {
    const { page } = await open(
      { body: element('preset="fig2d" controls="alpha play" height="400"') },
      { before: listening },
    )
    await painted(embed(page))
    expect(await call(page, (each) => each.set({ alpha1: 0.7, gain: 99 }))).toEqual({
      values: { alpha1: 0.7, gain: 10 },
      clamped: ['gain'],
    })
    await call(page, (each) => each.set({ gain: 1 }))
    expect(await call(page, (each) => each.get('regime'))).toEqual({ regime: 'one', stable: [2] })
    await eventually(async () => (await told(page, 'regime')).at(-1)).toEqual({ regime: 'one', stable: [2] })
    await eventually(() => told(page, 'ready')).toHaveLength(1)
    expect(await call(page, (each) => each.alpha1)).toBe(0.7)
    await expect(call(page, (each) => each.set({ alpha1: 'much' as never }))).rejects.toThrow('values.alpha1 should be')

    // A document from here to there and back.
    const link = await call(page, (each) => each.get('link'))
    await expect(call(page, (each) => each.load({ nonsense: true }))).rejects.toThrow('version is missing')
    await call(page, (each) => each.set({ alpha: [2, 2], noise: 1 }))
    await page.locator('memory-scape').evaluate((each, text) => (each as MemoryScapeElement).load(text), link)
    expect(await call(page, async (each) => (await each.document).input.saliency)).toEqual([0.7, 2])

    // Balls roll to the one memory that is left.
    await call(page, (each) => each.set({ speed: 10 }))
    await call(page, (each) => each.play())
    await eventually(() => told(page, 'recalled')).not.toHaveLength(0)
    expect((await told(page, 'recalled'))[0]).toMatchObject({ memory: 2 })
    await call(page, (each) => each.pause())
    expect(await call(page, (each) => each.get('playing'))).toBe(false)
  })

  test('three on one page: each is told what is meant for it', async () => {
    const body = ['fig2a', 'fig2b', 'fig2d']
      .map((preset) => element(`id="${preset}" preset="${preset}" picture="map" height="300"`))
      .join('')
    const { page } = await open({ body }, { before: listening })
    for (const id of ['fig2a', 'fig2b', 'fig2d']) await painted(embed(page, `#${id}`))
    await call(page, (each) => each.set({ gain: 1.5 }), '#fig2b')
    const gains = await page.evaluate(() =>
      Promise.all([...document.querySelectorAll('memory-scape')].map((each) => each.get('gain'))),
    )
    expect(gains).toEqual([1, 1.5, 1])
    await eventually(() => told(page, 'change', 'fig2b')).not.toEqual([])
    expect(await told(page, 'change', 'fig2a')).not.toContainEqual({ gain: 1.5 })
  })

  test('ten on one page: a message goes to the right one', async () => {
    const body = Array.from({ length: 10 }, (_, k) =>
      element(`id="m${k}" preset="fig2d" picture="map" height="250"`),
    ).join('')
    const { page } = await open({ body })
    const seeds = await page.evaluate(async () => {
      const all = [...document.querySelectorAll('memory-scape')]
      await Promise.all(all.map((each, k) => each.set({ seed: 100 + k })))
      return Promise.all(all.map((each) => each.get('seed')))
    })
    expect(seeds).toEqual(Array.from({ length: 10 }, (_, k) => 100 + k))
  })

  test('attributes that change are followed, where possible without a new frame', async () => {
    const { page } = await open({ body: element('preset="fig2d" controls="alpha" picture="map" height="300"') })
    const frame = embed(page)
    await painted(frame)
    await call(page, (each) => each.set({ alpha1: 1.2 }))
    await frame.locator('html').evaluate(() => Object.assign(window, { isFirst: true }))
    const isFirst = () => frame.locator('html').evaluate(() => 'isFirst' in window)
    await call(page, (each) => {
      each.setAttribute('layers', 'flow')
      each.setAttribute('theme', 'dark')
      each.setAttribute('height', '350')
    })
    await eventually(() => call(page, (each) => each.get('layers'))).toMatchObject({ flow: true, labels: false })
    expect(await frame.locator('html').getAttribute('data-theme')).toBe('dark')
    expect((await page.locator('memory-scape').boundingBox())?.height).toBe(350)
    expect(await isFirst()).toBe(true)
    await call(page, (each) => each.setAttribute('caption', 'A new caption'))
    await frame.getByText('A new caption').first().waitFor()
    expect(await isFirst()).toBe(false)
    expect(await call(page, (each) => each.get('alpha1'))).toBe(1.2)
  })

  test('the theme of the page is followed', async () => {
    const { page } = await open({
      body: element('preset="fig2d" picture="map" height="300"'),
      attributes: 'data-theme="dark"',
    })
    const theme = () => embed(page).locator('html').getAttribute('data-theme')
    await painted(embed(page))
    expect(await theme()).toBe('dark')
    await page.evaluate(() => (document.documentElement.dataset['theme'] = 'light'))
    await eventually(theme).toBe('light')
    await page.evaluate(() => {
      delete document.documentElement.dataset['theme']
      document.documentElement.style.colorScheme = 'dark'
    })
    await eventually(theme).toBe('dark')
    await page.evaluate(() => document.documentElement.removeAttribute('style'))
    await eventually(theme).toBe('light')
    await page.emulateMedia({ colorScheme: 'dark' })
    await eventually(theme).toBe('dark')
  })

  test('a height of auto is that of the embed, whatever the width', async () => {
    const { page } = await open(
      { body: element('preset="fig2d" picture="map" height="auto" aspect="2:1" caption="A caption"') },
      { before: listening },
    )
    const heights = async () => {
      const outside = (await page.locator('memory-scape').boundingBox())?.height ?? 0
      const inside = await embed(page)
        .locator('body')
        .evaluate((body) => body.getBoundingClientRect().height)
      return { outside, isRight: Math.abs(outside - inside) <= 1 }
    }
    await painted(embed(page))
    await eventually(() => told(page, 'height')).not.toEqual([])
    await eventually(heights).toMatchObject({ isRight: true })
    const wide = await heights()
    await page.setViewportSize({ width: 600, height: 800 })
    await eventually(async () => (await heights()).outside < wide.outside - 100).toBe(true)
    await eventually(heights).toMatchObject({ isRight: true })
  })

  test('what is wrong is said in its place', async () => {
    const body = `${element('id="bad" src="javascript:alert(1)"')}${element('id="none" src="http://"')}`
    const { page } = await open({ body }, { before: listening })
    await page.locator('#bad').getByRole('alert').filter({ hasText: 'src should begin with https:' }).waitFor()
    await page.locator('#none').getByRole('alert').filter({ hasText: 'src is no whole address' }).waitFor()
    await page.locator('#bad').evaluate((each, lab) => each.setAttribute('src', `${lab}embed.html`), origins.lab)
    await painted(embed(page, '#bad'))
  })

  test('false hides the link to the lab', async () => {
    const { page } = await open({ body: element('preset="fig2d" picture="map" height="300"') })
    const link = embed(page).getByRole('link', { name: 'Open in Memoryscape' })
    await link.waitFor()
    expect(await call(page, (each) => [(each.open = false), each.getAttribute('open')])).toEqual([false, '0'])
    await link.waitFor({ state: 'hidden' })
    await call(page, (each) => (each.open = true))
    await link.waitFor()
  })

  test('what is asked first of all is answered, even to stop what does not run', async () => {
    const { page } = await open({ body: element('preset="fig2d" picture="map" height="300"') })
    await painted(embed(page))
    expect(await call(page, (each) => each.pause())).toBeNull()
  })

  test('has a name for those who cannot see it', async () => {
    const { page } = await open({ body: element('preset="fig2d" alt="A landscape with four valleys" height="300"') })
    await painted(embed(page))
    expect(await page.locator('memory-scape iframe').getAttribute('title')).toBe('A landscape with four valleys')
  })
})

describe('a plain frame', () => {
  const frame = (attributes: string, fragment = '') =>
    `<iframe title="A landscape" width="500" height="400" src="${origins.lab}embed.html#preset=fig2d&picture=map${fragment}" ${attributes}></iframe>`

  test('answers the page around, and says where from', async () => {
    const { page } = await openPage({ route: '', address: origins.show({ body: frame('') }) })
    await painted(page.frameLocator('iframe'))
    expect(await talk(page, { type: 'hello' })).toMatchObject({
      ok: true,
      value: { version: 1 },
      origin: origins.lab.slice(0, -1),
    })
    expect(await talk(page, { type: 'set', values: { alpha1: 0.5 } })).toMatchObject({ ok: true })
    expect(await talk(page, { type: 'set', values: { alpha1: '<img src=x onerror=alert(1)>' } })).toMatchObject({
      ok: false,
    })
  })

  test('answers who subscribes before there is a lab, and follows the height without one', async () => {
    const { page, requests } = await openPage({
      route: '',
      address: origins.show({ body: frame('', '&layers=labels') }),
    })
    await painted(page.frameLocator('iframe'))
    expect(await talk(page, { type: 'subscribe', events: ['height'] })).toMatchObject({ ok: true })
    expect(requests.some((url) => url.endsWith('embed-live.js'))).toBe(false)
    expect(await talk(page, { type: 'subscribe', events: ['regime'] })).toMatchObject({ ok: true })
  })

  test('with an allow-list answers its origins, and is silent to others', async () => {
    const host = encodeURIComponent(origins.host.slice(0, -1))
    const body = frame('id="open"', `&allow=${host}`) + frame('id="shut"', '&allow=https://somebody.example')
    const { page } = await openPage({ route: '', address: origins.show({ body }) })
    await painted(page.frameLocator('#open'))
    await painted(page.frameLocator('#shut'))
    expect(await talk(page, { type: 'get', name: 'gain' }, '#open')).toMatchObject({ ok: true, value: 1 })
    expect(await talk(page, { type: 'get', name: 'gain' }, '#shut')).toBe('silence')
  })

  test('in a sandbox with scripts alone it works as well', async () => {
    const { page } = await openPage({ route: '', address: origins.show({ body: frame('sandbox="allow-scripts"') }) })
    await painted(page.frameLocator('iframe'))
    expect(await talk(page, { type: 'set', values: { alpha1: 0.5 } })).toMatchObject({ ok: true, origin: 'null' })
    expect(await talk(page, { type: 'get', name: 'regime' })).toMatchObject({ value: { regime: 'one' } })
  })
})

describe('places that forbid much', () => {
  test('a host with a policy of its own: what the documentation says is enough', async () => {
    const lab = origins.lab.slice(0, -1)
    const policy = `default-src 'self'; script-src ${lab}; frame-src ${lab}`
    const { page } = await open(
      {
        body: element('preset="fig2d" picture="map" height="300"'),
        headers: { 'content-security-policy': policy },
      },
      { expectedProblems: [/Loading the image 'data:,' violates/, /data:, violates/] },
    )
    await painted(embed(page))
    expect(await call(page, (each) => each.get('gain'))).toBe(1)
    expect((await page.locator('memory-scape').boundingBox())?.height).toBe(300)
  })

  test('a sandboxed host: no origin has a name, and the messages arrive', async () => {
    const { page } = await open({
      body: element('preset="fig2d" picture="map" height="300"'),
      headers: { 'content-security-policy': 'sandbox allow-scripts' },
    })
    await painted(embed(page))
    expect(await call(page, (each) => each.set({ gain: 2 }))).toMatchObject({ values: { gain: 2 } })
  })

  test('the lab under a policy of its own, and a browser that blocks storage', async () => {
    origins.setLabHeaders({ 'content-security-policy': "default-src 'self'" })
    try {
      const { page } = await open(
        { body: element('preset="fig2d" picture="map" height="300"') },
        {
          // What the browser says where the policy is stricter than what the lab would like: the fallbacks are what is tested.
          expectedProblems: [/Content Security Policy/],
          before: (each) =>
            each.addInitScript(() => {
              for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
                Object.defineProperty(window, name, {
                  get: () => {
                    throw new DOMException('Storage is blocked.', 'SecurityError')
                  },
                })
              }
            }),
        },
      )
      await painted(embed(page))
      expect(await call(page, (each) => each.set({ alpha1: 0.6 }))).toMatchObject({ values: { alpha1: 0.6 } })
      expect(await call(page, (each) => each.get('regime'))).toMatchObject({ regime: 'one' })
    } finally {
      origins.setLabHeaders({})
    }
  })

  test('in an article on a phone one finger scrolls over the figure', async () => {
    const prose = '<p>Words.</p>'.repeat(30)
    const { page, context } = await open(
      { body: `${prose}${element('preset="fig2d" picture="map" height="320" controls="alpha"')}${prose}` },
      { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    )
    await page.locator('memory-scape').scrollIntoViewIfNeeded()
    await painted(embed(page))
    const box = await page.locator('memory-scape').boundingBox()
    if (!box) throw new Error('The element is not on the page.')
    const before = await page.evaluate(() => scrollY)
    const session = await context.newCDPSession(page)
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y: number) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: type === 'touchEnd' ? [] : [{ x: box.x + box.width / 2, y }],
      })
    const middle = box.y + box.height / 3
    await touch('touchStart', middle)
    for (let k = 1; k <= 10; k++) await touch('touchMove', middle + 20 * k)
    await touch('touchEnd', middle + 200)
    await eventually(() => page.evaluate(() => scrollY)).toBeLessThan(before - 80)
    await keepPicture(page, 'element-phone')
  })
})

describe('the examples', () => {
  const example = (name: string, options: Options = {}) =>
    openPage({ route: '', address: `${origins.lab}examples/${name}`, ...options })

  test('a plain page', async () => {
    const { page, requests } = await example('plain.html')
    await painted(embed(page))
    await page.getByRole('button', { name: 'Make memory 1 too weak' }).click()
    await eventually(() => page.locator('#regime').textContent()).toBe('one memory')
    await page.locator('body > iframe').scrollIntoViewIfNeeded()
    await painted(page.frameLocator('body > iframe'))
    expect(requests.filter((url) => !url.replace('blob:', '').startsWith(origins.lab))).toEqual([])
    await keepPicture(page, 'example-plain')
  })

  test('a post of a blog, and its button for the theme', async () => {
    const { page } = await example('markdown-blog.html')
    await painted(embed(page))
    await page.getByRole('button', { name: 'Light or dark' }).click()
    await eventually(() => embed(page).locator('html').getAttribute('data-theme')).toBe('dark')
    const source = await (await fetch(`${origins.lab}examples/markdown-blog.md`)).text()
    const snippet = /<memory-scape .*<\/memory-scape>/.exec(source)?.[0] ?? 'none'
    expect(await (await fetch(`${origins.lab}examples/markdown-blog.html`)).text()).toContain(snippet)
    await keepPicture(page, 'example-blog')
  })

  test('React: a slider of the page, and what the figure tells it', async () => {
    const { page, requests } = await example('react.html')
    await painted(embed(page))
    await eventually(() => page.locator('#regime').textContent()).toBe('two memories')
    await page.getByRole('slider').fill('0.5')
    await eventually(() => page.locator('#regime').textContent()).toBe('one memory')
    // Another document gets what the page has set as well.
    await page.getByRole('combobox').selectOption('fig2b')
    await eventually(() => page.locator('memory-scape iframe').getAttribute('src')).toContain('fig2b')
    await eventually(() => call(page, (each) => each.get('alpha1'))).toBe(0.5)
    await page.getByRole('button', { name: 'Play' }).click()
    await eventually(() => call(page, (each) => each.get('playing'))).toBe(true)
    expect(requests.filter((url) => !url.replace('blob:', '').startsWith(origins.lab))).toEqual([])
    await keepPicture(page, 'example-react')
  })

  test('slides that move the figure', async () => {
    const { page } = await example('slides.html')
    await painted(embed(page))
    for (let k = 0; k < 3; k++) await page.keyboard.press('ArrowRight')
    await eventually(() => page.locator('#heading').textContent()).toBe('Two memories')
    await eventually(() => call(page, (each) => each.get('alpha'))).toEqual([1.5, 2])
    await page.getByRole('button', { name: 'Next' }).click()
    await eventually(() => call(page, (each) => each.get('noise'))).toBe(0.6)
    await keepPicture(page, 'example-slides')
  })

  test('every button of the page of the API', async () => {
    const { page } = await example('index.html')
    await painted(embed(page))
    const buttons = page.locator('button')
    for (let k = 0; k < (await buttons.count()); k++) await buttons.nth(k).click()
    const log = page.locator('#log')
    await eventually(() => log.textContent()).toContain('load(document) →')
    for (const part of [
      "get('document') →",
      'refused:  "values.alpha1 should be',
      "load('nonsense') refused:",
      'event regime',
      '"clamped":["gain"]',
    ]) {
      await eventually(() => log.textContent()).toContain(part)
    }
    await keepPicture(page, 'example-api')
  })
})
