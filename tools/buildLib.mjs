// `npm run build:lib`: what the npm package holds besides the command line, into lib/. The embed page comes from dist/, so the site is built first.
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { root } from './install.mjs'
import { noticesOf } from './licenses.mjs'

const lib = join(root, 'lib')
const types = join(lib, 'types')
/** Of dist/: what an author serves beside his own pages to show embeds without the rest of the site. */
const embedFiles = /^(embed[\w-]*\.(html|js|css)|memory-scape\.m?js)$/
const importPath = /((?:from|import)\s*\(?\s*['"])(\.{1,2}\/[^'"]+?)\.tsx?(['"])/g

/** @param {string} script @param {string[]} args */
function run(script, args) {
  const env = { ...process.env, NODE_ENV: 'production' }
  const { status } = spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit', env })
  if (status !== 0) process.exit(status ?? 1)
}

/** All files of a kind below a folder. @param {string} folder @param {string} ending */
function filesBelow(folder, ending) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names.filter((name) => name.endsWith(ending)).map((name) => join(folder, name))
}

/**
 * Declarations name each other by `.ts`, which only bundlers resolve: `.js` is understood by all. Those that no entry leads to are not needed, and
 * would name packages that the package does not have. @param {string[]} entries
 */
function tidyTypes(entries) {
  /** @type {Set<string>} */
  const needed = new Set()
  const waiting = [...entries]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (needed.has(path)) continue
    needed.add(path)
    const text = readFileSync(path, 'utf8')
    for (const [, , target = ''] of text.matchAll(importPath)) waiting.push(join(dirname(path), `${target}.d.ts`))
    writeFileSync(path, text.replaceAll(importPath, '$1$2.js$3'))
  }
  for (const path of filesBelow(types, '.d.ts')) if (!needed.has(path)) rmSync(path)
}

/** The declarations of the entries in package.json. @returns {string[]} */
function typeEntries() {
  const { exports } = /** @type {{ exports: Record<string, string | { types?: string }> }} */ (
    JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  )
  return Object.values(exports).flatMap((entry) =>
    typeof entry === 'object' && entry.types !== undefined ? [join(root, entry.types)] : [],
  )
}

for (const part of ['types', 'chunks', 'embed', 'model']) rmSync(join(lib, part), { recursive: true, force: true })
run(join(root, 'node_modules/vite/bin/vite.js'), ['build', '--config', 'vite.lib.config.ts', '--logLevel', 'warn'])
run(join(root, 'node_modules/typescript/bin/tsc'), ['-p', 'tsconfig.lib.json'])
tidyTypes(typeEntries())

const dist = join(root, 'dist')
const embed = existsSync(dist) ? readdirSync(dist).filter((name) => embedFiles.test(name)) : []
mkdirSync(join(lib, 'embed'), { recursive: true })
for (const name of embed) copyFileSync(join(dist, name), join(lib, 'embed', name))
const fonts = embed
  .filter((name) => name.endsWith('.css'))
  .flatMap((name) => [...readFileSync(join(dist, name), 'utf8').matchAll(/url\(["']?(?:\.\/)?(assets\/[\w.-]+)/g)])
for (const [, path = ''] of fonts) {
  mkdirSync(join(lib, 'embed', 'assets'), { recursive: true })
  copyFileSync(join(dist, path), join(lib, 'embed', path))
}
if (embed.length === 0) {
  console.error(`${relative(root, dist)} has no embed page: \`npm run build\` builds it first.`)
  process.exitCode = 1
}
copyFileSync(join(root, 'public', 'memoryscape.schema.json'), join(lib, 'memoryscape.schema.json'))
writeFileSync(join(lib, 'THIRD-PARTY-LICENSES.txt'), noticesOf(join(root, 'src')))
