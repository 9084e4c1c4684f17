import { cpSync, existsSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { build, type InlineConfig } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findChromium, quietFlags } from '../../tools/chromium.mjs'
import { example, makeProject } from './projects.ts'

const react = ['react', 'react-dom', 'scheduler']
const kinds: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

/** What may stand in the console without being a fault. Each with its reason. */
const harmless: readonly RegExp[] = [
  // The software renderer, and @react-three/fiber 9.8 on three 0.187, whatever we do.
  /GPU stall due to ReadPixels|THREE\.Clock/,
  // These projects have none.
  /favicon/,
  // Where the embed comes from the page's own origin its sandbox keeps nothing in; it is the author's own page then.
  /allow-scripts and allow-same-origin for its sandbox/,
]

let browser: Browser
const servers: Server[] = []

beforeAll(async () => {
  const executablePath = await findChromium()
  if (!executablePath) throw new Error('There is no Chromium: `npm test` installs one, or name one in CHROMIUM_PATH.')
  browser = await chromium.launch({ executablePath, headless: true, args: [...quietFlags] })
})

afterAll(async () => {
  await browser.close()
  for (const server of servers) server.close()
})

/** The files of a folder on a port of their own; `pages` are made up. */
async function serve(folder: string, pages: Readonly<Record<string, string>> = {}): Promise<string> {
  const server = createServer(({ url = '/' }, response) => {
    const path = new URL(url, 'http://localhost').pathname.replace(/\/$/, '/index.html')
    const file = join(folder, path)
    const isThere = path in pages || existsSync(file)
    response.writeHead(isThere ? 200 : 404, {
      'content-type': `${kinds[extname(path)] ?? 'application/octet-stream'}; charset=utf-8`,
    })
    response.end(pages[path] ?? (isThere ? readFileSync(file) : ''))
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return `http://127.0.0.1:${address.port}/`
}

/** A page, with everything in it that its console calls a warning or an error. */
async function open(address: string): Promise<{ page: Page; problems: string[] }> {
  const page = await browser.newPage({ reducedMotion: 'reduce' })
  const problems: string[] = []
  page.on('console', (message) => {
    const text = message.text()
    const isHarmless = harmless.some((pattern) => pattern.test(text + message.location().url))
    if ((message.type() === 'error' || message.type() === 'warning') && !isHarmless) problems.push(text)
  })
  page.on('pageerror', (error) => problems.push(error.message))
  await page.goto(address)
  return { page, problems }
}

/** Builds with the Vite of this repository, whatever the test runner has set. */
async function bundle(root: string, config: InlineConfig): Promise<void> {
  const before = process.env['NODE_ENV']
  process.env['NODE_ENV'] = 'production'
  try {
    await build({ root, configFile: false, logLevel: 'error', base: './', ...config })
  } finally {
    process.env['NODE_ENV'] = before
  }
}

function copyEmbed(project: string, into: string): void {
  cpSync(join(project, 'node_modules', 'memoryscape', 'lib', 'embed'), join(project, into, 'embed'), {
    recursive: true,
  })
}

test('a Vite project shows the element, and computes beside it', async () => {
  const project = makeProject('vite', {
    'index.html': example('index.html').code.replace(/^<!--.*-->\n/, ''),
    'main.js': example('main.js').code,
  })
  await bundle(project, {})
  copyEmbed(project, 'dist')
  const { page, problems } = await open(await serve(join(project, 'dist')))
  await expect.poll(() => page.locator('output').innerText(), { timeout: 20_000 }).toBe('With α₁ = 0.5: one')
  expect(await page.frameLocator('memory-scape iframe').locator('body').innerText()).not.toBe('')
  expect(problems).toEqual([])
})

test('a page that a server renders is hydrated without a word, and becomes the figure', async () => {
  const project = makeProject(
    'server',
    {
      'Figure.jsx': example('Figure.jsx').code,
      'server.jsx': example('server.jsx').code,
      'client.jsx': example('client.jsx').code,
    },
    { borrowed: react },
  )
  const jsx: InlineConfig = { oxc: { jsx: { runtime: 'automatic' } } }
  await bundle(project, { ...jsx, build: { ssr: 'server.jsx', outDir: 'server' } })
  const { render } = (await import(pathToFileURL(join(project, 'server', 'server.js')).href)) as {
    render: (base: string) => string
  }
  const html = render('https://example.org/embed/')
  expect(html).toContain('<memory-scape')
  expect(html).toContain('preset="fig2d"')
  expect(html).not.toContain('<iframe')

  // Development code of React, which is what says that a page and its component differ.
  await bundle(project, {
    ...jsx,
    mode: 'development',
    define: { 'process.env.NODE_ENV': '"development"' },
    build: {
      outDir: 'client',
      minify: false,
      rolldownOptions: { input: join(project, 'client.jsx'), output: { entryFileNames: 'client.js' } },
    },
  })
  copyEmbed(project, 'client')
  const index = `<!doctype html><html lang="en"><title>Rendered</title><div id="root">${html}</div><script type="module" src="./client.js"></script></html>`
  const { page, problems } = await open(await serve(join(project, 'client'), { '/index.html': index }))
  await expect.poll(() => page.locator('figcaption').innerText(), { timeout: 20_000 }).toBe('The regime is: two.')
  await page.getByRole('button', { name: 'Forget memory 1' }).click()
  await expect.poll(() => page.locator('figcaption').innerText(), { timeout: 20_000 }).toBe('The regime is: one.')
  expect(problems).toEqual([])

  // And one that differs would have been told of.
  const other = index.replace('unknown', 'another')
  const spoilt = await open(await serve(join(project, 'client'), { '/index.html': other }))
  await expect.poll(() => spoilt.problems.join()).toMatch(/hydrat/i)
})
