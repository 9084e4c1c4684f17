import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './install.mjs'

const { version } = /** @type {{ version: string }} */ (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))

/** For `define` of every Vite configuration whose code says which version it is: `__VERSION__`, declared in src/exports/version.d.ts. */
export const versionDefine = { __VERSION__: JSON.stringify(version) }
