import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { defaultExperiment } from '../src/experiment/defaultExperiment.ts'
import { parseEmbedFragment } from '../src/experiment/embed/embedFragment.ts'
import { keepPicture, withBrowser } from './browser.ts'
import { eventually, paste, pause, typeSaliencies, waitForSurface } from './labPage.ts'

const open = withBrowser()

const tabs = ['Link', 'Embed', 'Save', 'Export'] as const
const kinds = ['Picture', 'Figure', 'Data', 'Film', '3-D print', 'Script'] as const

async function openShare(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await page.getByRole('textbox', { name: 'Link to this experiment' }).waitFor()
}

const choose = (page: Page, tab: (typeof tabs)[number]) => page.getByRole('tab', { name: tab }).click()
const snippet = (page: Page) => page.getByRole('textbox', { name: 'HTML to paste' }).inputValue()

/** Until the part that was asked for is there, and nothing is on its way any more. */
async function settled(page: Page): Promise<void> {
  await page.locator('dialog[open] [aria-busy="true"]').waitFor({ state: 'detached' })
}

/** Everything in the open dialog that is wider than the dialog, but for what scrolls in itself. */
const tooWide = (page: Page) =>
  page.locator('dialog[open]').evaluate((dialog) => {
    const { right } = dialog.getBoundingClientRect()
    return [...dialog.querySelectorAll('*')]
      .filter((part) => part.getBoundingClientRect().right > right + 1 && !part.closest('.share-code, svg'))
      .map((part) => `${part.tagName} ${part.className}`)
  })

const sizes = [
  { name: 'desktop', width: 1440, height: 900 },
  { name: 'projector', width: 1024, height: 768 },
  { name: 'phone', width: 390, height: 844 },
  { name: 'narrow', width: 320, height: 700 },
] as const

/** What axe finds in the dialog; the page behind it is looked at by other tests. */
async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include('dialog[open]').analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

test.each(sizes)(
  'from tab to tab nothing jumps, and nothing is wider than the dialog: $name',
  async ({ name, width, height }) => {
    const { page } = await open({ viewport: { width, height }, hasTouch: width < 700 })
    await pause(page)
    await openShare(page)
    const places = () =>
      page
        .locator('dialog[open], dialog[open] [role="tablist"]')
        .evaluateAll((parts) => parts.map((part) => JSON.stringify(part.getBoundingClientRect())))
    const first = await places()
    for (const tab of tabs) {
      await choose(page, tab)
      await settled(page)
      expect(await places()).toEqual(first)
      expect(await tooWide(page)).toEqual([])
      await keepPicture(page, `share-${tab}-${name}`)
    }
    for (const kind of kinds) {
      await page.locator('.choice', { hasText: kind }).click()
      await settled(page)
      expect(await places()).toEqual(first)
      expect(await tooWide(page)).toEqual([])
      await keepPicture(page, `share-${kind}-${name}`)
    }
  },
)

test.each(['light', 'dark'] as const)('every tab and every kind of export is accessible, %s', async (colorScheme) => {
  const { page } = await open({ colorScheme })
  await pause(page)
  await openShare(page)
  for (const tab of tabs) {
    await choose(page, tab)
    await settled(page)
    expect(await faults(page)).toEqual([])
  }
  for (const kind of kinds) {
    await page.locator('.choice', { hasText: kind }).click()
    await settled(page)
    expect(await faults(page)).toEqual([])
  }
  await keepPicture(page, `share-export-${colorScheme}`)
})

test('a tab that was left keeps what was typed in it; nothing is fetched before it is asked for', async () => {
  const { page, requests } = await open()
  await openShare(page)
  expect(requests.some((address) => /ScriptSection|EmbedSection|ExportPage/.test(address))).toBe(false)
  await choose(page, 'Embed')
  const caption = page.getByRole('textbox', { name: 'Caption' })
  await caption.fill('Two wells')
  await choose(page, 'Link')
  await choose(page, 'Embed')
  expect(await caption.inputValue()).toBe('Two wells')
})

