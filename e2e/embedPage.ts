import type { Frame, Page } from 'playwright-core'
import { embedFragment } from '../src/experiment/embed/embedFragment.ts'
import type { EmbedOptions } from '../src/experiment/embed/embedOptions.ts'
import { eventually } from './labPage.ts'

// How the tests see an embed: the page itself, or the frames of a page that holds some.

/** The address of an embed on a server. */
export function embedAddress(lab: string, options: Partial<EmbedOptions>): string {
  return `${lab}embed.html#${embedFragment(options)}`
}

/** An iframe of it. `more`: further attributes. */
export function embedFrame(lab: string, options: Partial<EmbedOptions>, more = 'width="720" height="420"'): string {
  return `<iframe title="A landscape" src="${embedAddress(lab, options)}" ${more}></iframe>`
}

export type Embed = Page | Frame

export async function waitForMap(embed: Embed): Promise<void> {
  await embed.locator('main[data-painted]').waitFor({ state: 'attached' })
}

export async function waitForPicture(embed: Embed): Promise<void> {
  await embed.locator('.scene-place.is-shown .scene[data-surface="drawn"]').waitFor()
}

export const sentenceOf = (embed: Embed): Promise<string> => embed.locator('.sentence').innerText()

/** What it says about its equilibria, to those who cannot see it. */
export const equilibriaOf = (embed: Embed): Promise<string[]> =>
  embed.getByRole('list', { name: 'Equilibria of this landscape' }).locator('li').allTextContents()

export const slider = (embed: Embed, name: string) => embed.getByRole('slider', { name, exact: true })

export const button = (embed: Embed, name: string | RegExp) => embed.getByRole('button', { name, exact: true })

/** The frames of embeds on a page, in its order. */
export async function embedsOn(page: Page, count: number): Promise<Frame[]> {
  const frames = () => page.frames().filter((frame) => frame.url().includes('/embed.html'))
  await eventually(() => frames().length).toBe(count)
  return frames()
}

/** Counts animation frames from now on, in every frame of a page that is opened after. */
export async function countFrames(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const home = globalThis as unknown as { framesAsked: number }
    home.framesAsked = 0
    const request = window.requestAnimationFrame.bind(window)
    window.requestAnimationFrame = (callback) => {
      home.framesAsked++
      return request(callback)
    }
  })
}

export const framesAsked = (embed: Embed): Promise<number> =>
  embed.evaluate(() => (globalThis as unknown as { framesAsked: number }).framesAsked)

/** How many pictures have a WebGL context. */
export async function pictures(embeds: readonly Embed[]): Promise<number> {
  const counts = await Promise.all(embeds.map((embed) => embed.locator('canvas.scene-canvas').count()))
  return counts.reduce((sum, count) => sum + count, 0)
}

/** Red, green, blue and alpha of a point of what the page shows, whatever is drawn there. */
export async function colourAt(page: Page, x: number, y: number): Promise<number[]> {
  const picture = await page.screenshot({ clip: { x, y, width: 4, height: 4 } })
  return page.evaluate(async (base64) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob())
    const context = new OffscreenCanvas(4, 4).getContext('2d')
    context?.drawImage(bitmap, 0, 0)
    return [...(context?.getImageData(1, 1, 1, 1).data ?? [])]
  }, picture.toString('base64'))
}
