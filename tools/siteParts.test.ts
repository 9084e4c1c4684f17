import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inlineScript, makeOneFile, withoutUnusedFonts } from './oneFilePlugin.ts'
import { isKept, keptFiles, workerCode } from './serviceWorker.mjs'

test.each([
  ['index.html', true],
  ['assets/index-abc.js', true],
  ['assets/embedOptions-abc.js', true],
  ['icons/icon-192.png', true],
  ['manifest.webmanifest', true],
  ['assets/index-abc.js.map', false],
  ['.vite/manifest.json', false],
  ['embed.html', false],
  ['embed-live.js', false],
  ['memory-scape.js', false],
  ['memoryscape.html', false],
  ['examples/react/index.html', false],
  ['sw.js', false],
])('the service worker keeps %s: %s', (file, wanted) => expect(isKept(file)).toBe(wanted))

test('the list changes with a file, and the worker with the list', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'memoryscape-list-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), 'one')
  writeFileSync(join(folder, 'assets', 'a.js'), 'a')
  const before = keptFiles(folder)
  expect(Object.keys(before)).toEqual(['assets/a.js', 'index.html'])
  writeFileSync(join(folder, 'index.html'), 'two')
  const after = keptFiles(folder)
  rmSync(folder, { recursive: true })
  expect(after['assets/a.js']).toBe(before['assets/a.js'])
  expect(after['index.html']).not.toBe(before['index.html'])
  const [first, second] = [await workerCode(before), await workerCode(after)]
  expect(first).toContain(before['index.html'])
  expect(first).not.toBe(second)
  expect(first).not.toContain('__FILES__')
})

const html = `<!doctype html>
<html>
  <head>
    <meta charset="utf-8" />
    <link rel="icon" type="image/svg+xml" href="./favicon.svg" />
    <link rel="manifest" href="./manifest.webmanifest" />
    <script src="./theme.js"></script>
    <script type="module" crossorigin src="./assets/index.js"></script>
    <link rel="stylesheet" crossorigin href="./assets/index.css">
  </head>
  <body><div id="root"></div></body>
</html>`

test('one file names no other, and its scripts stay whole', () => {
  const code = 'const a = "</script><!-- <script>", b = "$& $1"'
  const file = makeOneFile(html, { early: 'early()', code, css: 'a::after{content:"</style>"}', icon: '<svg/>' })
  expect(file).not.toMatch(/(src|href)="\.\//)
  expect(file.match(/<\/script>/g)).toHaveLength(3)
  expect(file.match(/<\/style>/g)).toHaveLength(1)
  expect(file).toContain('b = "$& $1"')
  const [run] = /const a = .*"/.exec(file) ?? []
  expect(run).toBe(inlineScript(code))
  // oxlint-disable-next-line typescript/no-implied-eval, typescript/no-unsafe-call -- our own text: is it what it was?
  expect(new Function(`${inlineScript(code)}; return a`)()).toBe('</script><!-- <script>')
})

test('of the fonts of formulas only those that a formula asks for are carried along', () => {
  const face = (family: string) => `@font-face{font-family:${family};src:url(data:font/woff2;base64,AA)}`
  const css = ['KaTeX_Main', 'KaTeX_AMS', 'KaTeX_Fraktur', 'Source Sans 3 Variable'].map(face).join('')
  const left = withoutUnusedFonts(css, '`<span class="mord mathbb">R</span>`')
  expect(left).toBe(['KaTeX_Main', 'KaTeX_AMS', 'Source Sans 3 Variable'].map(face).join(''))
})
