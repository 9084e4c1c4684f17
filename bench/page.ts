import { setTimeout as wait } from 'node:timers/promises'
import { chromium, type Page } from 'playwright-core'
import { quietFlags } from '../tools/chromium.mjs'
import type { PageFigures } from './figures.ts'
import { instrumentPage, type FrameCount } from './pageTools.ts'
import { canMeasureProcessor, processorPercent } from './processor.ts'
import { timeScript } from './scriptTime.ts'

// Figures of the page in a real Chromium, on whatever renders WebGL there.

/** The goals were set by a bare surface in a picture of this size. */
const viewport = { width: 800, height: 600 }
const largeViewport = { width: 1440, height: 900 }
const slider = 'Saliency of memory 1'

function countFrames(page: Page, attribute: string, seconds: number, label: string | null = null): Promise<FrameCount> {
  return page.evaluate((args) => window.bench.countFrames(...args), [attribute, seconds, label] as const)
}

/** Waits until nothing has been drawn for half a second. */
async function waitForRest(page: Page): Promise<void> {
  for (let tries = 0; tries < 60; tries++) if ((await countFrames(page, 'data-script-ms', 0.5)).drawn === 0) return
  throw new Error('The picture does not come to rest.')
}

async function measureLatency(page: Page, count: number): Promise<number[]> {
  const values: number[] = []
  for (let sample = 0; sample < count; sample++) {
    // Not in step with the display.
    await wait(250 + ((sample * 7) % 17))
    const value = sample % 2 === 0 ? 1.45 : 1.5
    values.push(await page.evaluate((args) => window.bench.latency(...args), [slider, value] as const))
  }
  return values
}

/** Landscapes a second, and script time an animation frame, while the slider swings. */
async function measureUpdates(page: Page, seconds: number): Promise<{ fps: number; scriptMs: number }> {
  const { done, scriptSeconds } = await timeScript(page, () =>
    countFrames(page, 'data-landscape-version', seconds, slider),
  )
  return { fps: done.drawn, scriptMs: (1000 * scriptSeconds) / (done.animated * seconds) }
}

/** Frames a second while the pointer turns the landscape. */
async function measureOrbit(page: Page, seconds: number): Promise<number> {
  const [x, y] = await page.evaluate(() => window.bench.openPlace())
  await page.mouse.move(x, y)
  await page.mouse.down()
  const counted = countFrames(page, 'data-script-ms', seconds)
  const ends = Date.now() + seconds * 1000
  for (let step = 0; Date.now() < ends; step++) {
    await page.mouse.move(x + 60 * Math.sin(step / 20), y + 20 * Math.sin(step / 13))
    await wait(8)
  }
  const { drawn: fps } = await counted
  await page.mouse.up()
  return fps
}

/** From navigation to the finished pixels of the first surface, each in a browser that has never seen the page. */
async function measureFirstSurface(executablePath: string, address: string, count: number): Promise<number[]> {
  const values: number[] = []
  for (let sample = 0; sample < count; sample++) {
    const browser = await chromium.launch({ executablePath, headless: true, args: [...quietFlags] })
    // As in the tests: it would fetch the whole site while that is measured.
    const page = await browser.newPage({ viewport: largeViewport, serviceWorkers: 'block' })
    await page.addInitScript(instrumentPage)
    await page.goto(address)
    values.push(await page.evaluate(() => window.bench.firstSurface))
    await browser.close()
  }
  return values
}

/** Everything that is measured on one page, one thing after the other. */
async function measureOpenPage(
  page: Page,
  pid: number,
  address: string,
  isShort: boolean,
): Promise<Omit<PageFigures, 'version' | 'firstSurfaceMs'>> {
  const slices = isShort ? 3 : 5
  const repeats = Array.from({ length: isShort ? 2 : 5 })
  await page.goto('about:blank')
  await wait(1500)
  const blankPercent = canMeasureProcessor ? await processorPercent(pid, slices, 2) : []
  await page.addInitScript(instrumentPage)
  await page.goto(address)
  await page.evaluate(() => window.bench.firstSurface)
  await waitForRest(page)
  const idlePercent = canMeasureProcessor ? await processorPercent(pid, slices, 2) : []
  const latencyMs = await measureLatency(page, isShort ? 20 : 80)
  await page.setViewportSize(largeViewport)
  await waitForRest(page)
  const largeLatencyMs = await measureLatency(page, isShort ? 10 : 40)
  await page.setViewportSize(viewport)
  await waitForRest(page)
  const updates: { fps: number; scriptMs: number }[] = []
  for (const _ of repeats) updates.push(await measureUpdates(page, 3))
  await waitForRest(page)
  const orbitingFps: number[] = []
  for (const _ of repeats) orbitingFps.push(await measureOrbit(page, 3))
  return {
    blankPercent,
    idlePercent,
    latencyMs,
    largeLatencyMs,
    updatingFps: updates.map(({ fps }) => fps),
    scriptMs: updates.map(({ scriptMs }) => scriptMs),
    orbitingFps,
  }
}

/** All figures of the page at an address. */
export async function measurePage(executablePath: string, address: string, isShort: boolean): Promise<PageFigures> {
  const firstSurfaceMs = await measureFirstSurface(executablePath, address, isShort ? 3 : 7)
  // A server, because only that tells the process whose processor time is counted.
  const server = await chromium.launchServer({ executablePath, headless: true, args: [...quietFlags] })
  const browser = await chromium.connect(server.wsEndpoint())
  const page = await browser.newPage({ viewport, reducedMotion: 'reduce', serviceWorkers: 'block' })
  const figures = await measureOpenPage(page, server.process().pid ?? 0, address, isShort)
  const version = browser.version()
  await server.close()
  return { version, firstSurfaceMs, ...figures }
}
