import { readFileSync } from 'node:fs'
import { ALL_FORMATS, BufferSource, Input } from 'mediabunny'
import type { Download, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { defaultExperiment } from '../src/experiment/defaultExperiment.ts'
import { parseDocument } from '../src/experiment/file/documentFile.ts'
import { encodeLink } from '../src/experiment/link/link.ts'
import { readEmbeddedDocument } from '../src/exports/metadata/embeddedDocument.ts'
import { readGif } from '../src/exports/video/gifReader.laws.ts'
import { keepPicture, withBrowser } from './browser.ts'
import { pause, saliencies, typeSaliencies, waitForRest, waitForSurface } from './labPage.ts'
import { atRest } from './recallPage.ts'

const open = withBrowser()

/** A film takes as long as it takes to draw. */
const patience = { timeout: 90_000 }

const status = (page: Page) => page.locator('.share-section:visible [role="status"]').last()

async function openExport(page: Page, kind: 'Picture' | 'Film'): Promise<void> {
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await page.getByRole('tab', { name: 'Export' }).click()
  await page.getByRole('radio', { name: kind, exact: true }).check()
  await page.getByRole('heading', { name: kind, exact: true }).waitFor()
}

async function bytesOf(download: Download): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(readFileSync(await download.path()))
}

async function savePng(page: Page): Promise<Uint8Array<ArrayBuffer>> {
  const download = page.waitForEvent('download', patience)
  await page.getByRole('button', { name: 'Save as PNG' }).click()
  return bytesOf(await download)
}

/** Drops a picture on the page. */
async function drop(page: Page, png: Uint8Array): Promise<void> {
  await page.evaluate((base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([bytes], 'landscape.png', { type: 'image/png' }))
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
  }, base64Of(png))
}

const base64Of = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

interface Rectangle {
  x: number
  y: number
  width: number
  height: number
}

/** The channels of the pixels of a part of a PNG. */
function pixelsOf(page: Page, png: Uint8Array, { x, y, width, height }: Rectangle): Promise<number[]> {
  return page.evaluate(
    async ([base64, left, top, columns, rows]) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
      const context = new OffscreenCanvas(columns, rows).getContext('2d')
      if (!context) throw new Error('There is no 2-D canvas.')
      context.drawImage(bitmap, -left, -top)
      return [...context.getImageData(0, 0, columns, rows).data]
    },
    [base64Of(png), x, y, width, height] as const,
  )
}

/** Compares a PNG with the part of a screenshot that begins at a corner: the mean distance of a channel, and the share of pixels that are more than 24 away. */
function compareWithScreen(page: Page, png: Uint8Array, screenshot: Uint8Array, corner: { x: number; y: number }) {
  return page.evaluate(
    async ([pngText, screenText, left, top]) => {
      const bitmapOf = (text: string) => {
        const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
        return createImageBitmap(new Blob([bytes], { type: 'image/png' }))
      }
      const picture = await bitmapOf(pngText)
      const dataOf = (bitmap: ImageBitmap, x: number, y: number) => {
        const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d')
        if (!context) throw new Error('There is no 2-D canvas.')
        context.drawImage(bitmap, -x, -y)
        return context.getImageData(0, 0, picture.width, picture.height).data
      }
      const one = dataOf(picture, 0, 0)
      const other = dataOf(await bitmapOf(screenText), left, top)
      let sum = 0
      let wrong = 0
      for (let at = 0; at < one.length; at += 4) {
        let distance = 0
        for (let k = at; k < at + 3; k++) distance = Math.max(distance, Math.abs((one[k] ?? 0) - (other[k] ?? 0)))
        sum += distance
        if (distance > 24) wrong++
      }
      const count = one.length / 4
      return { width: picture.width, height: picture.height, mean: sum / count, wrong: wrong / count }
    },
    [base64Of(png), base64Of(screenshot), corner.x, corner.y] as const,
  )
}

async function setField(page: Page, name: string, value: number): Promise<void> {
  const field = page.getByRole('textbox', { name })
  await field.fill(String(value))
  await field.press('Enter')
}

interface Film {
  seconds: number
  fps: number
  turn: number
}

async function describeFilm(page: Page, kind: 'WebM' | 'MP4' | 'GIF', { seconds, fps, turn }: Film): Promise<void> {
  await page.getByRole('radio', { name: kind }).check()
  await page.getByLabel('Pixels').selectOption('640 × 360')
  await setField(page, 'Seconds', seconds)
  await setField(page, 'Frames a second', fps)
  await setField(page, 'Turn of the camera, in degrees', turn)
}

async function makeFilm(page: Page): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  const download = page.waitForEvent('download', patience)
  await page.getByRole('button', { name: 'Make the film' }).click()
  const file = await download
  return { name: file.suggestedFilename(), bytes: await bytesOf(file) }
}

