// The size caps of the built site. kB = 1000 bytes of gzip -9; JavaScript and CSS, no fonts, no source maps.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { kernelPlugin } from './kernelPlugin.mjs'
import { libBytes } from './libClosure.mjs'

/** @typedef {{ file: string, imports?: string[], dynamicImports?: string[], css?: string[] }} Chunk one entry of Vite's manifest */
/** @typedef {Record<string, Chunk>} Manifest */
/** @typedef {{ name: string, bytes: number, target: number, cap: number }} Size bytes and limits, all in bytes */

const root = fileURLToPath(new URL('..', import.meta.url))
const caps = {
  shell: { target: 165_000, cap: 185_000 },
  surface: { target: 365_000, cap: 400_000 },
  // With its worker inside as text, and in that four modules of WebAssembly.
  recall: { target: 100_000, cap: 115_000 },
  // The panels of the phase portrait together; each is loaded when it is opened.
  phase: { target: 35_000, cap: 45_000 },
  // The largest section of the share dialog with all that it draws; each is loaded when it is opened.
  section: { target: 60_000, cap: 70_000 },
  // What makes videos and GIFs; fetched when a film is begun.
  film: { target: 60_000, cap: 70_000 },
  embed: { target: 34_000, cap: 35_000 },
  embedSurface: { target: 330_000, cap: 365_000 },
  // dist/memory-scape.js: <memory-scape> for other pages.
  element: { target: 3_000, cap: 3_000 },
  worker: { target: 18_000, cap: 25_000 },
  // As it stands, as text, in a chunk of its own.
  analysisWorker: { target: 35_000, cap: 40_000 },
  recallWorker: { target: 38_000, cap: 42_000 },
  // dist/memoryscape.html: all scripts, styles, fonts and workers.
  oneFile: { target: 1_150_000, cap: 1_300_000 },
  // The entries of the npm package, each with the chunks that it shares with the others.
  libModel: { target: 20_000, cap: 25_000 },
  libPhase: { target: 28_500, cap: 31_000 },
  libDocument: { target: 25_000, cap: 28_000 },
  libElement: { target: 3_300, cap: 3_500 },
  libReact: { target: 4_000, cap: 4_400 },
}
/** Of the page in a frame: what its map needs, and what its picture in 3-D needs beyond that. */
const embedFiles = { map: ['embed.js', 'embed.css'], surface: ['embed-live.js', 'embed-scene.js', 'embed-scene.css'] }
/** The chunk of the Recall view: loaded when its page is opened. */
const recallChunk = 'src/app/recall/RecallView.tsx'
/** The chunks of the phase portrait. */
const phaseFolder = 'src/panels/phase/'
/** The chunks of the share dialog with all that it exports. */
const shareFolder = 'src/panels/share/'
/** The chunks that make films. */
const filmFolder = 'src/exports/video/'

/** The files that load with the chunks `keys`: their own, those of all static imports, and their style sheets. @param {Manifest} manifest @param {string[]} keys @returns {Set<string>} */
export function staticClosure(manifest, keys) {
  /** @type {Set<string>} */
  const seen = new Set()
  /** @type {Set<string>} */
  const files = new Set()
  const waiting = [...keys]
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (seen.has(key)) continue
    seen.add(key)
    const chunk = manifest[key]
    if (!chunk) throw new Error(`The manifest has no chunk ${key}.`)
    files.add(chunk.file)
    for (const css of chunk.css ?? []) files.add(css)
    waiting.push(...(chunk.imports ?? []))
  }
  return files
}

