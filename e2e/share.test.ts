import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { defaultExperiment } from '../src/experiment/defaultExperiment.ts'
import type { Experiment } from '../src/experiment/experiment.ts'
import { encodeLink } from '../src/experiment/link/link.ts'
import { parseDocument } from '../src/experiment/file/documentFile.ts'
import { keepPicture, withBrowser } from './browser.ts'
import { eventually, paste, saliencies, typeSaliencies, waitForSurface } from './labPage.ts'
import { recallRoute, shownSaliencies, waitForRecall } from './recallPage.ts'
import { faults } from './phasePage.ts'

const open = withBrowser()

const withSaliency = (first: number, second: number): Experiment => ({
  ...defaultExperiment,
  input: { saliency: [first, second] },
})
const linkTo = (experiment: Experiment, view = '#/landscape') => `${view}?x=${encodeLink(experiment)}`
const notice = (page: Page) => page.locator('.notice')
const undo = (page: Page) => page.getByRole('button', { name: 'Undo', exact: true }).first()
const shareButton = (page: Page) => page.getByRole('button', { name: 'Share', exact: true })
const linkField = (page: Page) => page.getByRole('textbox', { name: 'Link to this experiment' })

async function openDialog(page: Page): Promise<void> {
  await shareButton(page).click()
  await linkField(page).waitFor()
}

async function openTab(page: Page, name: 'Link' | 'Embed' | 'Save' | 'Export'): Promise<void> {
  await openDialog(page)
  await page.getByRole('tab', { name }).click()
  await page.locator('.share-page:not([hidden]) section').first().waitFor()
}

async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.locator('dialog[open]').waitFor({ state: 'detached' })
}

/** Lets a file go over the landscape, as from a folder. */
async function drop(page: Page, name: string, text: string, type = 'application/json'): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, content, mime]) => {
      const data = new DataTransfer()
      data.items.add(new File([content], fileName, { type: mime }))
      return data
    },
    [name, text, type] as const,
  )
  await page.dispatchEvent('.shell', 'dragover', { dataTransfer: transfer })
  await page.dispatchEvent('.shell', 'drop', { dataTransfer: transfer })
}

describe('the dialog', () => {
  test('its link opens the same in another window', async () => {
    const { page, context } = await open({ permissions: ['clipboard-read', 'clipboard-write'] })
    await waitForSurface(page)
    await typeSaliencies(page, [0.85, 2.35])
    await openDialog(page)
    await page.getByRole('button', { name: 'Copy link' }).click()
    await page.getByText('Copied.').waitFor()
    const address = await page.evaluate(() => navigator.clipboard.readText())
    expect(address).toBe(await linkField(page).inputValue())
    expect(address.startsWith(`${inject('address')}#/landscape?x=`)).toBe(true)
    await page.getByRole('img', { name: 'QR code of the link' }).waitFor()
    await page.getByText(`${address.length} characters.`).waitFor()
    const other = await context.newPage()
    await other.goto(address)
    await eventually(() => saliencies(other)).toEqual([0.85, 2.35])
  })

  test('where the clipboard is blocked, the link is selected and a sentence says what to press', async () => {
    const { page } = await open({
      before: (fresh) => fresh.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined })),
    })
    await openDialog(page)
    await page.getByRole('button', { name: 'Copy link' }).click()
    await page.getByText(/may not copy by itself.*press Ctrl C/).waitFor()
    const selected = await linkField(page).evaluate((field: HTMLInputElement) => [
      document.activeElement === field,
      field.selectionStart,
      field.selectionEnd === field.value.length,
    ])
    expect(selected).toEqual([true, 0, true])
  })

  test.each(['light', 'dark'] as const)('is accessible and fits into 320 pixels, %s', async (colorScheme) => {
    const { page } = await open({ route: recallRoute, colorScheme, viewport: { width: 320, height: 640 } })
    await openDialog(page)
    expect(await linkField(page).inputValue()).toContain('#/recall?x=')
    expect(await faults(page)).toEqual([])
    const widths = await page.locator('dialog[open] *').evaluateAll((all) => all.map((part) => part.scrollWidth))
    expect(Math.max(...widths)).toBeLessThanOrEqual(320)
    await keepPicture(page, `share-320-${colorScheme}`)
  })

  test('works from the keyboard alone, and gives the focus back', async () => {
    const { page } = await open()
    await shareButton(page).focus()
    await page.keyboard.press('Enter')
    await linkField(page).waitFor()
    await keepPicture(page, 'share-desktop')
    await page.getByRole('tab', { name: 'Link' }).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.getByRole('heading', { name: 'Your work' }).waitFor()
    for (let k = 0; k < 6; k++) {
      if (await page.evaluate(() => document.activeElement?.textContent === 'Start afresh')) break
      await page.keyboard.press('Tab')
    }
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Start afresh')
    await closeDialog(page)
    expect(await shareButton(page).evaluate((button) => button === document.activeElement)).toBe(true)
  })
})

