import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultExperiment } from '../defaultExperiment.ts'
import version1 from '../fixtures/version1.json'
import { experiments } from '../link/experiments.laws.ts'
import { documentFileName, documentText, documentTitle, parseDocument } from './documentFile.ts'

describe('a saved document', () => {
  test('comes back as it was', () => {
    fc.assert(
      fc.property(experiments, (experiment) => {
        expect(parseDocument(documentText(experiment))).toEqual({ ok: true, experiment })
      }),
      { numRuns: 500, seed: 1982 },
    )
  })

  test('can be read by people: short lists are on one line', () => {
    const text = documentText(defaultExperiment)
    expect(text).toContain('"saliency": [1.5, 2]')
    expect(text).toContain('"lanes": ["idp", "classic-start", "classic-held"]')
    expect(text).toMatch(/^\{\n {2}"version": 3,\n/)
    expect(text.endsWith('}\n')).toBe(true)
  })

  test('of version 1 opens', () => {
    expect(parseDocument(JSON.stringify(version1))).toMatchObject({ ok: true })
  })
})

test.each([
  ['', /not JSON/],
  ['{"version": 3', /not JSON/],
  ['GIF89a', /not JSON/],
  ['null', /^The experiment should be an object/],
  ['[]', /^The experiment should be an object|version is missing/],
  ['{"version": 9}', /newer Memoryscape: it has version 9.*up to 3/],
  ['{"version": "3"}', /version should be 1, 2 or 3/],
  ['{"version": 3.5}', /version should be 1, 2 or 3/],
  ['{"version": 3}', /model is missing/],
  [
    JSON.stringify({ ...defaultExperiment, input: { saliency: [1, 'x'] } }),
    /^input\.saliency\[1\] should be a number from −3 to 5, but is "x"\.$/,
  ],
  [JSON.stringify({ ...defaultExperiment, extra: 1 }), /^extra is not part of an experiment/],
])('%.30s is refused', (text, sentence) => {
  const parsed = parseDocument(text)
  expect(parsed.ok ? 'opened' : parsed.sentence).toMatch(sentence)
})

test('any change of a saved document opens something valid or says why', () => {
  fc.assert(
    fc.property(
      experiments,
      fc.nat(),
      fc.string({ maxLength: 3, unit: 'binary' }),
      fc.nat(3),
      (experiment, at, more, lost) => {
        const text = documentText(experiment)
        const k = at % text.length
        const parsed = parseDocument(text.slice(0, k) + more + text.slice(k + lost))
        if (!parsed.ok) expect(parsed.sentence).toMatch(/\.$/)
        else expect(parseDocument(documentText(parsed.experiment))).toEqual(parsed)
      },
    ),
    { numRuns: 1000, seed: 7 },
  )
}, 20_000)

test('names', () => {
  expect(documentFileName('Figure 2(a): four wells')).toBe('figure-2-a-four-wells.memoryscape.json')
  expect(documentFileName('Élan ☃')).toBe('elan.memoryscape.json')
  expect(documentFileName('***')).toBe('experiment.memoryscape.json')
  expect(documentTitle('lecture 3.memoryscape.json')).toBe('lecture 3')
  expect(documentTitle('data.JSON')).toBe('data')
  expect(documentTitle('x'.repeat(99))).toHaveLength(40)
})
