// Shared by `npm start` and `npm test`: the right Node, and the packages of the lock file. Imports nothing but Node.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** True for the versions that package.json names: ^20.19.0 || >=22.12.0. @param {string} version like '20.19.0' */
export function isNodeSupported(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22
}

/** Ends the program with a sentence where Node is too old to go on. */
export function requireNode(version = process.versions.node) {
  if (isNodeSupported(version)) return
  console.error(
    `Memoryscape needs Node 20.19 or newer (or 22.12 or newer). This is Node ${version}. Get a current one at https://nodejs.org and try again.`,
  )
  process.exit(1)
}

const lockPath = join(root, 'package-lock.json')
const stampPath = join(root, 'node_modules', '.memoryscape-install')

function lockHash() {
  return createHash('sha256').update(readFileSync(lockPath)).digest('hex')
}

/** True when node_modules was made from the lock file that stands there now, by this script or by npm by hand. */
function areDependenciesCurrent() {
  if (existsSync(stampPath)) return readFileSync(stampPath, 'utf8') === lockHash()
  const npmRecord = join(root, 'node_modules', '.package-lock.json')
  return existsSync(npmRecord) && statSync(npmRecord).mtimeMs >= statSync(lockPath).mtimeMs
}

/**
 * Runs npm, also where `npm` is a script that cannot be spawned directly, and resolves to its exit code.
 * @param {string[]} args @param {NodeJS.ProcessEnv} [env] @returns {Promise<number>}
 */
export function runNpm(args, env = process.env) {
  const npm = process.env.npm_execpath
  const isNpmScript = npm !== undefined && /npm-cli\.c?js$/.test(npm)
  const command = isNpmScript ? process.execPath : 'npm'
  const options = { cwd: root, env, shell: !isNpmScript && process.platform === 'win32' }
  return new Promise((resolve) => {
    const child = spawn(command, isNpmScript ? [npm, ...args] : args, {
      ...options,
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    child.once('error', () => resolve(1))
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

/** Installs the packages of the lock file, where they are missing or older than it. Ends the program on failure. */
export async function installDependencies() {
  if (areDependenciesCurrent()) return
  console.log(
    'Installing the packages that Memoryscape is built with. This happens once and takes about half a minute.',
  )
  const code = await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund'])
  if (code !== 0) {
    console.error(
      'npm could not install the packages: its message above says why. Mend that and run the same command again.',
    )
    process.exit(1)
  }
  writeFileSync(stampPath, lockHash())
}
