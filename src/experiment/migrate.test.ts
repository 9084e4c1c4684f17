import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultExperiment } from './defaultExperiment.ts'
import { defaultPhase } from './defaultPhase.ts'
import version1 from './fixtures/version1.json'
import version2 from './fixtures/version2.json'
import { migrate } from './migrate.ts'
import { parseExperiment } from './schema.ts'

/** What a document of version 2 becomes: all that it had, the usual number of particles, and the usual layers. */
function asVersion3<T extends { noise: object; view: object }>(document: T) {
  return {
    ...document,
    version: 3,
    noise: { ...document.noise, particles: 4000 },
    view: { ...document.view, phase: defaultPhase },
  }
}

test('a document of version 1 keeps all that it had, and gets the default Recall view and layers', () => {
  const result = parseExperiment(version1)
  expect(result).toEqual({
    ok: true,
    experiment: asVersion3({ ...version1, recall: defaultExperiment.recall }),
  })
})

test('a document of version 2 keeps all that it had, and gets the default layers', () => {
  expect(parseExperiment(version2)).toEqual({ ok: true, experiment: asVersion3(version2) })
})

test('a part that only a later version has is read in an older one', () => {
  const view = { ...version2.view, phase: { ...defaultPhase, tint: 'basins' } }
  expect(parseExperiment({ ...version2, view })).toEqual({ ok: true, experiment: { ...asVersion3(version2), view } })
})

test.each([version1, version2])('an older document without its parts is refused, not mended', (document) => {
  const { noise: _noise, ...rest } = document
  expect(parseExperiment(rest)).toMatchObject({ ok: false })
  expect(parseExperiment({ ...document, view: [] })).toMatchObject({ ok: false })
  expect(parseExperiment({ ...document, view: null })).toMatchObject({ ok: false })
})

test('what is wrong in a document of version 1 is told as in any other', () => {
  const result = parseExperiment({ ...version1, noise: { strength: 'much', seed: 1 } })
  expect(result).toEqual({
    ok: false,
    sentence: 'noise.strength should be a number from 0 to 3, but is "much".',
  })
})

test('other values stay as they are', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      expect(migrate(value)).toBe(value)
    }),
  )
  expect(migrate(defaultExperiment)).toBe(defaultExperiment)
})