/** The scripts and style sheets that a page names itself. A modulepreload is a hint, not a need. @param {string} html @returns {string[]} */
export function filesOfPage(html) {
  const scripts = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"/g)].map((match) => match[1])
  const links = [...html.matchAll(/<link\b[^>]*>/g)]
    .map((match) => match[0])
    .filter((tag) => /rel="stylesheet"/.test(tag))
  return [...scripts, ...links.map((tag) => /href="([^"]+)"/.exec(tag)?.[1])].flatMap((path) =>
    path ? [path.replace(/^\.?\//, '')] : [],
  )
}

/** What the page loads at once, what it loads before the first surface, what the Recall view and the phase panels add to the shell, and what each section of the share dialog and the making of films add to that. @param {Manifest} manifest @param {string} html */
export function filesByStage(manifest, html) {
  const named = filesOfPage(html)
  const entries = Object.keys(manifest).filter((key) => named.includes(manifest[key]?.file ?? ''))
  if (entries.length === 0) throw new Error('The page loads no chunk of the manifest.')
  const scenes = Object.keys(manifest).filter((key) => key.startsWith('src/scene/'))
  if (scenes.length === 0) throw new Error('The manifest has no scene chunk: is the scene still imported dynamically?')
  const shell = staticClosure(manifest, entries)
  for (const file of named) shell.add(file)
  const recall = [...staticClosure(manifest, [recallChunk])].filter((file) => !shell.has(file))
  const surface = new Set([...shell, ...staticClosure(manifest, scenes)])
  const panels = Object.keys(manifest).filter((key) => key.startsWith(phaseFolder))
  const phase = [...staticClosure(manifest, panels)].filter((file) => !surface.has(file))
  const keys = Object.keys(manifest).filter((key) => key.startsWith(shareFolder))
  const sections = keys.map((key) => new Set([...staticClosure(manifest, [key])].filter((file) => !surface.has(file))))
  const share = new Set(sections.flatMap((files) => [...files]))
  const encoders = Object.keys(manifest).filter((key) => key.startsWith(filmFolder))
  const film = [...staticClosure(manifest, encoders)].filter((file) => !surface.has(file) && !share.has(file))
  return {
    shell,
    surface,
    recall: new Set(recall),
    phase: new Set(phase),
    sections,
    film: new Set(film),
  }
}

/** A worker stands inside a chunk as text, so it is built once more, alone. @param {string} entry */
async function workerBytes(entry) {
  const { build } = await import('vite')
  const lib = {
    entry: join(root, entry),
    formats: /** @type {['iife']} */ (['iife']),
    name: 'worker',
  }
  const result = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [kernelPlugin()],
    build: { write: false, lib },
  })
  const code = [result]
    .flat()
    .flatMap((part) => ('output' in part ? part.output.map((file) => (file.type === 'chunk' ? file.code : '')) : []))
  return gzipSync(code.join(''), { level: 9 }).length
}

/** @returns {Promise<Size[]>} */
async function measure() {
  const dist = join(root, 'dist')
  const manifestPath = join(dist, '.vite/manifest.json')
  if (!existsSync(manifestPath)) throw new Error('dist/.vite/manifest.json is missing: run `npm run build` first.')
  const manifest = /** @type {Manifest} */ (JSON.parse(readFileSync(manifestPath, 'utf8')))
  const { shell, surface, recall, phase, sections, film } = filesByStage(
    manifest,
    readFileSync(join(dist, 'index.html'), 'utf8'),
  )
  /** @param {Iterable<string>} files */
  const gzipped = (files) =>
    [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length, 0)
  return [
    { name: 'shell', bytes: gzipped(shell), ...caps.shell },
    { name: 'first surface', bytes: gzipped(surface), ...caps.surface },
    { name: 'recall view', bytes: gzipped(recall), ...caps.recall },
    { name: 'phase panels', bytes: gzipped(phase), ...caps.phase },
    { name: 'export section', bytes: Math.max(...sections.map(gzipped)), ...caps.section },
    { name: 'films', bytes: gzipped(film), ...caps.film },
    { name: 'embed', bytes: gzipped(embedFiles.map), ...caps.embed },
    {
      name: 'embed surface',
      bytes: gzipped([...embedFiles.map, ...embedFiles.surface]),
      ...caps.embedSurface,
    },
    { name: 'element', bytes: gzipped(['memory-scape.js']), ...caps.element },
    { name: 'worker', bytes: await workerBytes('src/engine/engine.worker.ts'), ...caps.worker },
    {
      name: 'analysis worker',
      bytes: await workerBytes('src/engine/analysis/analysis.worker.ts'),
      ...caps.analysisWorker,
    },
    {
      name: 'recall worker',
      bytes: await workerBytes('src/engine/recall/recall.worker.ts'),
      ...caps.recallWorker,
    },
    { name: 'one file', bytes: gzipped(['memoryscape.html']), ...caps.oneFile },
    { name: 'package model', bytes: libBytes(join(root, 'lib/model.js')), ...caps.libModel },
    { name: 'package phase', bytes: libBytes(join(root, 'lib/phase.js')), ...caps.libPhase },
    { name: 'package document', bytes: libBytes(join(root, 'lib/document.js')), ...caps.libDocument },
    { name: 'package element', bytes: libBytes(join(root, 'lib/element.js')), ...caps.libElement },
    { name: 'package react', bytes: libBytes(join(root, 'lib/react.js')), ...caps.libReact },
  ]
}

/** One line of the table. @param {Size} size */
export function describeSize({ name, bytes, target, cap }) {
  const verdict = bytes > cap ? 'TOO LARGE' : bytes > target ? 'over the target' : 'ok'
  const kilobytes = [bytes, target, cap].map((count) => (count / 1000).toFixed(1).padStart(9))
  return `${name.padEnd(16)}${kilobytes.join('')}  ${verdict}`
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const sizes = await measure()
  console.log(`${'kB of gzip'.padEnd(16)}${['measured', 'target', 'cap'].map((head) => head.padStart(9)).join('')}`)
  for (const size of sizes) console.log(describeSize(size))
  if (sizes.some(({ bytes, cap }) => bytes > cap)) process.exitCode = 1
}
