// Finds a Chromium for the browser tests, and installs one where there is none.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { root } from './install.mjs'

/** No requests of its own: a machine for tests is often closed to the world. */
export const quietFlags = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

async function playwrightsOwn() {
  const { chromium } = await import('playwright-core')
  try {
    const path = chromium.executablePath()
    return existsSync(path) ? path : null
  } catch {
    return null
  }
}

/** The path of a Chromium on this machine, or null. CHROMIUM_PATH goes before all others. */
export async function findChromium() {
  const wanted = process.env.CHROMIUM_PATH
  if (wanted) {
    if (isExecutable(wanted)) return wanted
    throw new Error(`CHROMIUM_PATH is ${wanted}, and no program is there.`)
  }
  const folders = (process.env.PATH ?? '').split(delimiter)
  const found = names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable)
  return found ?? (await playwrightsOwn())
}

function isDebianAsRoot() {
  return (
    process.platform === 'linux' &&
    process.getuid?.() === 0 &&
    existsSync('/etc/debian_version') &&
    isExecutable('/usr/bin/apt-get')
  )
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0
}

function install() {
  if (isDebianAsRoot()) {
    run('apt-get', ['update'])
    if (run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'])) return
  }
  const playwright = join(root, 'node_modules', 'playwright-core', 'cli.js')
  const withSystemLibraries = process.platform === 'linux' && process.getuid?.() === 0
  run(process.execPath, [playwright, 'install', ...(withSystemLibraries ? ['--with-deps'] : []), 'chromium'])
}

/** The path of a Chromium, installed now if there was none; null where that failed too. */
export async function requireChromium() {
  const found = await findChromium()
  if (found) return found
  console.log('Installing Chromium for the browser tests. This happens once.')
  install()
  return findChromium()
}
