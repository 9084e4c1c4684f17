// Builds the site where dist/ is missing or no longer what the sources say.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSite, siteConfigs } from './buildSite.mjs'
import { root } from './install.mjs'

const page = join(root, 'dist', 'index.html')
const stampFolder = join(root, 'node_modules', '.cache', 'memoryscape')
const stampPath = join(stampFolder, 'build')
const plugins = [
  'katexPlugin.ts',
  'kernelPlugin.mjs',
  'oneFilePlugin.ts',
  'serviceWorker.mjs',
  'versionDefine.mjs',
  'buildSite.mjs',
].map((name) => `tools/${name}`)
const sources = [
  'src',
  'public',
  'examples',
  'index.html',
  'embed.html',
  ...siteConfigs,
  'package-lock.json',
  ...plugins,
]

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
  if (!buildSite()) return false
  rememberBuild()
  return true
}
