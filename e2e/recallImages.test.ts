import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { withBrowser } from './browser.ts'
import { discGif, openImport, photograph, pickFile, takePicture, waitForTones } from './imagePage.ts'
import { eventually, paste } from './labPage.ts'
import { bankNames, chooseWay, recallRoute, restingSaliencies, shownSaliencies, waitForRecall } from './recallPage.ts'

const open = withBrowser()
const viewport = { width: 1440, height: 900 }

/** What was asked of any server, but for code of the page that is loaded when it is first wanted. */
const asked = (requests: readonly string[]) =>
  requests.filter((url) => /^https?:/.test(url) && !/\/assets\/[\w.-]+\.(js|css)$/.test(url))

test.each([
  ['portrait.png', 'image/png'],
  ['portrait.jpg', 'image/jpeg'],
  ['portrait.webp', 'image/webp'],
] as const)('%s becomes a memory with its name', async (name, mimeType) => {
  const { page, requests } = await open({ route: recallRoute, viewport })
  await waitForRecall(page)
  const before = await bankNames(page)
  await openImport(page)
  await pickFile(page, { name, mimeType, buffer: await photograph(page, mimeType) })
  await waitForTones(page)
  const sent = requests.length
  await takePicture(page)
  await eventually(() => bankNames(page)).toEqual([...before, 'portrait'])
  await eventually(async () => Object.keys(await shownSaliencies(page))).toContain('portrait')
  // Nothing leaves the device.
  expect(asked(requests.slice(sent))).toEqual([])
})

/** How light the memory of this name is in the middle of its thumbnail, in a corner, and where it is darkest: 0 to 765. */
function lightOf(page: Page, name: string): Promise<{ middle: number; corner: number; darkest: number }> {
  return page
    .getByRole('button', { name: `Draw ${name}`, exact: true })
    .locator('canvas')
    .evaluate((canvas: HTMLCanvasElement) => {
      const context = canvas.getContext('2d')
      if (!context) throw new Error('There is no 2-D canvas.')
      const { width, height } = canvas
      const { data } = context.getImageData(0, 0, width, height)
      const lights = Array.from({ length: width * height }, (_, k) => data[4 * k] + data[4 * k + 1] + data[4 * k + 2])
      return { middle: lights[width * (height >> 1) + (width >> 1)], corner: lights[0], darkest: Math.min(...lights) }
    })
}

test('a GIF, and a picture from the clipboard, become memories', async () => {
  const { page, context, requests } = await open({ route: recallRoute, viewport })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await waitForRecall(page)
  const before = await bankNames(page)
  await openImport(page)
  await pickFile(page, { name: 'disc.gif', mimeType: 'image/gif', buffer: discGif() })
  await waitForTones(page)
  const sent = requests.length
  await takePicture(page)
  await eventually(() => bankNames(page)).toEqual([...before, 'disc'])
  const disc = await lightOf(page, 'disc')
  expect(disc.middle).toBe(disc.darkest)
  expect(disc.corner).toBeGreaterThan(disc.darkest)

  const bytes = [...(await photograph(page, 'image/png'))]
  await page.evaluate(async (png) => {
    const picture = new Blob([Uint8Array.from(png)], { type: 'image/png' })
    await navigator.clipboard.write([new ClipboardItem({ [picture.type]: picture })])
  }, bytes)
  await openImport(page)
  await page.keyboard.press('Control+v')
  await waitForTones(page)
  await takePicture(page)
  await eventually(() => bankNames(page)).toEqual([...before, 'disc', 'image'])
  expect(asked(requests.slice(sent))).toEqual([])
})

test('the text of an SVG is pasted like its file; text of another kind is refused, until the next try says more', async () => {
  const { page } = await open({ route: recallRoute, viewport })
  await waitForRecall(page)
  await openImport(page)
  await page.getByRole('button', { name: 'Pick a file' }).waitFor()
  await paste(page, 'a letter')
  const notices = page.getByRole('dialog').locator('.notice')
  await eventually(() => notices.allInnerTexts()).toEqual([expect.stringContaining('no picture on the clipboard')])
  await page.getByRole('button', { name: 'Use the camera' }).click()
  await eventually(() => notices.allInnerTexts()).toEqual([expect.stringMatching(/camera.*or pick a file\./i)])

  await paste(
    page,
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><circle cx="20" cy="20" r="14"/></svg>',
  )
  await waitForTones(page)
  expect(await notices.count()).toBe(0)
  await takePicture(page)
  await eventually(() => bankNames(page)).toContain('Picture')
  const { middle, corner, darkest } = await lightOf(page, 'Picture')
  expect(middle).toBe(darkest)
  expect(corner).toBeGreaterThan(darkest)
})