describe('a link in the address', () => {
  test('opens on load as one step, and leaves the address', async () => {
    const { page } = await open({ route: linkTo(withSaliency(0.5, 1.25)) })
    await eventually(() => saliencies(page)).toEqual([0.5, 1.25])
    await eventually(() => new URL(page.url()).hash).toBe('#/landscape')
    await page.reload()
    await eventually(() => saliencies(page)).toEqual([0.5, 1.25])
  })

  test('opens into the page that is there, with a way back', async () => {
    const { page } = await open()
    await waitForSurface(page)
    await typeSaliencies(page, [2.25, 0.5])
    await page.evaluate((hash) => (location.hash = hash), linkTo(withSaliency(0.5, 1.25)))
    await eventually(() => saliencies(page)).toEqual([0.5, 1.25])
    await eventually(() => notice(page).innerText()).toContain('This is what the link holds.')
    await notice(page).getByRole('button', { name: 'Undo' }).click()
    await eventually(() => saliencies(page)).toEqual([2.25, 0.5])
    await page.goBack()
    expect(await saliencies(page)).toEqual([2.25, 0.5])
  })

  test('opens the other view with its memories', async () => {
    const { recall } = defaultExperiment
    const memories = recall.memories.slice(0, 3).map((memory, k) => ({ ...memory, name: `Mine ${k}` }))
    const { page } = await open({
      route: linkTo({ ...defaultExperiment, recall: { ...recall, memories } }, '#/recall'),
    })
    await waitForRecall(page)
    expect(Object.keys(await shownSaliencies(page))).toEqual(['Mine 0', 'Mine 1', 'Mine 2'])
  })

  test.each([
    ['damaged', `#/landscape?x=${encodeLink(withSaliency(0.5, 1)).slice(0, -2)}`, /This link is damaged/],
    ['markup', '#/landscape?x=<img/src=x onerror=alert(1)>', /This link is damaged/],
    ['empty', '#/landscape?x=', /no document in this link/],
    ['too long', `#/recall?x=${'A'.repeat(100_001)}`, /100,001 characters; the limit is 100,000/],
  ])('%s: a sentence, and the page as it was', async (_, route, sentence) => {
    const { page } = await open({ route })
    await eventually(() => notice(page).innerText()).toMatch(sentence)
    expect(await page.locator('.notice img').count()).toBe(0)
    await page.getByRole('link', { name: 'Landscape', exact: true }).click()
    expect(await saliencies(page)).toEqual([1.5, 2])
    expect(await undo(page).getAttribute('aria-disabled')).toBe('true')
  })

  test('whose code cannot be fetched: a sentence, and the page as it was', async () => {
    const { page } = await open({
      route: linkTo(withSaliency(0.5, 1.25)),
      before: (fresh) => fresh.route('**/link-*.js', (request) => request.abort()),
      expectedProblems: [/Failed to load resource/],
    })
    await eventually(() => notice(page).innerText()).toContain('a part of the page could not be fetched')
    expect(await saliencies(page)).toEqual([1.5, 2])
  })
})

describe('files', () => {
  test('saved and opened by button', async () => {
    const { page } = await open()
    await waitForSurface(page)
    await typeSaliencies(page, [0.85, 2.35])
    await openTab(page, 'Save')
    const saving = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save as file' }).click()
    const saved = await saving
    expect(saved.suggestedFilename()).toMatch(/\.memoryscape\.json$/)
    const path = await saved.path()
    const parsed = parseDocument(readFileSync(path, 'utf8'))
    expect(parsed.ok && parsed.experiment.input.saliency).toEqual([0.85, 2.35])

    await page.getByRole('button', { name: 'Start afresh' }).click()
    await eventually(() => saliencies(page)).toEqual([1.5, 2])
    await openTab(page, 'Save')
    const wanted = { name: 'lecture 3.memoryscape.json', mimeType: 'application/json', buffer: readFileSync(path) }
    await page.getByLabel('File to open').setInputFiles({ ...wanted, buffer: Buffer.from('{"version":3}') })
    await page.getByText('“lecture 3” was not opened. model is missing').waitFor()
    await page.getByLabel('File to open').setInputFiles(wanted)
    await eventually(() => saliencies(page)).toEqual([0.85, 2.35])
    await page.locator('dialog[open]').waitFor({ state: 'detached' })
  })

  test('dropped anywhere, and pasted; what does not fit is refused', async () => {
    const { page } = await open()
    await waitForSurface(page)
    const text = (experiment: unknown) => JSON.stringify(experiment)
    await drop(page, 'a.memoryscape.json', text(withSaliency(0.5, 1)))
    await eventually(() => saliencies(page)).toEqual([0.5, 1])
    await drop(page, 'b.json', text({ ...withSaliency(2, 2), balls: [{ id: 1, start: [0, 'x'] }] }))
    await eventually(() => notice(page).innerText()).toContain('balls[0].start[1] should be a number')
    await drop(page, 'cat.png', 'x', 'image/png')
    await eventually(() => notice(page).innerText()).toContain('“cat.png” is a picture')
    expect(await saliencies(page)).toEqual([0.5, 1])
    await paste(page, text(withSaliency(0.25, 3)))
    await eventually(() => saliencies(page)).toEqual([0.25, 3])
    await paste(page, `See https://example.org/${linkTo(withSaliency(0.75, 2.5))}`)
    await eventually(() => saliencies(page)).toEqual([0.75, 2.5])
    await paste(page, 'Dear all')
    await eventually(() => notice(page).innerText()).toContain('neither a link nor a document')
    for (const before of [
      [0.25, 3],
      [0.5, 1],
      [1.5, 2],
    ]) {
      await undo(page).click()
      await eventually(() => saliencies(page)).toEqual(before)
    }
  })
})