test('a snippet says what was chosen, for an iframe and for the element', async () => {
  const { page, context } = await open({ permissions: ['clipboard-read', 'clipboard-write'] })
  await waitForSurface(page)
  await typeSaliencies(page, [1.1, 2])
  await openShare(page)
  await choose(page, 'Embed')
  const alt = page.getByRole('textbox', { name: 'For those who cannot see it' })
  expect(await alt.inputValue()).toBe(
    'Energy landscape of two neurons with two memories. Memory 2 is stable; memory 1 exists but is a saddle. It has 2 stable ' +
      'points, 2 saddles and 1 source.',
  )
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('dark')
  await page.getByRole('textbox', { name: 'Caption' }).fill('"<b>Wells</b>" & more')
  await page.getByText('Plays by itself').click()
  await page.locator('summary', { hasText: 'Controls' }).click()
  await page.getByRole('checkbox', { name: 'Show Gain g' }).check()
  await page.getByRole('checkbox', { name: 'Lock Gain g' }).check()
  await page.locator('summary', { hasText: 'Layers' }).click()
  await page.getByText('As they are here').click()
  await page.getByRole('checkbox', { name: 'Trails' }).uncheck()
  const frame = await snippet(page)
  expect(frame).not.toContain('<b>')
  // On a page without a policy: the lab's own forbids the style of the frame.
  const host = await context.newPage()
  const built = await host.evaluate((html) => {
    const element = new DOMParser().parseFromString(html, 'text/html').body.firstElementChild
    return { name: element?.tagName, src: element?.getAttribute('src'), title: element?.getAttribute('title') }
  }, frame)
  await host.close()
  expect(built.name).toBe('IFRAME')
  const { options, problems } = parseEmbedFragment(String(built.src).split('#')[1])
  expect(problems).toEqual([])
  expect(options).toMatchObject({ theme: 'dark', caption: '"<b>Wells</b>" & more', autoplay: true, locked: ['gain'] })
  expect(options.controls).toContain('gain')
  expect(options.layers).not.toContain('trails')
  expect(built.title).toBe(await alt.inputValue())

  await page.locator('.segmented-option', { hasText: 'Element' }).click()
  const element = await snippet(page)
  expect(element).toMatch(/^<script src="[^"]*memory-scape\.js"><\/script>\n<memory-scape src="[^"]*embed\.html#x=/)
  expect(element).toContain('locked="gain"')
  await page.getByText(`${element.length.toLocaleString('en-GB')} characters.`).waitFor()
  await page.getByRole('button', { name: 'Copy the snippet' }).click()
  await page.getByText('Copied.').waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(element)
  await keepPicture(page, 'share-snippet')
})

test('a snippet in a shape fits its preview, and its description is that of another document that is dropped', async () => {
  const { page } = await open()
  await pause(page)
  await openShare(page)
  await choose(page, 'Embed')
  await page.getByRole('combobox', { name: 'Size' }).selectOption('16:9')
  await eventually(() => snippet(page)).toMatch(/aspect-ratio: 16 \/ 9/)
  expect(await snippet(page)).not.toMatch(/aspect=|height=/)
  const inside = page.frameLocator('iframe[title="Preview of the embed"]').locator('html')
  await inside.locator('main[data-painted]').waitFor()
  expect(await inside.evaluate(({ scrollHeight }) => scrollHeight - innerHeight)).toBe(0)
  const alt = page.getByRole('textbox', { name: 'For those who cannot see it' })
  const before = await alt.inputValue()
  await paste(page, JSON.stringify({ ...defaultExperiment, input: { saliency: [0.5, 0.5] } }))
  await eventually(() => alt.inputValue()).not.toBe(before)
  await alt.fill('My words')
  await paste(page, JSON.stringify(defaultExperiment))
  await eventually(() => snippet(page)).toContain('title="My words"')
})

test('a document of a newer version makes no snippet, with a sentence', async () => {
  const { page } = await open()
  await paste(page, JSON.stringify({ ...defaultExperiment, version: 4, wind: 'west' }))
  await page.getByRole('group', { name: 'This document is read-only' }).waitFor()
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await choose(page, 'Embed')
  await page.getByText('An embed cannot hold this document').waitFor()
  expect(await page.getByRole('textbox', { name: 'HTML to paste' }).count()).toBe(0)
})

test('the script: two languages, copied and saved', async () => {
  const { page } = await open({ route: '#/recall' })
  await openShare(page)
  await choose(page, 'Export')
  await page.locator('.choice', { hasText: 'Script' }).click()
  await eventually(() => page.getByRole('textbox', { name: 'The NumPy script' }).inputValue()).toContain('import numpy')
  await page.locator('.segmented-option', { hasText: 'Julia' }).click()
  const julia = await page.getByRole('textbox', { name: 'The Julia script' }).inputValue()
  expect(julia).toContain('using LinearAlgebra')
  expect(julia).toMatch(/# Link: http.*#\/recall\?x=/)
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: /^Save as .*\.jl$/ }).click()
  expect((await saving).suggestedFilename()).toMatch(/\.jl$/)
  await page.getByText(/^Saved as .*\.jl\.$/).waitFor()
})