test('a photograph becomes the input', async () => {
  const { page } = await open({ route: recallRoute, viewport })
  await waitForRecall(page)
  await chooseWay(page, 'Draw')
  const before = await restingSaliencies(page)
  await page.getByRole('button', { name: 'Image…' }).click()
  await pickFile(page, { name: 'a.png', mimeType: 'image/png', buffer: await photograph(page, 'image/png') })
  await takePicture(page)
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
  const { page } = await open({ route: recallRoute, viewport })
  await waitForRecall(page)
  const before = await bankNames(page)
  await openImport(page)
  await pickFile(page, file)
  await page.getByRole('dialog').getByText(sentence).first().waitFor()
  await page.keyboard.press('Escape')
  expect(await bankNames(page)).toEqual(before)
})

const outside = 'http://127.0.0.1:9/spy'

const strangers = [
  {
    name: 'script',
    hasCorner: false,
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" onload="window.ran = true">
      <script>window.ran = true</script><image href="${outside}.png" width="9" height="9"/>
      <circle cx="20" cy="20" r="14"/></svg>`,
  },
  {
    name: 'style',
    hasCorner: true,
    svg: `<?xml-stylesheet href="${outside}.css"?><svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">
      <style>@import url("${outside}-import.css"); @import '${outside}-text.css';
        @font-face { font-family: spy; src: url(${outside}.woff2) }
        circle { fill: url('${outside}-fill.svg#a') black; font-family: spy }</style>
      <rect width="9" height="9" style="filter: url(&quot;${outside}-filter.svg#a&quot;); background: url(${outside}.png)"/>
      <path d="M30 30h4v4" marker-end="url(${outside}-marker.svg#a)" fill="none"/>
      <circle cx="20" cy="20" r="14"/><text y="9">a</text></svg>`,
  },
]

test('an SVG with scripts, outside references or a style sheet that reaches out is drawn inert', async () => {
  // The policy of the page holds for what it parses too: nothing of it may be reported.
  const { page, requests } = await open({ route: recallRoute, viewport })
  await waitForRecall(page)
  for (const { name, svg, hasCorner } of strangers) {
    await openImport(page)
    await pickFile(page, { name: `${name}.svg`, mimeType: 'image/svg+xml', buffer: Buffer.from(svg) })
    await takePicture(page)
    await eventually(() => bankNames(page)).toContain(name)
    const { middle, corner, darkest } = await lightOf(page, name)
    expect(middle, name).toBe(darkest)
    expect(corner === darkest, name).toBe(hasCorner)
  }
  expect(await page.evaluate(() => 'ran' in window)).toBe(false)
  expect(requests.filter((url) => url.includes('spy'))).toEqual([])
})

describe('the camera', () => {
  const openWithCamera = withBrowser(['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'])

  /** Keeps what the page gets of the camera, to be asked whether it is still on. */
  const keepTracks = (page: Page) =>
    page.addInitScript(() => {
      const { mediaDevices } = navigator
      const ask = mediaDevices.getUserMedia.bind(mediaDevices)
      const tracks: MediaStreamTrack[] = []
      Object.assign(window, { cameraTracks: tracks })
      mediaDevices.getUserMedia = async (wish) => {
        const stream = await ask(wish)
        tracks.push(...stream.getTracks())
        return stream
      }
    })
  const trackStates = (page: Page) =>
    page.evaluate(() => (Reflect.get(window, 'cameraTracks') as MediaStreamTrack[]).map((track) => track.readyState))

  test('a picture becomes a memory; the camera is on only until then, or until the dialog closes', async () => {
    const { page, requests } = await openWithCamera({
      route: recallRoute,
      viewport,
      permissions: ['camera'],
      before: keepTracks,
    })
    await waitForRecall(page)
    await openImport(page)
    expect(await trackStates(page)).toEqual([])
    const sent = requests.length
    await page.getByRole('button', { name: 'Use the camera' }).click()
    const seen = page.getByLabel('What the camera sees')
    await eventually(() => seen.evaluate((video: HTMLVideoElement) => video.videoWidth)).toBeGreaterThan(0)
    expect(await trackStates(page)).toEqual(['live'])
    await page.getByRole('button', { name: 'Take the picture' }).click()
    await waitForTones(page)
    expect(await trackStates(page)).toEqual(['ended'])
    await takePicture(page)
    await eventually(() => bankNames(page)).toContain('Photo')

    await openImport(page)
    await page.getByRole('button', { name: 'Use the camera' }).click()
    await seen.waitFor()
    await page.keyboard.press('Escape')
    await eventually(() => trackStates(page)).toEqual(['ended', 'ended'])
    expect(asked(requests.slice(sent))).toEqual([])
  })
})