describe('work in progress', () => {
  test('is there after a reload; a fresh start is one step, and what was there comes back later', async () => {
    const { page } = await open()
    await waitForSurface(page)
    await typeSaliencies(page, [2.25, 0.5])
    await page.reload()
    await eventually(() => saliencies(page)).toEqual([2.25, 0.5])
    await openTab(page, 'Save')
    await page.getByRole('button', { name: 'Start afresh' }).click()
    await eventually(() => saliencies(page)).toEqual([1.5, 2])
    await page.reload()
    await eventually(() => saliencies(page)).toEqual([1.5, 2])
    await openTab(page, 'Save')
    await page.getByRole('button', { name: 'Bring back earlier work' }).click()
    await eventually(() => saliencies(page)).toEqual([2.25, 0.5])
  })

  test('is not pushed out by two links that are opened one after the other', async () => {
    const { page } = await open()
    await waitForSurface(page)
    await typeSaliencies(page, [2.25, 0.5])
    await eventually(() => page.evaluate(() => localStorage.getItem('memoryscape.work'))).toContain('2.25')
    for (const [first, second] of [
      [0.25, 3],
      [0.5, 1],
    ] as const) {
      await page.goto('about:blank')
      await page.goto(inject('address') + linkTo(withSaliency(first, second)))
      await eventually(() => saliencies(page)).toEqual([first, second])
      await eventually(() => page.evaluate(() => localStorage.getItem('memoryscape.work'))).toContain(
        JSON.stringify([first, second]),
      )
    }
    await openTab(page, 'Save')
    await page.getByRole('button', { name: 'Bring back earlier work' }).click()
    await eventually(() => saliencies(page)).toEqual([2.25, 0.5])
    await typeSaliencies(page, [2.5, 0.5])
    await openTab(page, 'Save')
    await page.getByRole('button', { name: 'Start afresh' }).click()
    await openTab(page, 'Save')
    await page.getByText('What you had before that').click()
    await keepPicture(page, 'share-older-work')
    await page.getByRole('button', { name: /α = 2\.25, 0\.5/ }).click()
    await eventually(() => saliencies(page)).toEqual([2.25, 0.5])
  })

  test('that cannot be read: a sentence, and a fresh start', async () => {
    const { page } = await open({
      before: (fresh) => fresh.addInitScript(() => localStorage.setItem('memoryscape.work', '{"version":99}')),
    })
    await eventually(() => notice(page).innerText()).toContain('Your last work could not be read')
    expect(await saliencies(page)).toEqual([1.5, 2])
  })

  test('where storage is blocked everything else works, and the link stays in the address', async () => {
    const route = linkTo(withSaliency(0.5, 1.25))
    const { page } = await open({
      route,
      before: (fresh) =>
        fresh.addInitScript(() =>
          Object.defineProperty(globalThis, 'localStorage', {
            get: () => {
              throw new DOMException('blocked', 'SecurityError')
            },
          }),
        ),
    })
    await eventually(() => saliencies(page)).toEqual([0.5, 1.25])
    expect(new URL(page.url()).hash).toBe(route)
    await typeSaliencies(page, [2.25, 0.5])
    await openTab(page, 'Save')
    await page.getByText('Nothing can be kept here').waitFor()
    expect(await notice(page).count()).toBe(0)
  })
})

test('the steps are a list to jump in, from the keyboard', async () => {
  const { page } = await open()
  await waitForSurface(page)
  await typeSaliencies(page, [2.25, 0.5])
  await page.getByRole('button', { name: /^Clear/ }).click()
  const steps = page.getByRole('button', { name: 'Steps', exact: true })
  await steps.focus()
  await page.keyboard.press('Enter')
  const list = page.getByRole('dialog', { name: 'Steps' }).getByRole('button')
  // The two fields are one step on a quick machine, two on a slow one.
  expect((await list.allInnerTexts()).join()).toMatch(/^Clear the balls(,Change the input){1,2},The beginning$/)
  expect(await faults(page)).toEqual([])
  await keepPicture(page, 'steps')
  await list.last().focus()
  await page.keyboard.press('Enter')
  await eventually(() => saliencies(page)).toEqual([1.5, 2])
  await steps.click()
  expect(await list.last().getAttribute('aria-current')).toBe('step')
  await list.first().click()
  await eventually(() => saliencies(page)).toEqual([2.25, 0.5])
  await eventually(() => page.getByRole('button', { name: /^Clear/ }).innerText()).toContain('0')
})
