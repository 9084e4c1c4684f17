import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { withBrowser } from './browser.ts'
import { eventually } from './labPage.ts'
import { bankNames, chooseWay, recallRoute, restingSaliencies, shownSaliencies, waitForRecall } from './recallPage.ts'

const open = withBrowser()

/** A small picture with the greys of a photograph: a bright face before a dark ground, soft at the edge, with grain. */
function photograph(page: Page, type: 'image/png' | 'image/jpeg'): Promise<Buffer> {
  return page
    .evaluate(async (mime) => {
      const canvas = new OffscreenCanvas(120, 90)
      const context = canvas.getContext('2d')
      if (!context) throw new Error('There is no 2-D canvas.')
      const sky = context.createLinearGradient(0, 0, 0, 90)
      sky.addColorStop(0, '#1b2430')
      sky.addColorStop(1, '#4a4036')
      context.fillStyle = sky
      context.fillRect(0, 0, 120, 90)
      const face = context.createRadialGradient(60, 42, 6, 60, 45, 36)
      face.addColorStop(0, '#ffe9cf')
      face.addColorStop(0.8, '#c98f67')
      face.addColorStop(1, '#c98f6700')
      context.fillStyle = face
      context.fillRect(20, 5, 80, 80)
      context.fillStyle = '#2a1a14'
      for (const x of [48, 72]) context.fillRect(x - 4, 36, 8, 5)
      context.fillRect(50, 60, 20, 4)
      const picture = context.getImageData(0, 0, 120, 90)
      let seed = 1
      for (let k = 0; k < picture.data.length; k++) {
        seed = (seed * 48271) % 2147483647
        if (k % 4 !== 3) picture.data[k] += (seed / 2147483647 - 0.5) * 24
      }
      context.putImageData(picture, 0, 0)
      const blob = await canvas.convertToBlob({ type: mime, quality: 0.8 })
      return [...new Uint8Array(await blob.arrayBuffer())]
    }, type)
    .then((bytes) => Buffer.from(bytes))
}

async function pickFile(page: Page, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  const chosen = page.waitForEvent('filechooser')
  await page.getByRole('dialog').getByRole('button', { name: 'Pick a file' }).click()
  await (await chosen).setFiles(file)
}

async function openImport(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('button', { name: /^From an image/ }).click()
  await page.getByRole('dialog', { name: 'Bring in a picture' }).waitFor()
}

test.each([
  ['portrait.png', 'image/png'],
  ['portrait.jpg', 'image/jpeg'],
] as const)('%s becomes a memory with its name', async (name, mimeType) => {
  const { page, requests } = await open({ route: recallRoute, viewport: { width: 1440, height: 900 } })
  await waitForRecall(page)
  const before = await bankNames(page)
  await openImport(page)
  await pickFile(page, { name, mimeType, buffer: await photograph(page, mimeType) })
  await page.getByRole('img', { name: /will look in 32 by 32 pixels/ }).waitFor()
  const sent = requests.length
  await page.getByRole('button', { name: 'Use this picture' }).click()
  await eventually(() => bankNames(page)).toEqual([...before, 'portrait'])
  await eventually(async () => Object.keys(await shownSaliencies(page))).toContain('portrait')
  // Nothing leaves the device.
  expect(requests.slice(sent).filter((url) => /^https?:/.test(url))).toEqual([])
})

test('a photograph becomes the input', async () => {
  const { page } = await open({ route: recallRoute, viewport: { width: 1440, height: 900 } })
  await waitForRecall(page)
  await chooseWay(page, 'Draw')
  const before = await restingSaliencies(page)
  await page.getByRole('button', { name: 'Image…' }).click()
  await pickFile(page, { name: 'a.png', mimeType: 'image/png', buffer: await photograph(page, 'image/png') })
  await page.getByRole('button', { name: 'Use this picture' }).click()
  await eventually(() => shownSaliencies(page)).not.toEqual(before)
})

/** The first bytes of a PNG that says it is this large. */
function hugePng(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(64)
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]).copy(bytes)
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}

test.each([
  ['a damaged picture', { name: 'a.png', mimeType: 'image/png', buffer: hugePng(20, 20) }, /damaged/],
  [
    'one with too many pixels',
    { name: 'b.png', mimeType: 'image/png', buffer: hugePng(9000, 9000) },
    /81 megapixels.*at most 40/,
  ],
  [
    'a file that is too long',
    { name: 'c.png', mimeType: 'image/png', buffer: Buffer.alloc(30_000_001) },
    /30\.1 MB.*at most 30 MB/,
  ],
  ['another type', { name: 'd.txt', mimeType: 'text/plain', buffer: Buffer.from('a letter') }, /not a picture/],
] as const)('%s is refused in a sentence, and the bank stays', async (_what, file, sentence) => {
  const { page } = await open({ route: recallRoute, viewport: { width: 1440, height: 900 } })
  await waitForRecall(page)
  const before = await bankNames(page)
  await openImport(page)
  await pickFile(page, file)
  await page.getByRole('dialog').getByText(sentence).first().waitFor()
  await page.keyboard.press('Escape')
  expect(await bankNames(page)).toEqual(before)
})

test('an SVG with scripts and outside references is drawn inert', async () => {
  const { page, requests } = await open({ route: recallRoute, viewport: { width: 1440, height: 900 } })
  await waitForRecall(page)
  await openImport(page)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" onload="window.ran = true">
    <script>window.ran = true</script><image href="http://127.0.0.1:9/spy.png" width="9" height="9"/>
    <circle cx="20" cy="20" r="14"/></svg>`
  await pickFile(page, { name: 'mark.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(svg) })
  await page.getByRole('button', { name: 'Use this picture' }).click()
  await eventually(() => bankNames(page)).toContain('mark')
  expect(await page.evaluate(() => 'ran' in window)).toBe(false)
  expect(requests.filter((url) => url.includes('spy'))).toEqual([])
})
