import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { defaultExperiment } from '../src/experiment/defaultExperiment.ts'
import type { Experiment } from '../src/experiment/experiment.ts'
import { parseDocument } from '../src/experiment/file/documentFile.ts'
import { encodeLink } from '../src/experiment/link/link.ts'
import { readEmbeddedDocument } from '../src/exports/metadata/embeddedDocument.ts'
import { laneTitles } from '../src/panels/race/laneWords.ts'
import { keepPicture, sizes, withBrowser } from './browser.ts'
import { equilibriaTable, eventually, pause, saliencies, typeSaliencies, waitForSurface } from './labPage.ts'
import { pauseRecall, recallRoute, waitForRecall } from './recallPage.ts'

const open = withBrowser()

const section = (page: Page) => page.getByRole('region', { name: 'Figure' })
const list = (page: Page) => section(page).getByRole('combobox', { name: 'What' })
const routeTo = (experiment: Experiment) => `#/landscape?x=${encodeLink(experiment)}`

/** One white pixel, and nothing else. */
const plainPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEANl9ngAAAAABJRU5ErkJggg==',
  'base64',
)

async function openFigures(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await page.getByRole('tab', { name: 'Export' }).click()
  await page.getByRole('radio', { name: 'Figure', exact: true }).check({ force: true })
  await list(page).waitFor()
}

/** A caption is broken into lines by its letters, which a file has others of than the page. */
const dropCaption = (page: Page) => section(page).getByText('Caption with all parameters').click()

async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.locator('dialog[open]').waitFor({ state: 'detached' })
}

const choose = (page: Page, name: string) =>
  section(page).getByRole('radio', { name, exact: true }).check({ force: true })

/** Saves the figure that is chosen. */
async function save(page: Page): Promise<{ name: string; bytes: Buffer }> {
  const saving = page.waitForEvent('download')
  await section(page)
    .getByRole('button', { name: /^Save as (SVG|PNG)$/ })
    .click()
  const saved = await saving
  await section(page).getByText(`Saved as ${saved.suggestedFilename()}.`).waitFor()
  return { name: saved.suggestedFilename(), bytes: readFileSync(await saved.path()) }
}

/** Lets a file go over a part of the page, as from a folder. */
async function drop(page: Page, where: string, file: { name: string; bytes: Buffer }): Promise<void> {
  const type = file.name.endsWith('.svg') ? 'image/svg+xml' : 'image/png'
  const transfer = await page.evaluateHandle(
    ([name, base64, mime]) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      const data = new DataTransfer()
      data.items.add(new File([bytes], name, { type: mime }))
      return data
    },
    [file.name, file.bytes.toString('base64'), type] as const,
  )
  await page.dispatchEvent(where, 'dragover', { dataTransfer: transfer })
  await page.dispatchEvent(where, 'drop', { dataTransfer: transfer })
}

/** What the browser's own XML parser and renderer make of an SVG: whether it is one, and how far its pixels are from those of a PNG, 0 to 255. */
function compare(page: Page, svg: string, png: string) {
  return page.evaluate(
    async ([svgText, pngBase64]) => {
      const parsed = new DOMParser().parseFromString(svgText, 'image/svg+xml')
      const pixelsOf = async (address: string, width?: number, height?: number) => {
        const image = new Image()
        image.src = address
        await image.decode()
        const canvas = document.createElement('canvas')
        canvas.width = width ?? image.naturalWidth
        canvas.height = height ?? image.naturalHeight
        const context = canvas.getContext('2d', { willReadFrequently: true })!
        context.drawImage(image, 0, 0, canvas.width, canvas.height)
        return context.getImageData(0, 0, canvas.width, canvas.height)
      }
      const raster = await pixelsOf(`data:image/png;base64,${pngBase64}`)
      const address = URL.createObjectURL(new Blob([svgText], { type: 'image/svg+xml' }))
      const vector = await pixelsOf(address, raster.width, raster.height)
      let [sum, far] = [0, 0]
      for (let k = 0; k < raster.data.length; k += 4) {
        const apart = [0, 1, 2].map((channel) => Math.abs(raster.data[k + channel] - vector.data[k + channel]))
        sum += (apart[0] + apart[1] + apart[2]) / 3
        if (Math.max(...apart) > 48) far += 1
      }
      const pixels = raster.data.length / 4
      return {
        root: parsed.documentElement.localName,
        faults: parsed.querySelectorAll('parsererror').length,
        texts: [...parsed.querySelectorAll('text')].map((text) => text.textContent),
        images: parsed.querySelectorAll('image').length,
        width: raster.width,
        height: raster.height,
        mean: sum / pixels,
        farShare: far / pixels,
      }
    },
    [svg, png] as const,
  )
}

