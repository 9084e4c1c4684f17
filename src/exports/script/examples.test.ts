import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { presets } from '../../experiment/presets/presets.ts'
import { exportHeader } from '../header.ts'
import { languages } from './languages.laws.ts'
import { juliaScript, numpyScript } from './script.ts'

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')
/** The examples name one version, and are not to be written anew for each. */
const plain = (text: string) => text.replace(/Memoryscape \d+\.\d+\.\d+/, 'Memoryscape')

const preset = presets.find(({ id }) => id === 'fig2d')!
const header = exportHeader(preset.experiment, preset.title)

test('the examples are what the lab saves for Figure 2(d)', () => {
  expect(plain(read('examples/fig2d.py'))).toBe(plain(numpyScript(preset.experiment, 'landscape', header)))
  expect(plain(read('examples/fig2d.jl'))).toBe(plain(juliaScript(preset.experiment, 'landscape', header)))
})

test.each(languages)(
  'the $name example prints what docs/exports.md says, where $needs is installed',
  (language) => {
    const [, said] = /\$ python3 examples\/fig2d\.py\n([^`]*)```/.exec(read('docs/exports.md')) ?? []
    expect(said?.split('\n').length).toBeGreaterThan(10)
    if (language.isInstalled)
      expect(language.runPlainly(language.write(preset.experiment, 'landscape', header))).toBe(said)
  },
  60_000,
)
