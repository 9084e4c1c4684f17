import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'
import { keptFiles, writeServiceWorker } from '../tools/serviceWorker.mjs'
import { keepPicture, withBrowser } from './browser.ts'
import { eventually, saliencies, typeSaliencies, waitForSurface } from './labPage.ts'
import { recallRoute, waitForRecall } from './recallPage.ts'
import { serveSite, siteFolder, type SiteOptions } from './siteServer.ts'

const open = withBrowser()
const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

async function site(options?: SiteOptions) {
  const server = await serveSite(options)
  ends.push(server.stop)
  return server
}

/** Another build: the site with a mark on its page, and a part of its own. */
async function nextBuild(mark: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'memoryscape-build-'))
  ends.push(() => rmSync(folder, { recursive: true, force: true }))
  cpSync(siteFolder, folder, { recursive: true })
  const page = join(folder, 'index.html')
  writeFileSync(page, readFileSync(page, 'utf8').replace('<html ', `<html data-build="${mark}" `))
  writeFileSync(join(folder, 'assets', `part-${mark}.js`), `// ${mark}`)
  await writeServiceWorker(folder)
  return folder
}

/** `isLost`: the network goes away meanwhile. */
const visit = (address: string, isLost = false) =>
  open({ address, serviceWorkers: 'allow', expectedProblems: isLost ? [/ERR_CONNECTION_REFUSED/] : [/status of 404/] })
const untilKept = (page: Page) => page.evaluate(async () => void (await navigator.serviceWorker.ready))
const lookForUpdate = (page: Page) =>
  page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())?.update()))
const buildOf = (page: Page) => page.locator('html').getAttribute('data-build')
const cacheCount = (page: Page) => page.evaluate(async () => (await caches.keys()).length)
const notice = (page: Page) => page.getByText('A newer Memoryscape is ready.')
const canFetch = (page: Page, path: string) =>
  page.evaluate(async (address) => (await fetch(address).catch(() => null))?.ok ?? false, path)

async function openSavePage(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await page.getByRole('tab', { name: 'Save' }).click()
  await page.getByRole('heading', { name: 'Without a network' }).waitFor()
}

describe('without a network', () => {
  test('after one visit everything works, in any folder', async () => {
    const { address, stop } = await site({ path: '/courses/2026/' })
    const { page, requests } = await visit(address, true)
    await waitForSurface(page)
    await untilKept(page)
    await stop()
    requests.splice(0)
    await page.reload()
    await waitForSurface(page)
    await typeSaliencies(page, [0.85, 2.35])
    await openSavePage(page)
    await page.getByText('This page is kept on this machine: it opens without a network.').waitFor()
    await keepPicture(page, 'offline-section')
    await page.getByRole('button', { name: 'Save as one file' }).click()
    await page.getByText('The file could not be fetched').waitFor()
    await page.keyboard.press('Escape')
    await page.evaluate((hash) => (location.hash = hash), recallRoute)
    await waitForRecall(page)
    expect(requests.every((request) => request.startsWith(address) || /^(blob|data):/.test(request))).toBe(true)

    const kept = keptFiles(siteFolder)
    const hashes = await page.evaluate(async (files) => {
      const hex = async (file: string) => {
        const response = await fetch(file)
        const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await response.arrayBuffer()), 0, 16)
        return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
      }
      return Object.fromEntries(await Promise.all(files.map(async (file) => [file, await hex(file)] as const)))
    }, Object.keys(kept))
    expect(hashes).toEqual(kept)
    for (const other of [
      './embed.html',
      './memory-scape.js',
      './memoryscape.html',
      './index.html.map',
      '../other.js',
    ]) {
      expect(await canFetch(page, other), other).toBe(false)
    }
  })

  test('a newer build waits until it is asked for, and the work is kept', async () => {
    const { address, show } = await site({ folder: await nextBuild('first') })
    const { page, context } = await visit(address)
    await waitForSurface(page)
    await untilKept(page)
    expect(await notice(page).count()).toBe(0)
    const other = await context.newPage()
    await other.goto(address)
    await waitForSurface(other)

    show(await nextBuild('second'))
    await lookForUpdate(page)
    await notice(page).waitFor()
    await keepPicture(page, 'offline-update')
    await typeSaliencies(page, [0.85, 2.35])
    await openSavePage(page)
    await page.getByRole('button', { name: 'Load the newer version' }).waitFor()
    await page.keyboard.press('Escape')
    expect(await buildOf(page)).toBe('first')
    expect(await canFetch(page, './assets/part-first.js')).toBe(true)
    // A reload is no consent.
    await page.reload()
    expect(await buildOf(page)).toBe('first')
    await notice(page).waitFor()

    await page.getByRole('button', { name: 'Load it' }).click()
    await eventually(() => buildOf(page)).toBe('second')
    await eventually(() => saliencies(page)).toEqual([0.85, 2.35])
    // The other window goes on with its own build, is told, and still has all of its parts.
    await notice(other).waitFor()
    expect(await buildOf(other)).toBe('first')
    expect(await canFetch(other, './assets/part-first.js')).toBe(true)
    expect(await cacheCount(other)).toBe(2)
    await other.close()
    await page.close()
    const later = await context.newPage()
    await later.goto(address)
    expect(await buildOf(later)).toBe('second')
    await eventually(() => cacheCount(later)).toBe(1)
  })

  test('a build that is there in part is not taken', async () => {
    const { address, show } = await site({ folder: await nextBuild('first') })
    const { page } = await visit(address)
    await waitForSurface(page)
    await untilKept(page)
    const half = await nextBuild('second')
    writeFileSync(join(half, 'index.html'), '<!doctype html><title>Half</title>')
    show(half)
    await lookForUpdate(page)
    await eventually(() =>
      page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.installing ?? null),
    ).toBe(null)
    expect(await notice(page).count()).toBe(0)
    await page.reload()
    expect(await buildOf(page)).toBe('first')
    await waitForSurface(page)
  })
})

test('the manifest names icons that are there, in the sizes that it says', async () => {
  const { page } = await open()
  const manifest = await page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>('link[rel="manifest"]')
    return (await fetch(link?.href ?? '')).json() as Promise<{ icons: { src: string; sizes: string; type: string }[] }>
  })
  expect(manifest).toMatchObject({ name: 'Memoryscape', start_url: './', display: 'standalone' })
  for (const { src, sizes, type } of manifest.icons.filter((icon) => icon.type === 'image/png')) {
    const found = await page.evaluate(async (address) => {
      const response = await fetch(address)
      const { width, height } = await createImageBitmap(await response.blob())
      return { type: response.headers.get('content-type'), sizes: `${width}x${height}` }
    }, src)
    expect(found).toEqual({ type, sizes })
  }
})
