import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { defaultExperiment } from '../experiment/defaultExperiment.ts'
import type { Experiment } from '../experiment/experiment.ts'
import { parseLink } from '../experiment/link/link.ts'
import { generateMemories } from '../experiment/recall/generate.ts'
import { exportHeader } from './header.ts'

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }

test('says what made the file, and how to open it again', () => {
  const header = exportHeader(defaultExperiment, 'Two memories')
  expect(header).toMatchObject({ title: 'Two memories', version, seed: defaultExperiment.noise.seed, date: null })
  expect(header.link).toMatch(/^#\/landscape\?x=/)
  expect(parseLink(header.link ?? '')).toEqual({ ok: true, experiment: defaultExperiment })
  expect(exportHeader(defaultExperiment, 'Two memories')).toEqual(header)
})

test('the Recall view has a seed of its own', () => {
  const { recall } = defaultExperiment
  const seeded: Experiment = { ...defaultExperiment, recall: { ...recall, noise: { ...recall.noise, seed: 77 } } }
  expect(exportHeader(seeded, '', '#/recall')).toMatchObject({ seed: 77 })
  expect(exportHeader(seeded, '', '#/recall').link).toMatch(/^#\/recall\?x=/)
})

test('has no link where the document is too large for one', () => {
  const size = { columns: 128, rows: 128 }
  const memories = generateMemories({ kind: 'random', count: 128, correlation: 0, seed: 1 }, size).map((memory, k) => ({
    ...memory,
    id: k + 1,
    isOn: true,
  }))
  const { recall } = defaultExperiment
  const large: Experiment = { ...defaultExperiment, recall: { ...recall, size, memories } }
  expect(exportHeader(large, '').link).toBeNull()
})
