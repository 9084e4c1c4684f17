import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import * as experiment from '../src/experiment/index.ts'
import * as phase from '../src/kernel/phase/index.ts'
import * as model from '../src/model/index.ts'
import { root } from './install.mjs'

const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const documents = [
  'README.md',
  'CHANGELOG.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map((name) => `docs/${name}`),
].filter((name) => name.endsWith('.md'))

test.each([
  ['model', model],
  ['model/phase', phase],
  ['document', experiment],
])('the tables of docs/api.md have every function of memoryscape/%s, and no other', (entry, exports) => {
  const section =
    read('docs/api.md')
      .split(/^## /m)
      .find((part) => part.startsWith(`memoryscape/${entry}\n`)) ?? ''
  const cells = [...section.matchAll(/^\| (`[^|]*) \|/gm)].map((match) => match[1] ?? '')
  const named = cells.flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map((match) => match[1]))
  const functions = Object.entries(exports).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []))
  expect(functions.filter((name) => !named.includes(name))).toEqual([])
  expect(named.filter((name) => !Object.hasOwn(exports, name ?? ''))).toEqual([])
})

test('docs/model.md names only functions that its files export', () => {
  const rows = [...read('docs/model.md').matchAll(/^\|[^|]*\| +(`[^|]*)\| +(`[^|]*\.ts`) *\|$/gm)]
  expect(rows.length).toBeGreaterThan(20)
  const missing = rows.flatMap(([, functions = '', files = '']) => {
    const code = [...files.matchAll(/`([\w/]+\.ts)`/g)].map((match) => read(`src/model/${match[1]}`)).join('\n')
    return [...functions.matchAll(/`(\w+)`/g)].flatMap(([, name]) =>
      new RegExp(`export (function|const) ${name}\\b`).test(code) ? [] : [name],
    )
  })
  expect(missing).toEqual([])
})

test.each(documents)('every link and path in %s leads somewhere', (document) => {
  const text = read(document)
  const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map((match) => join(dirname(document), match[1] ?? ''))
  const paths = [...text.matchAll(/`((?:src|docs|tools|bench|e2e)\/[\w./-]+)`/g)].map((match) => match[1] ?? '')
  const scripts = [...text.matchAll(/npm run ([\w:]+)/g)].map((match) => match[1] ?? '')
  const known = (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts
  const isMade = (path: string): boolean => path === 'bench/results/latest.json'
  expect([...links, ...paths].filter((path) => !isMade(path) && !existsSync(join(root, path)))).toEqual([])
  expect(scripts.filter((name) => !(name in known))).toEqual([])
})