describe('the map as a figure', () => {
  test('is the same as vectors and as pixels', async () => {
    const { page } = await open()
    await waitForSurface(page)
    await pause(page)
    await openFigures(page)
    await dropCaption(page)
    const svg = await save(page)
    expect(svg.name).toBe('experiment-map.svg')
    await choose(page, 'PNG')
    const sizesAt = []
    for (const scale of ['1×', '3×', '4×', '2×']) {
      await choose(page, scale)
      const { bytes } = await save(page)
      sizesAt.push(bytes.readUInt32BE(16))
    }
    expect(sizesAt).toEqual([454, 1362, 1816, 908])
    const png = await save(page)
    const found = await compare(page, svg.bytes.toString('utf8'), png.bytes.toString('base64'))
    expect(found).toMatchObject({ root: 'svg', faults: 0, images: 0, width: 908 })
    expect(found.texts).toEqual(expect.arrayContaining(['ξ1', '−ξ2', 'x1', 'x2', 'E', 'origin']))
    // Letters differ: a file cannot have the fonts of the page.
    expect(found.mean).toBeLessThan(5)
    expect(found.farShare).toBeLessThan(0.04)
    for (const { bytes } of [svg, png]) {
      const parsed = parseDocument(readEmbeddedDocument(new Uint8Array(bytes))!)
      expect(parsed.ok && parsed.experiment.input.saliency).toEqual([1.5, 2])
    }
  })

  test('opens the experiment again where it is dropped, as SVG and as PNG', async () => {
    const { page } = await open()
    await waitForSurface(page)
    await typeSaliencies(page, [0.85, 2.35])
    await openFigures(page)
    const svg = await save(page)
    await choose(page, 'PNG')
    const png = await save(page)
    const kept = parseDocument(readEmbeddedDocument(new Uint8Array(png.bytes))!)
    expect(kept.ok && kept.experiment.input.saliency).toEqual([0.85, 2.35])
    await closeDialog(page)
    for (const file of [svg, png]) {
      await typeSaliencies(page, [1, 1])
      await drop(page, '.shell', file)
      await eventually(() => saliencies(page)).toEqual([0.85, 2.35])
      // The very same document: opening it once more changes nothing.
      await openFigures(page)
      const again = await save(page)
      expect(parseDocument(readEmbeddedDocument(new Uint8Array(again.bytes))!)).toEqual(kept)
      await closeDialog(page)
    }
    await drop(page, '.shell', { name: 'cat.png', bytes: plainPng })
    await eventually(() => page.locator('.notice').innerText()).toContain(
      '“cat.png” is a picture that holds no experiment',
    )
  })

  test('shows basins as one picture under vectors, and says so', async () => {
    const phase = { ...defaultExperiment.view.phase, tint: 'basins' as const, separatrices: true }
    const { page } = await open({
      route: routeTo({ ...defaultExperiment, view: { ...defaultExperiment.view, picture: 'map', phase } }),
    })
    await equilibriaTable(page).waitFor()
    await page.getByRole('tab', { name: 'Basins' }).click()
    await page.getByText(/%/).first().waitFor()
    await pause(page)
    await openFigures(page)
    await dropCaption(page)
    const svg = await save(page)
    await choose(page, 'PNG')
    const png = await save(page)
    const found = await compare(page, svg.bytes.toString('utf8'), png.bytes.toString('base64'))
    expect(found.images).toBe(1)
    expect(found.mean).toBeLessThan(5)
    expect(svg.bytes.toString('utf8')).toMatch(/<desc[^>]*>[^<]*are one picture made of pixels/)
    await keepPicture(page, 'figure-basins')
  })
})

