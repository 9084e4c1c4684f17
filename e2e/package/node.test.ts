import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { defaultExperiment } from '../../src/experiment/defaultExperiment.ts'
import { root } from '../../tools/install.mjs'
import { example, makeProject, run } from './projects.ts'

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
const examples = ['equilibria.mjs', 'recall.mjs', 'phase.mjs', 'document.mjs']

describe('a plain Node project', () => {
  const files = Object.fromEntries(examples.map((name) => [name, example(name).code]))
  const folder = makeProject('node', {
    ...files,
    'figure.mjs': `import { findEquilibria } from 'memoryscape/model'\nconst found = findEquilibria({ saliency: [1.5, 2], gain: 1, current: [0, 0] })\nconsole.log(JSON.stringify(found.filter((one) => one.stability === 'stable').map((one) => one.energy)))\n`,
    'document.json': JSON.stringify({ ...defaultExperiment, noise: { ...defaultExperiment.noise, strength: 0.2 } }),
  })

  test.each(examples)('the example %s of docs/api.md prints what it says', (name) => {
    const { status, stdout, stderr } = run(process.execPath, [name], folder)
    expect(stderr).toBe('')
    expect(status).toBe(0)
    expect(stdout).toBe(example(name).printed)
  })

  test('the wells of Figure 2(d)', () => {
    const { stdout } = run(process.execPath, ['figure.mjs'], folder)
    const energies = (JSON.parse(stdout) as number[]).toSorted((a, b) => a - b)
    // E(γξ) = N [½ γ ψ(γ) − ln cosh(gγ)/g], with γ = 1.2878 and 1.9150.
    const wanted = [2, 1.5].map((saliency) => {
      let amplitude = saliency
      for (let k = 0; k < 200; k++) amplitude = saliency * Math.tanh(amplitude)
      return 2 * (0.5 * amplitude * Math.tanh(amplitude) - Math.log(Math.cosh(amplitude)))
    })
    expect(energies).toHaveLength(4)
    energies.forEach((energy, k) => expect(energy).toBeCloseTo(wanted[k >> 1] ?? 0, 12))
  })

  test('the command line', () => {
    const command = join(
      folder,
      'node_modules',
      '.bin',
      process.platform === 'win32' ? 'memoryscape.cmd' : 'memoryscape',
    )
    expect(run(command, ['--version'], folder).stdout).toContain(version)
    const { status, stderr } = run(command, ['run', 'document.json', '--out', 'results.json'], folder)
    expect(status, stderr).toBe(0)
    const read = `const r = require('./results.json'); console.log(typeof r === 'object' && r !== null)`
    expect(run(process.execPath, ['-e', read], folder).stdout.trim()).toBe('true')
  })

  test('the element and the component can be imported where there is no page', () => {
    const code = `const { defineMemoryscape } = await import('memoryscape/element'); defineMemoryscape(); console.log(typeof defineMemoryscape)`
    expect(run(process.execPath, ['--input-type=module', '-e', code], folder)).toMatchObject({
      stdout: 'function\n',
      stderr: '',
    })
  })
})

test('a CommonJS project imports it', () => {
  const code = `import('memoryscape/model').then(({ regime }) => console.log(regime([1.5, 2], 1).kind))\n`
  const folder = makeProject('commonjs', { 'main.cjs': code }, { type: 'commonjs' })
  expect(run(process.execPath, ['main.cjs'], folder)).toMatchObject({ status: 0, stdout: 'two\n', stderr: '' })
})

describe('types', () => {
  const main = `import { findEquilibria, type Equilibrium, type TwoNeuronSystem } from 'memoryscape/model'
import { findBasins, type Basins } from 'memoryscape/model/phase'
import { defaultExperiment, parseDocument, type Experiment } from 'memoryscape/document'
import { defineMemoryscape } from 'memoryscape/element'
import { MemoryScape } from 'memoryscape/react'
const system: TwoNeuronSystem = { saliency: [1.5, 2], gain: 1, current: [0, 0] }
export const found: Equilibrium[] = findEquilibria(system)
export const basins: Basins = findBasins(system, { extent: 4 })
const parsed = parseDocument('{}')
export const experiment: Experiment = parsed.ok ? parsed.experiment : defaultExperiment
defineMemoryscape()
export const figure = <MemoryScape preset="fig2d" controls="alpha play" height={420} />
// @ts-expect-error a gain is a number
export const wrong = findEquilibria({ ...system, gain: 'high' })
`
  const settings = (module: string, moduleResolution: string) => ({
    compilerOptions: {
      strict: true,
      noEmit: true,
      target: 'es2022',
      lib: ['es2022', 'dom', 'dom.iterable'],
      jsx: 'react-jsx',
      module,
      moduleResolution,
      skipLibCheck: false,
      types: [],
    },
    files: ['main.tsx'],
  })
  const borrowed = ['react', 'react-dom', '@types/react', 'csstype']
  const folder = makeProject(
    'types',
    {
      'main.tsx': main,
      'bundler.json': JSON.stringify(settings('esnext', 'bundler')),
      'nodenext.json': JSON.stringify(settings('nodenext', 'nodenext')),
    },
    { borrowed },
  )

  test.each(['bundler', 'nodenext'])('are whole where modules are resolved as by %s', (name) => {
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
    const { status, stdout } = run(process.execPath, [tsc, '-p', `${name}.json`], folder)
    expect(stdout).toBe('')
    expect(status).toBe(0)
  })
})
