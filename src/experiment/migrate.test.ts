import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultExperiment } from './defaultExperiment.ts'
import version1 from './fixtures/version1.json'
import { migrate } from './migrate.ts'
import { parseExperiment } from './schema.ts'

test('a document of version 1 keeps all that it had, and gets the default Recall view', () => {
  const result = parseExperiment(version1)
  expect(result).toEqual({
    ok: true,
    experiment: { ...version1, version: 2, recall: defaultExperiment.recall },
  })
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
