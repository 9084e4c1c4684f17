import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'
import { findChromium, quietFlags } from '../tools/chromium.mjs'
import { root } from '../tools/install.mjs'

/** The three sizes that every picture is looked at in. */
export const sizes = {
  desktop: { width: 1440, height: 900 },
  projector: { width: 1024, height: 768 },
  phone: { width: 390, height: 844 },
} as const

/** A small window with all panels beside the landscape: software rendering takes as long as there are pixels. */
const smallDesktop = { width: 1280, height: 800 }

/** What may stand in the console without being a fault. Each with its reason. */
const harmless: readonly RegExp[] = [
  // The software renderer says so when a test takes a screenshot.
  /GPU stall due to ReadPixels/,
  // Written by @react-three/fiber 9.8 on three 0.187, whatever we do.
  /THREE\.Clock: This module has been deprecated/,
  // Written by Playwright, see below.
  /Service Worker registration blocked by Playwright/,
]

async function launch(flags: readonly string[] = []): Promise<Browser> {
  const executablePath = await findChromium()
  if (!executablePath) throw new Error('There is no Chromium: `npm test` installs one, or name one in CHROMIUM_PATH.')
  return chromium.launch({ executablePath, headless: true, args: [...quietFlags, ...flags] })
}

export interface LabOptions extends BrowserContextOptions {
  /** What follows the address, `#/landscape` by default. */
  route?: string
  /** Of the page; that of the built site by default. */
  address?: string
  /** Runs in the page before anything of it. */
  before?: (page: Page) => Promise<unknown>
  /** Console messages and page errors that this test provokes. */
  expectedProblems?: readonly RegExp[]
}

export interface Lab {
  page: Page
  context: BrowserContext
  /** The addresses of all requests so far. */
  requests: string[]
}

/** Collects every error of a page that is neither harmless nor expected. */
function watch(page: Page, problems: string[], expected: readonly RegExp[]): void {
  const report = (text: string): void => {
    if (![...harmless, ...expected].some((pattern) => pattern.test(text))) problems.push(text)
  }
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') report(`${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => report(`page error: ${error.message}`))
  page.on('crash', () => report('the page crashed'))
}

/**
 * One browser for the tests of a file. Returns a function that opens the lab in a context of its own; when the test ends, the context is
 * closed, and the test fails if the page reported an error that nobody expected.
 */
export function withBrowser(flags: readonly string[] = []): (options?: LabOptions) => Promise<Lab> {
  let browser: Browser
  const contexts: BrowserContext[] = []
  const problems: string[] = []
  beforeAll(async () => {
    browser = await launch(flags)
  })
  afterEach(async ({ task }) => {
    const isFailure = problems.length > 0 || task.result?.state === 'fail'
    const pages = isFailure ? contexts.flatMap((context) => context.pages()) : []
    for (const [index, page] of pages.entries()) await keepPicture(page, `failed/${task.name}-${index + 1}`)
    await Promise.all(contexts.splice(0).map((context) => context.close()))
    expect(problems.splice(0), 'the page reported errors').toEqual([])
  })
  afterAll(() => browser.close())

  return async ({ route = '#/landscape', address, before, expectedProblems = [], ...contextOptions } = {}) => {
    const context = await browser.newContext({
      viewport: smallDesktop,
      reducedMotion: 'reduce',
      // It would fetch the whole site for every test, and answer requests that a test means to see. e2e/offline.test.ts is about it.
      serviceWorkers: 'block',
      ...contextOptions,
    })
    contexts.push(context)
    const page = await context.newPage()
    page.setDefaultTimeout(15_000)
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    watch(page, problems, expectedProblems)
    await before?.(page)
    await page.goto((address ?? inject('address')) + route)
    return { page, context, requests }
  }
}

/** Stores what the page shows in artifacts/screenshots/. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const path = join(root, 'artifacts', 'screenshots', `${name.replaceAll(/[^\w/-]+/g, '-')}.png`)
  mkdirSync(join(path, '..'), { recursive: true })
  if (!page.isClosed()) await page.screenshot({ path })
}
