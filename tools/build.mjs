// Builds the site where dist/ is missing or no longer what the sources say.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './install.mjs'

const page = join(root, 'dist', 'index.html')
const stampFolder = join(root, 'node_modules', '.cache', 'memoryscape')
const stampPath = join(stampFolder, 'build')
const plugins = ['tools/katexPlugin.ts', 'tools/kernelPlugin.mjs']
const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json', ...plugins]

/** All files at or below a path, sorted. @param {string} path @returns {string[]} */
function filesBelow(path) {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path)
    .toSorted()
    .flatMap((name) => filesBelow(join(path, name)))
}

/** Contents rather than dates: a checkout, a copy and an unpacked archive all have dates that say nothing. */
function fingerprint() {
  const hash = createHash('sha256')
  for (const path of sources.flatMap((source) => filesBelow(join(root, source)))) {
    if (/\.(test|laws|bench)\.tsx?$/.test(path)) continue
    hash.update(path).update('\0').update(readFileSync(path)).update('\0')
  }
  return hash.update(existsSync(page) ? readFileSync(page) : '').digest('hex')
}

function isBuildCurrent() {
  return existsSync(page) && existsSync(stampPath) && readFileSync(stampPath, 'utf8') === fingerprint()
}

/** To be called after any build that succeeded. */
export function rememberBuild() {
  mkdirSync(stampFolder, { recursive: true })
  writeFileSync(stampPath, fingerprint())
}

/** Builds the site if need be. Returns false where the build failed; its own output has said why. */
export function buildIfStale() {
  if (isBuildCurrent()) return true
  console.log('Building the site.')
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  // A test runner sets NODE_ENV to 'test', and React's development version would be built.
  const env = { ...process.env, NODE_ENV: 'production' }
  const result = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
    env,
  })
  if (result.status !== 0) return false
  rememberBuild()
  return true
}
