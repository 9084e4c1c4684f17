import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { root } from './install.mjs'

// The layers, once more, as data: what the lint rules allow is compared with this table, case by case.
const layers: Record<string, { folders: string[]; packages: string[] }> = {
  model: { folders: [], packages: ['pure-rand'] },
  experiment: { folders: ['model'], packages: ['valibot'] },
  kernel: { folders: ['model'], packages: [] },
  engine: { folders: ['model', 'experiment', 'kernel'], packages: [] },
  exports: { folders: ['model', 'experiment'], packages: ['gifenc', 'mediabunny'] },
  store: { folders: ['model', 'experiment', 'kernel', 'engine', 'exports'], packages: ['react', 'valibot', 'zustand'] },
  ui: { folders: [], packages: ['react', 'react-dom', 'katex'] },
  scene: { folders: ['model', 'store'], packages: ['react', 'three', '@react-three/fiber'] },
  plots: { folders: ['model', 'store', 'ui'], packages: ['react'] },
  embed: {
    folders: ['model', 'experiment', 'kernel', 'engine', 'store', 'ui', 'scene', 'plots'],
    packages: ['react', 'react-dom', 'valibot'],
  },
  panels: {
    folders: ['model', 'experiment', 'kernel', 'engine', 'store', 'ui', 'plots', 'embed', 'exports'],
    packages: ['react', 'react-dom', 'uqr'],
  },
  app: {
    folders: ['model', 'experiment', 'kernel', 'engine', 'store', 'ui', 'scene', 'plots', 'embed', 'panels', 'exports'],
    packages: [
      'react',
      'react-dom',
      '@fontsource-variable/source-sans-3',
      '@fontsource-variable/source-serif-4',
      'katex',
    ],
  },
  element: { folders: ['experiment', 'embed'], packages: ['react'] },
  cli: {
    folders: ['model', 'experiment', 'kernel', 'engine', 'exports'],
    packages: ['node:fs', 'node:fs/promises', 'node:path', 'node:process', 'node:util'],
  },
}
const names = Object.keys(layers)
const watched = ['react', 'react-dom', 'three', '@react-three/fiber', 'zustand', 'valibot']

interface Case {
  path: string
  code: string
  rule: string | null
}

function edges(from: string, to: string): Case[] {
  const rule = layers[from]?.folders.includes(to) ? null : 'eslint(no-restricted-imports)'
  const forms: Record<string, string> = {
    value: `import { thing } from '../${to}/thing.ts'\nexport const copy = thing\n`,
    type: `import type { Thing } from '../${to}/thing.ts'\nexport type Copy = Thing\n`,
    reexport: `export { thing } from '../${to}/thing.ts'\n`,
    lazy: `export const load = () => import('../${to}/thing.ts')\n`,
    folder: `export { thing } from '../${to}'\n`,
    'inner/deep': `export { thing } from '../../${to}/inner/thing.ts'\n`,
    roundabout: `export { thing } from '../../src/${to}/thing.ts'\n`,
    outside: `export { thing } from '../${to}/thing.tsx'\n`,
  }
  return Object.entries(forms).map(([form, code]) => ({ path: `src/${from}/${form}-${to}.ts`, code, rule }))
}

const imports = 'eslint(no-restricted-imports)'
const globals = 'eslint(no-restricted-globals)'
const cases: Case[] = [
  ...names.flatMap((from) => names.filter((to) => to !== from).flatMap((to) => edges(from, to))),
  ...names.flatMap((from) =>
    watched.map((name) => ({
      path: `src/${from}/package-${name.replaceAll('/', '-')}.ts`,
      code: `export { thing } from '${name}'\n`,
      rule: layers[from]?.packages.includes(name) ? null : imports,
    })),
  ),
  ...names.map((from) => ({
    path: `src/${from}/three-examples.ts`,
    code: `export { thing } from 'three/examples/jsm/a.js'\n`,
    rule: from === 'scene' ? null : imports,
  })),
  ...names.map((from) => ({
    path: `src/${from}/workerImport.ts`,
    code: `export { thing } from './engine.worker.ts?worker&inline'\n`,
    rule: imports,
  })),
  ...names.map((from) => ({
    path: `src/${from}/workerGlobal.ts`,
    code: `export const worker = () => new Worker('a.js')\n`,
    rule: globals,
  })),
  ...[
    'engine/workerPort',
    'engine/analysis/analysisWorkerPort',
    'engine/recall/recallWorkerPort',
    'engine/headless/headlessWorkerPort',
  ].map((file) => ({
    path: `src/${file}.ts`,
    code: `import make from './engine.worker.ts?worker&inline'\nexport const port = () => [new make(), new Worker('a.js')]\n`,
    rule: null,
  })),
  ...[
    'model/a',
    'experiment/a',
    'kernel/a',
    'kernel/phase/a',
    'engine/protocol',
    'engine/session/a',
    'engine/analysis/protocol',
    'engine/analysis/session/a',
    'engine/recall/protocol',
    'engine/recall/session/a',
    'engine/headless/run/a',
  ].flatMap((file) => [
    { path: `src/${file}.ts`, code: `export const now = () => Date.now()\n`, rule: globals },
    { path: `src/${file}.ts`, code: `export const now = () => performance.now()\n`, rule: globals },
    { path: `src/${file}.ts`, code: `export const now = () => globalThis.performance.now()\n`, rule: globals },
    {
      path: `src/${file}.ts`,
      code: `export const draw = () => Math.random()\n`,
      rule: 'eslint(no-restricted-properties)',
    },
    { path: `src/${file}.ts`, code: `export const width = () => window.innerWidth\n`, rule: globals },
  ]),
  {
    path: 'src/model/own.ts',
    code: `export { createRandom } from './random.ts'\nexport { xoroshiro128plus } from 'pure-rand'\n`,
    rule: null,
  },
]