describe('every figure', () => {
  test('of the Landscape view is an SVG with texts, with no panel open; in all themes', async () => {
    const document = { ...defaultExperiment, noise: { ...defaultExperiment.noise, strength: 0.5 } }
    const { page } = await open({ route: routeTo(document) })
    await waitForSurface(page)
    await pause(page)
    for (const name of ['Fold Input and model', 'Fold What is here', 'Fold the plots'])
      await page.getByRole('button', { name }).click()
    expect(await page.locator('main canvas:visible').count()).toBe(1)
    await openFigures(page)
    const labels = await list(page).locator('option').allTextContents()
    expect(labels).toEqual([
      'Energy landscape',
      'Energy E',
      'Overlaps m₁, m₂',
      'Map of the regimes',
      'Where the sizes of the memories come from',
      'Shares of the basins',
      'Basin shares, change by change',
      'Where the state goes, and straight downhill',
      'Share of time in each well',
      'Mean escape time τ against the noise σ',
      'Mean escape time τ against the saliency α₁',
      'Mean escape time τ against the saliency α₂',
      'Bifurcation diagram',
    ])
    for (const label of labels) {
      await list(page).selectOption({ label })
      for (const theme of label === 'Energy E' ? ['Dark', 'Transparent', 'Light'] : ['Light']) {
        await choose(page, theme)
        const { name, bytes } = await save(page)
        const text = bytes.toString('utf8')
        expect(text, label).toMatch(/<text[\s>]/)
        expect(text, label).not.toMatch(/NaN|undefined|var\(|<script|color-mix/)
        expect(/class="page"/.test(text), `${label}, ${theme}`).toBe(theme !== 'Transparent')
        await keepPicture(page, `figure-of-${name.replaceAll(/^experiment-|\.svg$/g, '')}`)
      }
    }
    await list(page).selectOption({ label: 'Map of the regimes' })
    const svg = await save(page)
    await choose(page, 'PNG')
    const png = await save(page)
    const found = await compare(page, svg.bytes.toString('utf8'), png.bytes.toString('base64'))
    expect(found).toMatchObject({ root: 'svg', faults: 0 })
    expect(found.mean).toBeLessThan(2)
    expect(found.texts).toEqual(expect.arrayContaining(['both stable', 'no memory', 'α1', 'α2']))
  })

  test('of the Recall view, with no panel open; and a figure on a drawing place opens its experiment', async () => {
    const { recall } = defaultExperiment
    const { timeline } = recall
    const keyframes = [
      { id: 1, time: 0, isMorphing: true, input: recall.input },
      {
        id: 2,
        time: 4,
        isMorphing: false,
        input: { kind: 'mix', faders: [{ memory: 2, amount: 1 }], isNormalised: false },
      },
    ] as const
    const network = { ...recall.network, gain: 1.25 }
    const document: Experiment = {
      ...defaultExperiment,
      recall: { ...recall, network, timeline: { ...timeline, isOn: true, keyframes } },
    }
    const { page } = await open({ route: `${recallRoute}?x=${encodeLink(document)}`, viewport: sizes.desktop })
    await waitForRecall(page)
    await pauseRecall(page)
    await page.getByRole('button', { name: 'Fold Recalled' }).click()
    await openFigures(page)
    const labels = await list(page).locator('option').allTextContents()
    expect(labels).toEqual([
      'Slice of the energy landscape',
      ...recall.lanes.map((kind) => laneTitles[kind]),
      'Saliency of each memory in the input',
      'Saliencies along the timeline',
      'Overlaps of the memories',
    ])
    for (const label of labels) {
      await list(page).selectOption({ label })
      const { name, bytes } = await save(page)
      expect(bytes.toString('utf8'), label).toMatch(/<text[\s>]/)
      await keepPicture(page, `figure-of-${name.replaceAll(/^experiment-|\.svg$/g, '')}`)
    }
    const figure = await save(page)

    const { page: other } = await open({ route: recallRoute, viewport: sizes.desktop })
    await waitForRecall(other)
    await drop(other, '.bank', figure)
    await openFigures(other)
    const again = parseDocument(readEmbeddedDocument(new Uint8Array((await save(other)).bytes))!)
    expect(again).toEqual({ ok: true, experiment: document })
    await closeDialog(other)
    await drop(other, '.bank', { name: 'cat.png', bytes: plainPng })
    await other.getByRole('dialog', { name: /picture|image/i }).waitFor()
  })
})
