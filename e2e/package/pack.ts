import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { root } from '../../tools/install.mjs'

/** What `npm pack --json` says of a tarball. */
export interface Packed {
  readonly filename: string
  /** Bytes of the tarball, and of what is in it. */
  readonly size: number
  readonly unpackedSize: number
  readonly files: readonly { readonly path: string; readonly size: number }[]
}

declare module 'vitest' {
  interface ProvidedContext {
    packed: Packed
    /** The folder of the tarball; tests make their projects in it. */
    workshop: string
  }
}

/** Packs the repository as it would be published, from what `npm run build` has made, into a folder that goes when the tests end. */
export function setup(project: TestProject): () => void {
  if (!existsSync(join(root, 'lib', 'model.js')))
    throw new Error('There is nothing to pack: `npm run build` makes lib/.')
  const workshop = mkdtempSync(join(tmpdir(), 'memoryscape-package-'))
  // Without scripts: `prepack` would build it all once more.
  const args = ['pack', '--ignore-scripts', '--json', '--silent', '--pack-destination', workshop]
  const answer = execFileSync('npm', args, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' })
  const [packed] = JSON.parse(answer) as [Packed]
  project.provide('packed', packed)
  project.provide('workshop', workshop)
  return () => rmSync(workshop, { recursive: true, force: true })
}
