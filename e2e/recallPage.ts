import type { Locator, Page } from 'playwright-core'
import { eventually } from './labPage.ts'

// How the tests see and handle the Recall view.

export const recallRoute = '#/recall'

/** Until the engine has answered and the landscape of the network is drawn. */
export async function waitForRecall(page: Page): Promise<void> {
  await page.locator('.slice-area .scene[data-surface="drawn"]').waitFor({ timeout: 30_000 })
  await eventually(() => saliencyRows(page).count()).toBeGreaterThan(0)
}

const saliencyRows = (page: Page): Locator =>
  page.getByRole('table', { name: 'Saliency of each memory in the input, now' }).locator('tbody tr')

/** The saliencies that the page shows: name to number, read at one moment. */
export async function shownSaliencies(page: Page): Promise<Record<string, number>> {
  const rows = await saliencyRows(page).evaluateAll((all) =>
    all.map((row) => [
      row.querySelector('th')?.textContent?.trim() ?? '',
      row.querySelector('.saliency-value')?.textContent?.trim() ?? '',
    ]),
  )
  return Object.fromEntries(rows.map(([name, text]) => [name, Number(text.replace('−', '-'))]))
}

export async function saliencyOf(page: Page, name: string): Promise<number> {
  return (await shownSaliencies(page))[name] ?? Number.NaN
}

/** The names of the bank, in its order. */
export function bankNames(page: Page): Promise<string[]> {
  return page.locator('.bank-list .bank-item .bank-name').allInnerTexts()
}

/** The size of all pictures, as it is chosen: `32` for 32 x 32. */
export const sizeShown = (page: Page): Promise<string> => page.getByRole('combobox', { name: 'Pixels' }).inputValue()

/** What two readings in a row agree on. */
export async function atRest<T>(read: () => Promise<T>): Promise<T> {
  const restMs = 300
  let last = await read()
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, restMs))
    const next = await read()
    if (JSON.stringify(next) === JSON.stringify(last)) return next
    last = next
  }
}

/** The saliencies once a stroke has come through. */
export const restingSaliencies = (page: Page): Promise<Record<string, number>> => atRest(() => shownSaliencies(page))

/** Where the pixels of the drawing surface are on the screen, once it is there: it is loaded when it is first wanted. */
export async function drawingBox(surface: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  await surface.scrollIntoViewIfNeeded()
  const box = await atRest(() => surface.boundingBox())
  if (!box) throw new Error('There is nothing to draw on.')
  return box
}

export const inputSurface = (page: Page): Locator =>
  page.getByRole('application', { name: 'The input: ink, paper or unknown' })

/** One of the three ways to say the input. */
export async function chooseWay(page: Page, way: 'Draw' | 'Mix' | 'Corrupt'): Promise<void> {
  await page.getByRole('radiogroup', { name: 'How the input is said' }).getByRole('radio', { name: way }).click()
}

/** One of the entries of the menu of a memory. */
export async function chooseInMemoryMenu(page: Page, name: string, entry: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: `What to do with ${name}`, exact: true }).click()
  await page.getByRole('menuitem', { name: entry }).click()
}

export const undoButton = (page: Page): Locator =>
  page.getByRole('banner').getByRole('button', { name: 'Undo', exact: true })
export const redoButton = (page: Page): Locator =>
  page.getByRole('banner').getByRole('button', { name: 'Redo', exact: true })

export const lane = (page: Page, title: string | RegExp): Locator => page.getByRole('article', { name: title })

/** What a lane recalled, in words. */
export function verdictOf(page: Page, title: string | RegExp): Promise<string> {
  return lane(page, title).locator('.lane-verdict').innerText()
}

/** Stops all models, where they run. */
export async function pauseRecall(page: Page): Promise<void> {
  const button = page.getByRole('group', { name: 'Run' }).getByRole('button', { name: 'Pause', exact: true })
  if ((await button.count()) > 0) await button.click()
}

/** Sets a number field that has this label. */
export async function typeNumber(page: Page, label: string | RegExp, value: number): Promise<void> {
  const field = page.getByRole('textbox', { name: label })
  await field.fill(String(value))
  await field.press('Enter')
}
