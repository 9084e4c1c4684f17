import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { withBrowser } from './browser.ts'
import { createHeapMeter, type HeapUse } from './heapUse.ts'
import { setUpNetwork } from './largeNetwork.ts'
import {
  chooseWay,
  drawingBox,
  inputSurface,
  recallRoute,
  redoButton,
  undoButton,
  waitForRecall,
} from './recallPage.ts'

// Hours of use in small: everything that a person edits, over and over, at 4,096 neurons and 100 memories.

/** SOAK_MINUTES=30 is the long form. */
const minutes = Number(process.env['SOAK_MINUTES'] ?? 2)
const soakMs = 60_000 * minutes
/** The first minute: until here the heap may grow, while code is compiled and rings and history fill. */
const settlingMs = 60_000
const readingEveryMs = Math.min(30_000, soakMs / 8)
/** On a busy machine a round takes half a minute: the soak then lasts longer. */
const leastReadings = 4
const tolerance = 1.1

const open = withBrowser()

async function stroke(page: Page, surface: Locator, round: number): Promise<void> {
  const box = await drawingBox(surface)
  const at = (phase: number) =>
    [
      box.x + box.width * (0.5 + 0.4 * Math.sin(0.7 * round + phase)),
      box.y + box.height * (0.5 + 0.4 * Math.cos(1.1 * round + 1.7 * phase)),
    ] as const
  await page.mouse.move(...at(0))
  await page.mouse.down()
  for (let phase = 0.3; phase < 2; phase += 0.3) await page.mouse.move(...at(phase))
  await page.mouse.up()
}

async function moveFaders(page: Page, round: number): Promise<void> {
  await chooseWay(page, 'Mix')
  await page.getByRole('slider', { name: `Amount of Random ${1 + (round % 20)}`, exact: true }).focus()
  for (const key of ['PageUp', 'ArrowUp', 'ArrowUp', round % 2 === 0 ? 'PageDown' : 'Home']) {
    await page.keyboard.press(key)
  }
}

async function drawMemory(page: Page, round: number): Promise<void> {
  const name = `Random ${1 + (round % 30)}`
  await page.getByRole('button', { name: `Draw ${name}`, exact: true }).click()
  await stroke(page, page.getByRole('application', { name: `Drawing of ${name}`, exact: true }), round)
  await page.getByRole('button', { name: 'Done' }).click()
}

/** The memory that is added is the last of the bank: it is deleted there. */
async function addAndDelete(page: Page): Promise<void> {
  const items = page.locator('.bank-list .bank-item')
  const before = await items.count()
  await page.locator('.bank').getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('button', { name: /^The present input/ }).click()
  await expect.poll(() => items.count(), { timeout: 15_000 }).toBe(before + 1)
  await items.last().locator('[data-part="thumb"]').focus()
  await page.keyboard.press('Delete')
  await expect.poll(() => items.count(), { timeout: 15_000 }).toBe(before)
}

/** Steps back, and so many forward again. */
async function travel(page: Page, back: number, forward: number): Promise<void> {
  for (let step = 0; step < back; step++) await undoButton(page).click()
  for (let step = 0; step < forward; step++) await redoButton(page).click()
}

/** Everything once. Comes back to a page that runs, with nothing open and as many memories as before. */
async function editAll(page: Page, round: number): Promise<void> {
  const run = page.getByRole('group', { name: 'Run' })
  await chooseWay(page, 'Draw')
  await stroke(page, inputSurface(page), round)
  // Without the stroke again, in every second round: what is edited next takes the place of what was undone.
  await travel(page, 2, 1 + (round % 2))
  await drawMemory(page, round)
  await run.getByRole('button', { name: 'Pause', exact: true }).click()
  await moveFaders(page, round)
  await run.getByRole('button', { name: 'Play', exact: true }).click()
  await addAndDelete(page)
  await travel(page, 3, 3)
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`

test(
  `the heap stays flat over ${minutes} minutes of editing`,
  async () => {
    const { page } = await open({ route: recallRoute, viewport: { width: 1440, height: 1000 } })
    await waitForRecall(page)
    const models = ['Input-driven (IDP)', 'Classic 1984, input held', 'Classic 1984, input as a pulse']
    await setUpNetwork(page, { side: 64, memoryCount: 100, models, noise: 0.3 })
    const meter = await createHeapMeter(page)
    const began = Date.now()
    const samples: HeapUse[] = []
    let round = 0
    let due = settlingMs
    for (let now = 0; now < soakMs || samples.length < leastReadings; now = Date.now() - began) {
      await editAll(page, round++)
      if (Date.now() - began < due) continue
      // At rest nothing is on its way between the threads, which would be counted on one side or the other.
      const run = page.getByRole('group', { name: 'Run' })
      await run.getByRole('button', { name: 'Pause', exact: true }).click()
      const use = await meter.read()
      await run.getByRole('button', { name: 'Play', exact: true }).click()
      samples.push(use)
      due = Date.now() - began + readingEveryMs
      const words = `${((Date.now() - began) / 60_000).toFixed(2)} min, ${round} rounds`
      process.stdout.write(`soak: ${words}: page ${megabytes(use.page)}, worker ${megabytes(use.worker)}\n`)
    }
    const [first, ...later] = samples
    for (const place of ['page', 'worker'] as const) {
      const growth = Math.max(...later.map((use) => use[place])) / (first?.[place] ?? Number.NaN)
      expect(growth, `the largest heap of the ${place} over the first reading`).toBeLessThan(tolerance)
    }
  },
  soakMs + 300_000,
)
