import fc from 'fast-check'
import { expect, test } from 'vitest'
import { experiments } from '../experiment/link/experiments.laws.ts'
import { defaultExperiment } from '../experiment/defaultExperiment.ts'
import { parseExperiment } from '../experiment/schema.ts'
import { glanceAt } from './glance.ts'

const drawn = ['model', 'input', 'balls', 'noise', 'playback', 'view'] as const

test('any document is drawn as the schema reads it', () => {
  fc.assert(
    fc.property(experiments, (experiment) => {
      expect(glanceAt({ ...experiment })).toEqual(experiment)
    }),
    { numRuns: 300 },
  )
})

/** A document in which one value of the drawn parts is another. */
const spoiled = fc
  .tuple(
    fc.constantFrom(
      ['model', 'kind'],
      ['model', 'gain'],
      ['model', 'strength'],
      ['input', 'saliency'],
      ['noise', 'strength'],
      ['playback', 'speed'],
      ['view', 'picture'],
      ['view', 'layers'],
      ['view', 'phase', 'tint'],
      ['view', 'phase', 'flow'],
      ['balls'],
      ['balls', '0', 'start'],
      ['balls', '1', 'id'],
    ),
    fc.oneof(fc.anything(), fc.double(), fc.tuple(fc.double(), fc.double()), fc.constantFrom('idp', 'map', 2)),
  )
  .map(([path, value]) => {
    const document = structuredClone(defaultExperiment) as unknown as Record<string, unknown>
    const last = path.at(-1) as string
    const home = path.slice(0, -1).reduce((part, name) => part[name] as Record<string, unknown>, document)
    home[last] = value
    return document
  })

test('what the schema refuses is not drawn, and what it moves into range is drawn there', () => {
  fc.assert(
    fc.property(spoiled, (document) => {
      const parsed = parseExperiment(document)
      const glance = glanceAt(document)
      if (glance === null) expect(parsed.ok).toBe(false)
      else if (parsed.ok) for (const part of drawn) expect(glance[part]).toEqual(parsed.experiment[part])
    }),
    { numRuns: 2000 },
  )
})