/** How much two moments of a video differ, as the mean of all channels. */
async function differenceInVideo(page: Page, type: string, bytes: Uint8Array, times: [number, number]) {
  const blank = await page.context().newPage()
  const difference = await blank.evaluate(
    async ([address, moments]) => {
      const video = document.createElement('video')
      video.muted = true
      video.src = address
      await new Promise((resolve) => video.addEventListener('loadeddata', resolve, { once: true }))
      const pictureNow = (): ArrayLike<number> => {
        const context = new OffscreenCanvas(video.videoWidth, video.videoHeight).getContext('2d')
        context?.drawImage(video, 0, 0)
        return context?.getImageData(0, 0, video.videoWidth, video.videoHeight).data ?? []
      }
      const pictureAt = async (moment: number) => {
        video.currentTime = moment
        await new Promise((resolve) => video.addEventListener('seeked', resolve, { once: true }))
        return pictureNow()
      }
      const one = await pictureAt(moments[0])
      let other = await pictureAt(moments[1])
      const changed = () => {
        let sum = 0
        for (let k = 0; k < one.length; k++) sum += Math.abs((one[k] ?? 0) - (other[k] ?? 0))
        return sum / one.length
      }
      // On a busy machine the picture comes after the event.
      for (let tries = 0; tries < 60 && changed() === 0; tries++) {
        await new Promise((resolve) => setTimeout(resolve, 50))
        other = pictureNow()
      }
      return changed()
    },
    [`data:${type};base64,${base64Of(bytes)}`, times] as const,
  )
  await blank.close()
  return difference
}

describe('pictures', () => {
  test('at 1x a picture is what is on the screen, and it holds the experiment', async () => {
    const { page } = await open()
    await waitForSurface(page)
    await pause(page)
    await waitForRest(page)
    const left = await page.locator('[data-edge="left"]').first().boundingBox()
    const top = await page.locator('[data-edge="top"]').first().boundingBox()
    const screen = await page.screenshot()
    await openExport(page, 'Picture')
    await page.getByRole('radio', { name: '1×' }).check()
    const png = await savePng(page)
    const corner = { x: Math.round((left?.x ?? 0) + (left?.width ?? 0)), y: Math.round(top?.height ?? 0) }
    const { width, height, mean, wrong } = await compareWithScreen(page, png, screen, corner)
    expect(Math.min(width, height)).toBeGreaterThan(300)
    // The edges are smoother than on a screen drawn by the processor, and letters stand on whole pixels.
    expect(wrong).toBeLessThan(0.02)
    expect(mean).toBeLessThan(2)

    const document = readEmbeddedDocument(png)
    const parsed = parseDocument(document ?? '')
    expect(parsed.ok && parsed.experiment.input.saliency).toEqual([1.5, 2])
    await expect.poll(() => status(page).innerText()).toMatch(/^Saved as .+\.png: \d+ × \d+ pixels, \d/)

    await page.keyboard.press('Escape')
    await typeSaliencies(page, [0.5, 0.75])
    await drop(page, png)
    await expect.poll(() => saliencies(page)).toEqual([1.5, 2])
    await page.getByText('This is “landscape.png”.').waitFor()
  })

  test('four times as sharp in tiles, transparent, of any size; too large a one is refused with the limit', async () => {
    const { page } = await open()
    await waitForSurface(page)
    await pause(page)
    await openExport(page, 'Picture')
    await page.getByRole('switch', { name: 'Transparent' }).check()
    await page.getByRole('combobox', { name: 'Size' }).selectOption({ label: 'Slide, 1280 × 720' })
    await page.getByRole('radio', { name: '2×' }).check()
    const twice = await pixelsOf(page, await savePng(page), { x: 1004, y: 300, width: 40, height: 40 })
    await page.getByRole('radio', { name: '4×' }).check()
    const png = await savePng(page)
    const header = new DataView(png.buffer, png.byteOffset)
    expect([header.getUint32(16), header.getUint32(20)]).toEqual([5120, 2880])
    // Across the border of two tiles: the same as in one tile, but sharper.
    const four = await pixelsOf(page, png, { x: 2008, y: 600, width: 80, height: 80 })
    const mean = (data: readonly number[]) => data.reduce((sum, value) => sum + value, 0) / data.length
    expect(Math.abs(mean(four) - mean(twice))).toBeLessThan(4)
    const corner = await pixelsOf(page, png, { x: 0, y: 0, width: 4, height: 4 })
    expect(new Set(corner)).toEqual(new Set([0]))
    await page.getByRole('combobox', { name: 'Size' }).selectOption({ label: 'Wide, 1920 × 1080' })
    await expect.poll(() => page.getByText('7680 × 4320 pixels').count()).toBe(1)
    await keepPicture(page, 'share-picture')
  })

  test('where the map is shown, it says so and names the way', async () => {
    const { page } = await open()
    await page.getByRole('radio', { name: '2-D' }).check()
    await openExport(page, 'Picture')
    await page.getByText('The map is shown now').waitFor()
  })
})

