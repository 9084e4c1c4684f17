// `npm run build`: everything that the site serves, into dist/. Each part has a Vite config of its own, because a page, a classic script
// and a single file cannot come out of one build.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './install.mjs'
import { noticesOf } from './licenses.mjs'

/** In this order: the first empties dist/. */
export const siteConfigs = ['vite.config.ts', 'vite.single.config.ts', 'vite.element.config.ts', 'vite.embed.config.ts']

/** Builds of one config, each with a mode of its own: several classic scripts cannot come out of one build. @type {Record<string, string[]>} */
const modes = { 'vite.embed.config.ts': ['page', 'live', 'scene', 'engine', 'analysis'] }

/** The licences of what is built in. Returns true. */
function writeNotices() {
  writeFileSync(join(root, 'dist', 'THIRD-PARTY-LICENSES.txt'), noticesOf(join(root, 'src')))
  return true
}

/** Builds all parts. Returns false where one failed; its own output has said why. */
export function buildSite() {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  // A test runner sets NODE_ENV to 'test', and React's development version would be built.
  const env = { ...process.env, NODE_ENV: 'production' }
  /** @param {string[]} args */
  const runs = (args) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env }).status === 0
  return (
    siteConfigs.every((config) =>
      (modes[config] ?? ['production']).every((mode) =>
        runs([vite, 'build', '--config', config, '--mode', mode, '--logLevel', 'warn']),
      ),
    ) &&
    // Last of all, since it lists the files of this build.
    runs([join(root, 'tools', 'serviceWorker.mjs')]) &&
    writeNotices()
  )
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (!buildSite()) process.exitCode = 1
}
