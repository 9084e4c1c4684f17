import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { regimeRange } from '../src/plots/regimeRange.ts'

// How the tests see and handle the page: by the names that a screen reader says, wherever there are such.

export interface Counts {
  stable: number
  saddle: number
  source: number
}

type Pair = readonly [number, number]

/** Patient enough for software rendering on a busy machine. */
const patience = { timeout: 15_000, interval: 50 }

export function eventually<T>(read: () => Promise<T> | T): ReturnType<typeof expect.poll<T>> {
  return expect.poll(read, patience)
}

export async function waitForSurface(page: Page): Promise<void> {
  await page.locator('.picture .scene[data-surface="drawn"]').waitFor()
}

/** Frames drawn within a time, by the attribute that the picture writes in each. */
export function countDrawnFrames(page: Page, ms: number): Promise<number> {
  return page.evaluate(async (duration) => {
    const scene = document.querySelector('.scene')
    if (!scene) throw new Error('There is no picture in three dimensions.')
    let frames = 0
    const observer = new MutationObserver((records) => (frames += records.length))
    observer.observe(scene, { attributeFilter: ['data-script-ms'] })
    await new Promise((resolve) => setTimeout(resolve, duration))
    observer.disconnect()
    return frames
  }, ms)
}

/** Stops the balls where they are, where they roll. */
export async function pause(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Pause', exact: true })
  if ((await button.count()) > 0) await button.click()
}

/** Until nothing is drawn any more. Quick after `pause`; else until the balls have settled. */
export async function waitForRest(page: Page): Promise<void> {
  await expect.poll(() => countDrawnFrames(page, 400), { timeout: 40_000, interval: 10 }).toBe(0)
}

export const equilibriaTable = (page: Page): Locator =>
  page.getByRole('table', { name: 'Equilibria of this landscape' })

/** All kinds in the table of equilibria, read at one moment. */
export async function equilibriumCounts(page: Page): Promise<Counts> {
  const kinds = await equilibriaTable(page).locator('.equilibria-kind').allTextContents()
  const count = (kind: string): number => kinds.filter((text) => text === kind).length
  return { stable: count('stable'), saddle: count('saddle'), source: count('source') }
}

/** The sentence that says which regime this is, with its typeset symbols written as α₁. */
export async function regimeSentence(page: Page): Promise<string> {
  const text = await page.locator('.here-regime').innerText()
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/α ?1 ?/g, 'α₁ ')
    .replaceAll(/α ?2 ?/g, 'α₂ ')
}

const saliencySlider = (page: Page, memory: 1 | 2): Locator =>
  page.getByRole('slider', { name: `Saliency of memory ${memory}`, exact: true })

export const saliencyField = (page: Page, memory: 1 | 2): Locator =>
  page.getByRole('textbox', { name: `Saliency of memory ${memory}, number` })

export async function saliencies(page: Page): Promise<[number, number]> {
  const [first, second] = await Promise.all([
    saliencySlider(page, 1).inputValue(),
    saliencySlider(page, 2).inputValue(),
  ])
  return [Number(first), Number(second)]
}

/** Where a point of the regime map is on the screen while the dot is at `dot`. */
export async function pointOnMap(page: Page, dot: Pair, point: Pair, gain = 1): Promise<{ x: number; y: number }> {
  const box = await page.locator('.regime-ground').boundingBox()
  if (!box) throw new Error('The regime map is not shown.')
  const { low, high } = regimeRange(dot, gain, { low: -3, high: 5 })
  const share = (value: number): number => (value - low) / (high - low)
  return { x: box.x + share(point[0]) * box.width, y: box.y + (1 - share(point[1])) * box.height }
}

/** Drags the dot of the regime map to a point, by mouse. */
export async function dragDotTo(page: Page, target: Pair): Promise<void> {
  const dot = await saliencies(page)
  const from = await pointOnMap(page, dot, dot)
  const to = await pointOnMap(page, dot, target)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 })
  await page.mouse.move(to.x, to.y, { steps: 4 })
  await page.mouse.up()
}

/** Sets both saliencies exactly, through their fields. */
export async function typeSaliencies(page: Page, [first, second]: Pair): Promise<void> {
  for (const [memory, value] of [[1, first] as const, [2, second] as const]) {
    await saliencyField(page, memory).fill(String(value))
    await saliencyField(page, memory).press('Enter')
  }
}

/** Drops a ball at coordinates, through the fields below the landscape. */
export async function dropBallAt(page: Page, [x1, x2]: Pair): Promise<void> {
  for (const [i, value] of [[1, x1] as const, [2, x2] as const]) {
    const field = page.getByRole('textbox', { name: `Coordinate ${i} of the next ball` })
    await field.fill(String(value))
    await field.press('Enter')
  }
  await page.getByRole('button', { name: 'Drop' }).click()
}

/** How many balls the document holds, as the button that clears them says. */
export async function ballCount(page: Page): Promise<number> {
  return Number((await page.getByRole('button', { name: /^Clear/ }).innerText()).replaceAll(/\D+/g, ''))
}

/** How many colours a part of the screen has: an empty canvas has one. */
export async function coloursOf(page: Page, part: Locator): Promise<number> {
  const picture = (await part.screenshot()).toString('base64')
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
    if (!context) throw new Error('There is no 2-D canvas.')
    context.drawImage(bitmap, 0, 0)
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height)
    return new Set(new Uint32Array(data.buffer)).size
  }, picture)
}

/** Text from the clipboard, such as a document or a link. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((content) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', content)
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}
