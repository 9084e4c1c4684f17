import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inject } from 'vitest'
import { root } from '../../tools/install.mjs'

/** A fresh project with the tarball installed, without a network. `borrowed`: packages that it has from this repository. Returns its folder. */
export function makeProject(
  name: string,
  files: Readonly<Record<string, string>>,
  {
    borrowed = [],
    type = 'module',
  }: { readonly borrowed?: readonly string[]; readonly type?: 'module' | 'commonjs' } = {},
): string {
  const folder = join(inject('workshop'), name)
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, private: true, type }))
  const args = ['install', '--offline', '--no-audit', '--no-fund', '--silent', join('..', inject('packed').filename)]
  execFileSync('npm', args, { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' })
  for (const path of borrowed) {
    const place = join(folder, 'node_modules', path)
    mkdirSync(dirname(place), { recursive: true })
    symlinkSync(join(root, 'node_modules', path), place, 'dir')
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

/** What a program says, and its exit code. */
export function run(command: string, args: readonly string[], cwd: string) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', timeout: 60_000 })
  return { status, stdout, stderr }
}

/** The examples of docs/api.md: a code block is named by its first line, a comment; what it prints is the `text` block after it. */
export function example(name: string): { readonly code: string; readonly printed: string } {
  const text = readFileSync(join(root, 'docs', 'api.md'), 'utf8')
  const blocks = [...text.matchAll(/^```(\w+)\n([^]*?)^```$/gm)].map(([, language = '', code = '']) => ({
    language,
    code,
  }))
  const at = blocks.findIndex(({ code }) => (code.split('\n')[0] ?? '').includes(name))
  if (at < 0) throw new Error(`docs/api.md has no example that begins with a comment with ${name}.`)
  const next = blocks[at + 1]
  return { code: blocks[at]?.code ?? '', printed: next?.language === 'text' ? next.code : '' }
}