const typed: Case[] = [
  {
    path: 'src/model/floating.ts',
    code: `const wait = async (): Promise<void> => {}\nexport const start = (): void => {\n  wait()\n}\n`,
    rule: 'typescript(no-floating-promises)',
  },
  {
    path: 'src/model/any.ts',
    code: `export const any = (value: any): void => void value\n`,
    rule: 'typescript(no-explicit-any)',
  },
  {
    path: 'src/model/switch.ts',
    code: `export function name(kind: 'a' | 'b'): string {\n  switch (kind) {\n    case 'a':\n      return 'A'\n  }\n  return ''\n}\n`,
    rule: 'typescript(switch-exhaustiveness-check)',
  },
  {
    path: 'src/model/cycleA.ts',
    code: `import { b } from './cycleB.ts'\nexport const a = (): number => b()\n`,
    rule: 'import(no-cycle)',
  },
  {
    path: 'src/model/cycleB.ts',
    code: `import { a } from './cycleA.ts'\nexport const b = (): number => a()\n`,
    rule: 'import(no-cycle)',
  },
]

/** Lints made-up files under the project's own rules. Returns the rules reported, by the number of the case. */
function lint(examples: readonly Case[]): Map<number, string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'memoryscape-layers-'))
  folders.push(folder)
  const reports = new Map<number, string[]>()
  copyFileSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
  copyFileSync(join(root, 'tsconfig.base.json'), join(folder, 'tsconfig.base.json'))
  writeFileSync(
    join(folder, 'tsconfig.json'),
    '{ "extends": "./tsconfig.base.json", "include": ["src"], "compilerOptions": { "lib": ["es2023", "dom"] } }',
  )
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  for (const { path, code } of examples) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), code)
  }
  const oxlint = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint')
  const result = spawnSync(process.execPath, [oxlint, '--type-aware', '--format', 'json', 'src'], {
    cwd: folder,
    encoding: 'utf8',
  })
  const { diagnostics } = JSON.parse(result.stdout) as { diagnostics: { code: string; filename: string }[] }
  for (const [index, example] of examples.entries()) {
    reports.set(
      index,
      diagnostics.filter(({ filename }) => filename === example.path).map(({ code }) => code),
    )
  }
  return reports
}

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** Two cases that share a file go to two runs. */
function runs(all: readonly Case[]): Case[][] {
  const rounds: Case[][] = []
  for (const example of all) {
    const round = rounds.find((entries) => entries.every(({ path }) => path !== example.path))
    if (round) round.push(example)
    else rounds.push([example])
  }
  return rounds
}

describe('the lint rules bite', () => {
  test('every forbidden import is reported, and no allowed one', () => {
    const wrong = runs(cases).flatMap((round) => {
      const reports = lint(round)
      return round.flatMap(({ path, code, rule }, index) => {
        const reported = reports.get(index)?.filter((name) => /no-restricted-/.test(name)) ?? []
        const isRight = rule === null ? reported.length === 0 : reported.includes(rule)
        return isRight
          ? []
          : [`${path}: ${code.trim()} → ${reported.join(', ') || 'no report'}, expected ${rule ?? 'none'}`]
      })
    })
    expect(wrong).toEqual([])
    expect(cases.filter(({ rule }) => rule !== null).length).toBeGreaterThan(300)
  }, 60_000)

  test.each(typed.map((example, index) => [example.rule ?? '', example.path, index] as const))(
    '%s in %s',
    (rule, _path, index) => {
      expect(typedReports().get(index)).toContain(rule)
    },
  )
})

let memo: Map<number, string[]> | null = null
const typedReports = () => (memo ??= lint(typed))

const sourceFolders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory())

describe('the tree keeps to the table', () => {
  test('every folder of src is a layer, and every layer has its rule', () => {
    expect(sourceFolders.map(({ name }) => name).filter((name) => !names.includes(name))).toEqual([])
    const config = JSON.parse(readFileSync(join(root, '.oxlintrc.json'), 'utf8')) as {
      overrides: { files: string[]; rules: Record<string, unknown> }[]
    }
    const ruled = config.overrides.filter(({ rules }) => 'no-restricted-imports' in rules).flatMap(({ files }) => files)
    expect(names.filter((name) => !ruled.includes(`src/${name}/**`))).toEqual([])
  })

  // Also sees what the lint rule does not: `import('…').Type`, and packages that nobody thought of.
  test.each(sourceFolders.map(({ name }) => name))('src/%s imports nothing else', (name) => {
    const allowed = layers[name] ?? { folders: [], packages: [] }
    const files = readdirSync(join(root, 'src', name), { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.tsx?$/.test(file) && !/\.(test|laws|bench)\.tsx?$/.test(file),
    )
    const wrong = files.flatMap((file) => {
      const code = readFileSync(join(root, 'src', name, file), 'utf8')
      const found = [...code.matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*)'([^'\n]+)'/g)].map((match) => match[1] ?? '')
      return found.filter((path) => !isAllowed(path, name, allowed)).map((path) => `${file}: ${path}`)
    })
    expect(wrong).toEqual([])
  })
})

function isAllowed(path: string, own: string, allowed: { folders: string[]; packages: string[] }): boolean {
  if (path.startsWith('.')) {
    const target = names.find((name) => new RegExp(String.raw`^\.\..*/${name}(/|$)`).test(path))
    return target === undefined || target === own || allowed.folders.includes(target)
  }
  if (path.startsWith('virtual:')) return true
  return allowed.packages.some((name) => path === name || path.startsWith(`${name}/`))
}
