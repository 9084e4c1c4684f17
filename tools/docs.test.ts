import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inspect } from 'node:util'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import * as model from '../src/model/index.ts'
import { root } from './install.mjs'

const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const documents = [
  'README.md',
  'CHANGELOG.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map((name) => `docs/${name}`),
].filter((name) => name.endsWith('.md'))

/** The code blocks of a language in a document. */
function blocks(document: string, language: string): string[] {
  return [...read(document).matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'gm'))].map(
    (match) => match[1] ?? '',
  )
}

test('the example of docs/api.md prints what it says', () => {
  const [code = ''] = blocks('docs/api.md', 'js')
  const [wanted] = blocks('docs/api.md', 'text')
  const lines: string[] = []
  const log = (...parts: unknown[]): void => {
    lines.push(parts.map((part) => (typeof part === 'string' ? part : inspect(part))).join(' '))
  }
  const [statement, names = ''] = /^import \{(.*?)\} from '\.\/lib\/model\.js'$/m.exec(code) ?? []
  expect(statement, 'the example imports the library').toBeDefined()
  runInNewContext(code.replace(statement ?? '', `const {${names}} = model`), { model, console: { log } })
  expect(`${lines.join('\n')}\n`).toBe(wanted)
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
