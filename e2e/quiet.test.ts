import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { withBrowser } from './browser.ts'
import { countDrawnFrames, pause, waitForRest, waitForSurface } from './labPage.ts'

const open = withBrowser()

declare global {
  interface Window {
    frameRequests: number
    workerMessages: number
  }
}

/** Counts what keeps a processor awake: animation frames asked for, and messages to workers. */
async function countWork(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.frameRequests = 0
    window.workerMessages = 0
    const request = window.requestAnimationFrame.bind(window)
    window.requestAnimationFrame = (callback) => {
      window.frameRequests++
      return request(callback)
    }
    const { postMessage } = Worker.prototype
    Worker.prototype.postMessage = function (...args: unknown[]) {
      window.workerMessages++
      Reflect.apply(postMessage, this, args)
    }
  })
}

describe('at rest', () => {
  test('no frame is asked for, drawn or computed', async () => {
    const { page } = await open({ before: countWork })
    await waitForSurface(page)
    const speed = page.getByRole('textbox', { name: 'Speed, number' })
    await speed.fill('10')
    await speed.press('Enter')
    await page.getByText('at rest').waitFor()
    await waitForRest(page)
    // The tools that watch for motion themselves ask for nothing.
    const before = await page.evaluate(() => [window.frameRequests, window.workerMessages])
    expect(await countDrawnFrames(page, 2000)).toBe(0)
    expect(await page.evaluate(() => [window.frameRequests, window.workerMessages])).toEqual(before)
  })
})

describe('motion', () => {
  const framesOfFlight = async (page: Page): Promise<number> => {
    await waitForSurface(page)
    await pause(page)
    await waitForRest(page)
    await page.getByRole('application', { name: 'Energy landscape in three dimensions' }).focus()
    const counted = countDrawnFrames(page, 1500)
    await page.keyboard.press('1')
    return counted
  }

  test('is replaced by cuts where less of it is wished for', async () => {
    const { page } = await open({ reducedMotion: 'reduce' })
    expect(await framesOfFlight(page)).toBeLessThanOrEqual(3)
  })

  test('is a flight otherwise', async () => {
    const { page } = await open({ reducedMotion: 'no-preference' })
    expect(await framesOfFlight(page)).toBeGreaterThan(5)
  })
})

test('nothing is asked of any other host', async () => {
  const { page, requests } = await open()
  await waitForSurface(page)
  await pause(page)
  await page.getByRole('radio', { name: '2-D' }).click()
  await page.getByRole('button', { name: /^Theme/ }).click()
  const others = requests.filter((url) => /^https?:/.test(url) && !url.startsWith(inject('address')))
  expect(others).toEqual([])
  expect(requests.length).toBeGreaterThan(3)
})
