import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemoryScapeElement } from '../src/element/element.ts'
import { root } from '../tools/install.mjs'
import { withBrowser } from './browser.ts'
import { eventually } from './labPage.ts'
import { twoOrigins, type HostPage, type TwoOrigins } from './twoOrigins.ts'

// Every example of docs/embedding.md in HTML and JavaScript, as it stands there, on a page of another origin than the lab. Those of the policies too.
// tools/embedGuide.test.ts compares its tables with the code.

const guide = readFileSync(join(root, 'docs', 'embedding.md'), 'utf8')
const blocks = [...guide.matchAll(/```(\w*)\n([^`]*(?:`(?!``)[^`]*)*)```/g)].map(([, language = '', code = '']) => ({
  language,
  code,
}))

/** The one example in this language that has these words. */
function example(language: string, words: string): string {
  const found = blocks.filter((block) => block.language === language && block.code.includes(words))
  const [first] = found
  if (!first || found.length > 1) throw new Error(`docs/embedding.md has ${found.length} examples with “${words}”.`)
  return first.code
}

const open = withBrowser()
let sites: TwoOrigins
beforeAll(async () => {
  sites = await twoOrigins()
})
afterAll(() => sites.close())

/** With the lab where the tests have it. */
const here = (code: string, lab = sites.lab) =>
  code.replaceAll('https://example.org/memoryscape/', lab).replaceAll('https://example.org', sites.lab.slice(0, -1))

const show = async (page: HostPage, options: Parameters<typeof open>[0] = {}) => {
  const opened = await open({ route: '', address: sites.show(page), ...options })
  const said: string[] = []
  opened.page.on('console', (message) => said.push(message.text()))
  return { ...opened, said }
}
const painted = (page: Page) => page.frameLocator('iframe').locator('main[data-painted]').waitFor()
const call = <T>(page: Page, use: (element: MemoryScapeElement) => T) =>
  page.locator('memory-scape').evaluate(use as (element: Element) => T)
/** A script of the example: the page says when it has come to its end. */
const moduleOf = (code: string) =>
  `<script type="module">${code}\ndocument.documentElement.dataset.isDone = ''</script>`
const done = (page: Page) => page.locator('html[data-is-done]').waitFor()

test('no example is left out', () => {
  // That in JSX is not run: examples/react-example.jsx, and the examples of docs/api.md, are.
  expect(blocks.map(({ language }) => language).toSorted()).toEqual([
    '',
    'html',
    'html',
    'html',
    'js',
    'js',
    'js',
    'jsx',
  ])
})

describe('the element', () => {
  const element = () => here(example('html', '<memory-scape'))

  test('comes up under the policy that the page says is enough, and answers', async () => {
    const policy = here(example('', 'frame-src')).trim()
    const { page } = await show(
      { body: element(), headers: { 'content-security-policy': policy } },
      { expectedProblems: [/Content Security Policy/] },
    )
    await page.locator('memory-scape').scrollIntoViewIfNeeded()
    await painted(page)
    expect(await page.locator('memory-scape iframe').getAttribute('title')).toBe('A landscape with four valleys')
    expect(await call(page, (each) => each.get('equilibria'))).toHaveLength(9)
  })

  test('is spoken to by a script', async () => {
    const { page, said } = await show({ body: element() + moduleOf(example('js', 'memoryscape-regime')) })
    await done(page)
    expect(await call(page, (each) => each.get('alpha'))).toEqual([1.5, 2])
    expect(await call(page, (each) => each.get('noise'))).toBe(0.6)
    await call(page, (each) => each.set({ alpha: [0.5, 0.5] }))
    await eventually(() => said).toContain('none')
  })

  test('comes from the package, and finds its embed where it is told', async () => {
    const package_ = await twoOrigins(join(root, 'lib'))
    try {
      package_.setLabHeaders({ 'access-control-allow-origin': '*' })
      const map = JSON.stringify({ imports: { 'memoryscape/element': `${package_.lab}element.js` } })
      const code = here(example('js', 'defineMemoryscape'), `${package_.lab}embed/`)
      const body = `<memory-scape preset="fig2d" picture="map" loading="eager"></memory-scape>${moduleOf(code)}`
      const { page } = await show({ head: `<script type="importmap">${map}</script>`, body })
      await done(page)
      await painted(page)
      expect(await page.locator('memory-scape iframe').getAttribute('src')).toContain(`${package_.lab}embed/embed.html`)
      expect(await call(page, (each) => each.get('gain'))).toBe(1)
    } finally {
      await package_.close()
    }
  })
})

describe('a frame', () => {
  test('is the same without a script, and takes messages', async () => {
    const listen = `addEventListener('message', ({ data }) => console.log(JSON.stringify(data)))`
    const body = `${here(example('html', 'width="100%"'))}<script>${listen}</script><script>${here(example('js', "type: 'hello'"))}</script>`
    const { page, said } = await show({ body })
    await painted(page)
    const messages = () => said.flatMap((text) => (text.startsWith('{') ? [JSON.parse(text) as object] : []))
    await eventually(messages).toContainEqual(expect.objectContaining({ type: 'answer', id: 1, ok: true }))
    await eventually(messages).toContainEqual(
      expect.objectContaining({ event: 'regime', detail: { regime: 'one', stable: [2] } }),
    )
  })

  test('without a ground wears what the page around says', async () => {
    const { page } = await show({ body: here(example('html', 'theme=transparent')) })
    await painted(page)
    const inside = page.frameLocator('iframe').locator('html')
    await eventually(() => inside.getAttribute('data-theme')).toBe('dark')
    expect(await inside.getAttribute('data-ground')).toBe('none')
  })
})
