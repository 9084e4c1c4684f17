// The last step of a build: dist/sw.js, the service worker that keeps the files of this very build. The source is src/app/offline/service.worker.ts.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './install.mjs'

/** What the page can do without: what belongs to other pages, to tools, or is to be downloaded. */
const left = [
  /^\.vite\//,
  /\.(map|txt)$/,
  /^embed/,
  /^memory-?scape\./,
  /^memory-scape/,
  /^examples\//,
  /^sw\.js$/,
  /(^|\/)\.[^/]+$/,
]
/** Of SHA-256: enough that no two files meet by accident. */
const hashLetters = 32

/** True for a file that the page works with. @param {string} file its path below dist/, with slashes */
export function isKept(file) {
  return !left.some((pattern) => pattern.test(file))
}

/** The files to keep, each with the first half of its SHA-256. @param {string} folder @returns {Record<string, string>} */
export function keptFiles(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
  return Object.fromEntries(
    files
      .filter(isKept)
      .toSorted()
      .map((file) => [file, hashOf(readFileSync(join(folder, file)))]),
  )
}

/** @param {string | Buffer} content */
function hashOf(content) {
  return createHash('sha256').update(content).digest('hex').slice(0, hashLetters)
}

/** The code of the worker for these files. @param {Record<string, string>} files @returns {Promise<string>} */
export async function workerCode(files) {
  const { build } = await import('vite')
  const list = JSON.stringify(files)
  const result = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { __FILES__: list, __BUILD__: JSON.stringify(hashOf(list)) },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: join(root, 'src/app/offline/service.worker.ts'), formats: ['iife'], name: 'worker' },
    },
  })
  const chunks = [result].flat().flatMap((part) => ('output' in part ? part.output : []))
  const [chunk] = chunks.flatMap((file) => (file.type === 'chunk' ? [file.code] : []))
  if (chunk === undefined) throw new Error('The service worker came out empty.')
  return chunk
}

/** Writes sw.js into a folder with a built site. @param {string} folder */
export async function writeServiceWorker(folder) {
  writeFileSync(join(folder, 'sw.js'), await workerCode(keptFiles(folder)))
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await writeServiceWorker(join(root, process.argv[2] ?? 'dist'))
}