describe('films', () => {
  test.each(['WebM', 'MP4'] as const)(
    'a %s has the frames that were asked for, or it is said that there is no encoder',
    async (kind) => {
      const { page } = await open()
      await waitForSurface(page)
      await openExport(page, 'Film')
      await page.getByRole('radio', { name: 'GIF' }).waitFor()
      if ((await page.getByRole('radio', { name: kind }).count()) === 0) {
        // A browser without the encoder says so, and so does the run.
        await page.getByText(`This browser cannot make`).waitFor()
        process.stdout.write(`No ${kind} was made: this browser has no encoder for it.\n`)
        return
      }
      await describeFilm(page, kind, { seconds: 0.8, fps: 15, turn: 60 })
      const { name, bytes } = await makeFilm(page)
      expect(name).toMatch(new RegExp(`\\.${kind.toLowerCase()}$`))
      const input = new Input({ formats: ALL_FORMATS, source: new BufferSource(bytes) })
      const track = await input.getPrimaryVideoTrack()
      const { packetCount } = await track!.computePacketStats()
      expect(packetCount).toBe(12)
      expect([await track!.getDisplayWidth(), await track!.getDisplayHeight()]).toEqual([640, 360])
      expect(await input.computeDuration()).toBeCloseTo(0.8, 1)
      await expect.poll(() => status(page).innerText()).toMatch(/: 12 frames, \d+ kB\.$/)
      expect(await differenceInVideo(page, `video/${kind.toLowerCase()}`, bytes, [0.01, 0.75])).toBeGreaterThan(3)
    },
  )

  test('a GIF has the frames that were asked for, and the same experiment gives the same bytes', async () => {
    const { page } = await open()
    await waitForSurface(page)
    const before = await saliencies(page)
    await openExport(page, 'Film')
    await describeFilm(page, 'GIF', { seconds: 0.8, fps: 10, turn: 30 })
    await page.getByRole('combobox', { name: 'Input' }).selectOption({ label: 'Comes in, from none' })
    const first = await makeFilm(page)
    await expect.poll(() => page.getByRole('button', { name: 'Make the film' }).count()).toBe(1)
    const second = await makeFilm(page)
    const gif = readGif(first.bytes)
    expect([gif.width, gif.height, gif.frames.length]).toEqual([640, 360, 8])
    expect(new Set(gif.frames.map(({ delayHundredths }) => delayHundredths))).toEqual(new Set([10]))
    const [one, last] = [gif.frames[0].indices, gif.frames.at(-1)!.indices]
    expect(one.filter((index, k) => index !== last[k]).length / one.length).toBeGreaterThan(0.05)
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0)
    await page.keyboard.press('Escape')
    expect(await saliencies(page)).toEqual(before)
  })

  test('where the map is shown, it is what is filmed', async () => {
    const { page } = await open()
    await page.getByRole('radio', { name: '2-D' }).check()
    await openExport(page, 'Film')
    expect(await page.getByRole('textbox', { name: 'Turn of the camera, in degrees' }).count()).toBe(0)
    await page.getByRole('radio', { name: 'GIF' }).check()
    await page.getByLabel('Pixels').selectOption('720 × 720')
    await setField(page, 'Seconds', 0.5)
    await setField(page, 'Frames a second', 10)
    const gif = readGif((await makeFilm(page)).bytes)
    expect([gif.width, gif.height, gif.frames.length]).toEqual([720, 720, 5])
    expect(new Set(gif.frames[0].indices).size).toBeGreaterThan(100)
    expect(Buffer.compare(gif.frames[0].indices, gif.frames[4].indices)).not.toBe(0)
  })

  test('a film that is cancelled leaves nothing behind; the run rests meanwhile, and goes on after it', async () => {
    const noisy = { ...defaultExperiment, noise: { ...defaultExperiment.noise, strength: 0.3 } }
    const { page } = await open({ route: `#/landscape?x=${encodeLink(noisy)}` })
    await waitForSurface(page)
    const time = () => page.locator('.time-plot-reading').first().innerText()
    const downloads: Download[] = []
    page.on('download', (download) => downloads.push(download))
    await openExport(page, 'Film')
    await describeFilm(page, 'GIF', { seconds: 20, fps: 20, turn: 0 })
    await page.getByRole('button', { name: 'Make the film' }).click()
    await page.getByRole('progressbar', { name: 'Progress of the film' }).waitFor()
    await expect.poll(() => page.locator('.scene-label-room').count(), patience).toBe(1)
    const resting = await atRest(time)
    await page.getByRole('button', { name: 'Cancel', exact: true }).click()
    await expect.poll(() => status(page).innerText(), patience).toBe('Cancelled: nothing was saved.')
    await page.getByRole('button', { name: 'Make the film' }).waitFor()
    expect(await page.locator('.scene-label-room, progress').count()).toBe(0)
    expect(downloads).toEqual([])
    await expect.poll(time).not.toBe(resting)
    await setField(page, 'Seconds', 60)
    await page.getByLabel('Pixels').selectOption('1280 × 720')
    await page.getByText(/at most 600 frames/).waitFor()
    await keepPicture(page, 'share-film')
  })
})
