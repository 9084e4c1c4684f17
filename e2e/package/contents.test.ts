import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { root } from '../../tools/install.mjs'

const packed = inject('packed')
const paths = packed.files.map(({ path }) => path)
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

interface Manifest {
  exports: Record<string, string | { types: string; default: string }>
  bin: Record<string, string>
  dependencies?: object
  devDependencies: object
}
const manifest = JSON.parse(read('package.json')) as Manifest

test('the tarball holds what is built, and no sources, tests or settings', () => {
  const parts = new Set(paths.map((path) => path.replace(/^(lib\/(?:types|chunks|embed))\/.*/, '$1/')))
  expect([...parts].toSorted()).toEqual([
    'CHANGELOG.md',
    'CITATION.cff',
    'LICENSE',
    'README.md',
    'lib/THIRD-PARTY-LICENSES.txt',
    'lib/chunks/',
    'lib/cli.js',
    'lib/document.js',
    'lib/element.js',
    'lib/embed/',
    'lib/memoryscape.schema.json',
    'lib/model.js',
    'lib/phase.js',
    'lib/react.js',
    'lib/types/',
    'package.json',
  ])
  expect(paths.filter((path) => /\.(test|laws|bench)\.|\.map$|(?<!\.d)\.tsx?$|(^|\/)\./.test(path))).toEqual([])
  expect(packed.size).toBeLessThan(1_500_000)
})

test('it needs no other package', () => {
  expect(manifest.dependencies).toBeUndefined()
})

test('every entry is there, and names only files that are there, or React', () => {
  const targets = Object.values(manifest.exports).flatMap((entry) =>
    typeof entry === 'string' ? [entry] : Object.values(entry),
  )
  const named = [...targets, ...Object.values(manifest.bin)].map((path) => path.replace('./', ''))
  expect(named.filter((path) => !path.includes('*') && !paths.includes(path))).toEqual([])
  expect(paths).toContain('lib/embed/embed.html')
  const modules = paths.filter((path) => /^lib\/(types|chunks)\/|^lib\/[\w-]+\.js$/.test(path) && path !== 'lib/cli.js')
  const wrong = modules.flatMap((path) =>
    [...read(path).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["']([^"']+)["']/g)].flatMap(([, target = '']) => {
      if (/^react(\/jsx-runtime)?$/.test(target)) return path.includes('react') ? [] : [`${path}: ${target}`]
      const file = join(dirname(path), target.replace(/\.js$/, path.endsWith('.d.ts') ? '.d.ts' : '.js')).replaceAll(
        '\\',
        '/',
      )
      return paths.includes(file) ? [] : [`${path}: ${target}`]
    }),
  )
  expect(wrong).toEqual([])
})

test('the notices name every package that is built in', () => {
  const notices = read('lib/THIRD-PARTY-LICENSES.txt')
  for (const name of ['pure-rand', 'valibot', 'three', 'react', '@react-three/fiber', 'zustand']) {
    expect(notices).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\((MIT|Apache-2\\.0)\\)$`, 'm'))
  }
})

test('React’s component is marked for the client', () => {
  expect(read('lib/react.js').split('\n')[0]).toMatch(/^['"]use client['"];?/)
})
