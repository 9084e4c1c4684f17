import { setTimeout as wait } from 'node:timers/promises'
import { chromium, type Page } from 'playwright-core'
import { twoOrigins, type TwoOrigins } from '../e2e/twoOrigins.ts'
import { embedFragment } from '../src/experiment/embed/embedFragment.ts'
import { quietFlags } from '../tools/chromium.mjs'
import { instrumentPage } from './pageTools.ts'
import { canMeasureProcessor, processorPercent } from './processor.ts'

// Figures of the embed page in a real Chromium, served by a plain server, in a page of another origin.

const embedCount = 10
/** All ten of them at once on the screen. */
const viewport = { width: 1600, height: 640 }
const fragment = embedFragment({ preset: 'fig2d' })

/** What was measured; each a list of samples. */
export interface EmbedPageFigures {
  /** From navigation to the pixels of the map, and to those of the first surface, in a browser that has never seen the page. */
  readonly firstMapMs: readonly number[]
  readonly firstSurfaceMs: readonly number[]
  /** Of one core: by a blank page, and by a page with ten embeds in which nothing moves. */
  readonly blankPercent: readonly number[]
  readonly restPercent: readonly number[]
  /** WebGL contexts of these ten. */
  readonly contexts: readonly number[]
}

async function measureCold(executablePath: string, lab: string, count: number) {
  const firstMapMs: number[] = []
  const firstSurfaceMs: number[] = []
  for (let sample = 0; sample < count; sample++) {
    const browser = await chromium.launch({ executablePath, headless: true, args: [...quietFlags] })
    const page = await browser.newPage({ viewport: { width: 720, height: 420 }, serviceWorkers: 'block' })
    await page.addInitScript(instrumentPage)
    await page.goto(`${lab}embed.html#${fragment}`)
    firstMapMs.push(await page.evaluate(() => window.bench.firstMap))
    firstSurfaceMs.push(await page.evaluate(() => window.bench.firstSurface))
    await browser.close()
  }
  return { firstMapMs, firstSurfaceMs }
}

/** How many elements of the embeds of a page match. */
async function countIn(page: Page, selector: string): Promise<number> {
  const embeds = page.frames().filter((frame) => frame.url().includes('/embed.html'))
  const counts = await Promise.all(embeds.map((frame) => frame.locator(selector).count()))
  return counts.reduce((sum, count) => sum + count, 0)
}

/** Waits until every embed shows its picture, or offers it. */
async function waitForAll(page: Page): Promise<void> {
  for (let tries = 0; tries < 120; tries++) {
    if ((await countIn(page, '.scene-place.is-shown, .tap:not([hidden])')) === embedCount) return
    await wait(500)
  }
  throw new Error('The embeds do not come to rest.')
}

async function measureRest(executablePath: string, { show, lab }: TwoOrigins, slices: number) {
  const frame = `<iframe width="300" height="260" src="${lab}embed.html#${fragment}"></iframe>`
  // A server, because only that tells the process whose processor time is counted.
  const server = await chromium.launchServer({ executablePath, headless: true, args: [...quietFlags] })
  const pid = server.process().pid ?? 0
  const browser = await chromium.connect(server.wsEndpoint())
  const page = await browser.newPage({ viewport, reducedMotion: 'reduce', serviceWorkers: 'block' })
  const share = () => (canMeasureProcessor ? processorPercent(pid, slices, 2) : [])
  await wait(1500)
  const blankPercent = await share()
  await page.goto(show({ body: frame.repeat(embedCount) }))
  await waitForAll(page)
  await wait(3000)
  const restPercent = await share()
  const contexts = [await countIn(page, 'canvas.scene-canvas')]
  await server.close()
  return { blankPercent, restPercent, contexts }
}

/** All figures of the embed page of a built site. */
export async function measureEmbedPage(
  executablePath: string,
  site: string,
  isShort: boolean,
): Promise<EmbedPageFigures> {
  const origins = await twoOrigins(site)
  try {
    const cold = await measureCold(executablePath, origins.lab, isShort ? 3 : 5)
    return { ...cold, ...(await measureRest(executablePath, origins, isShort ? 3 : 5)) }
  } finally {
    await origins.close()
  }
}
