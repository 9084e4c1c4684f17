import { setTimeout as wait } from 'node:timers/promises'
import { type Browser, chromium, type Page } from 'playwright-core'
import { setPace, setUpNetwork } from '../e2e/largeNetwork.ts'
import { quietFlags } from '../tools/chromium.mjs'
import { instrumentRecall, type RecallCount } from './recallPageTools.ts'
import { timeScript } from './scriptTime.ts'

// Figures of the Recall view in a real Chromium, set up as a person would.

/** All columns beside the picture, and the whole input in sight. */
const viewport = { width: 1360, height: 800 }
/** Far inside the limit of stability of these networks, so that it is not shortened. */
const timeStep = 0.01
const speed = 10
const inputSurface = 'The input: ink, paper or unknown'
const models = ['Input-driven (IDP)', 'Classic 1984, input held', 'Classic 1984, input as a pulse']

/** What was measured; each a list of samples. */
export interface RecallPageFigures {
  /** At 64 x 64, 100 memories, with noise: steps a second of each of three models, and the part of the asked time that was dropped. */
  readonly steps: readonly number[]
  readonly droppedShare: readonly number[]
  readonly scriptMs: readonly number[]
  /** At 128 x 128, 100 memories, one model, while the input is drawn: frames a second of the model, and of the landscape. */
  readonly modelFps: readonly number[]
  readonly landscapeFps: readonly number[]
  readonly drawingScriptMs: readonly number[]
  /** At 32 x 32: from a press of the pen to the finished landscape. */
  readonly latencyMs: readonly number[]
}

async function openRecall(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage({ viewport, reducedMotion: 'reduce', serviceWorkers: 'block' })
  await page.addInitScript(instrumentRecall)
  await page.goto(`${address}#/recall`)
  await page.locator('.slice-area .scene[data-surface="drawn"]').waitFor({ timeout: 60_000 })
  return page
}

/** Counts for some seconds, with the script time of the main thread for each animation frame. */
async function countFor(page: Page, seconds: number): Promise<RecallCount & { readonly scriptMs: number }> {
  const { done, scriptSeconds } = await timeScript(page, () =>
    page.evaluate((length) => window.recallBench.count(length), seconds),
  )
  return { ...done, scriptMs: (1000 * scriptSeconds) / (done.animated * seconds) }
}

/** Where an empty drawing is on the screen. */
async function emptySurface(page: Page): Promise<{ x: number; y: number; width: number; height: number }> {
  await page.getByRole('radiogroup', { name: 'How the input is said' }).getByRole('radio', { name: 'Draw' }).click()
  await page.getByRole('button', { name: 'Blank', exact: true }).click()
  const surface = page.getByRole('application', { name: inputSurface })
  await surface.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const box = await surface.boundingBox()
  if (!box) throw new Error('There is nothing to draw on.')
  return box
}

/** Counts while the pen goes round on the input. */
async function countDrawing(page: Page, seconds: number): Promise<RecallCount & { readonly scriptMs: number }> {
  const { x, y, width, height } = await emptySurface(page)
  const at = (phase: number) =>
    [x + width * (0.5 + 0.42 * Math.sin(2.3 * phase)), y + height * (0.5 + 0.42 * Math.cos(3.1 * phase))] as const
  await page.mouse.move(...at(0))
  await page.mouse.down()
  const counted = countFor(page, seconds)
  // Not waited for: a hand does not wait until the page has drawn what it did.
  const moves: Promise<void>[] = []
  const ends = Date.now() + seconds * 1000
  for (let step = 0; Date.now() < ends; step++) {
    moves.push(page.mouse.move(...at(step / 50)))
    await wait(16)
  }
  await Promise.all(moves)
  await page.mouse.up()
  return counted
}

async function measureRace(browser: Browser, address: string, repeats: number) {
  const page = await openRecall(browser, address)
  await setUpNetwork(page, { side: 64, memoryCount: 100, models, noise: 0.3 })
  await setPace(page, timeStep, speed)
  await countFor(page, 2)
  const counts: Awaited<ReturnType<typeof countFor>>[] = []
  for (let k = 0; k < repeats; k++) counts.push(await countFor(page, 3))
  await page.close()
  return {
    steps: counts.map(({ modelTime }) => modelTime / timeStep),
    droppedShare: counts.map(({ modelTime, droppedTime }) => droppedTime / (modelTime + droppedTime)),
    scriptMs: counts.map(({ scriptMs }) => scriptMs),
  }
}

async function measureLargest(browser: Browser, address: string, repeats: number) {
  const page = await openRecall(browser, address)
  await setUpNetwork(page, { side: 128, memoryCount: 100, models: models.slice(0, 1), noise: 0.3 })
  await countDrawing(page, 2)
  const counts: Awaited<ReturnType<typeof countDrawing>>[] = []
  for (let k = 0; k < repeats; k++) counts.push(await countDrawing(page, 3))
  await page.close()
  return {
    modelFps: counts.map((count) => count.models),
    landscapeFps: counts.map(({ landscapes }) => landscapes),
    drawingScriptMs: counts.map(({ scriptMs }) => scriptMs),
  }
}

/** One press after the other on an empty input, each on a pixel of its own. */
async function measureLatency(browser: Browser, address: string, count: number): Promise<number[]> {
  const page = await openRecall(browser, address)
  const { x, y, width, height } = await emptySurface(page)
  await page.getByRole('group', { name: 'Run' }).getByRole('button', { name: 'Pause', exact: true }).click()
  const values: number[] = []
  for (let sample = 0; sample < count; sample++) {
    await page.mouse.move(x + width * (0.1 + 0.8 * ((sample * 0.382) % 1)), y + height * (0.1 + (0.8 * sample) / count))
    // Not in step with the display.
    await wait(250 + ((sample * 7) % 17))
    await page.evaluate(() => window.recallBench.awaitPress())
    await page.mouse.down()
    values.push(await page.evaluate(() => window.recallBench.latencyOfPress()))
    await page.mouse.up()
  }
  await page.close()
  return values
}

/** All figures of the Recall view at an address. */
export async function measureRecallPage(
  executablePath: string,
  address: string,
  isShort: boolean,
): Promise<RecallPageFigures> {
  const browser = await chromium.launch({ executablePath, headless: true, args: [...quietFlags] })
  const repeats = isShort ? 2 : 5
  const latencyMs = await measureLatency(browser, address, isShort ? 15 : 60)
  const race = await measureRace(browser, address, repeats)
  const largest = await measureLargest(browser, address, repeats)
  await browser.close()
  return { latencyMs, ...race, ...largest }
}
