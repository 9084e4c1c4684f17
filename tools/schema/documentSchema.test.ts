import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultExperiment } from '../../src/experiment/defaultExperiment.ts'
import { experiments } from '../../src/experiment/link/experiments.laws.ts'
import stored from '../../src/experiment/link/fixtures/version3.json'
import { presets } from '../../src/experiment/presets/presets.ts'
import { recallPresets } from '../../src/experiment/recall/recallPresets.ts'
import { parseExperiment } from '../../src/experiment/schema.ts'
import { root } from '../install.mjs'
import { type DocumentSchema, documentSchema, documentSchemaText, schemaPath } from './documentSchema.ts'
import { misfits } from './misfits.ts'
import { documentWords } from './words.ts'

const schema = documentSchema()
const isDeclared = (value: unknown) => misfits(schema, value).length === 0
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

test('the committed file is what `npm run schema` writes', () => {
  expect(readFileSync(join(root, schemaPath), 'utf8')).toBe(documentSchemaText())
})

test('every word belongs to a part, and every number has its range', () => {
  const known = new Set<string>()
  const bare: string[] = []
  const look = (part: DocumentSchema, path: string): void => {
    known.add(path)
    const isNumber = part.type === 'number' || part.type === 'integer'
    if (isNumber && (part.minimum === undefined || part.maximum === undefined)) bare.push(path)
    for (const [name, child] of Object.entries(part.properties ?? {}))
      look(child, path === '' ? name : `${path}.${name}`)
    for (const item of part.prefixItems ?? []) look(item, `${path}[]`)
    if (typeof part.items === 'object') look(part.items, `${path}[]`)
    for (const option of [...(part.anyOf ?? []), ...(part.oneOf ?? [])]) look(option, path)
  }
  look(schema, '')
  expect(Object.keys(documentWords).filter((path) => !known.has(path))).toEqual([])
  // Angles are wrapped instead.
  expect(bare.filter((path) => !path.endsWith('.azimuth'))).toEqual([])
})

describe('documents that the program writes are declared', () => {
  test.each<readonly [string, unknown]>([
    ['the default', defaultExperiment],
    ['a stored one', stored.document],
    ...presets.map(({ id, experiment }) => [id, experiment] as const),
    ...recallPresets.map(({ id, recall }) => [id, { ...defaultExperiment, recall }] as const),
  ])('%s', (_, experiment) => {
    expect(misfits(schema, plain(experiment))).toEqual([])
  })

  test('any', () => {
    fc.assert(
      fc.property(experiments, (experiment) => {
        expect(misfits(schema, plain(experiment))).toEqual([])
      }),
      { numRuns: 200, seed: 5 },
    )
  })

  test('with the address of the schema, which is read and left away', () => {
    const document = { $schema: './memoryscape.schema.json', ...defaultExperiment }
    expect(isDeclared(document)).toBe(true)
    expect(parseExperiment(document)).toEqual({ ok: true, experiment: defaultExperiment })
    expect(parseExperiment({ ...defaultExperiment, $schema: 7 })).toMatchObject({ ok: false })
  })
})

describe('documents that the program refuses or mends are not', () => {
  test('any part left out, or too many', () => {
    for (const key of Object.keys(defaultExperiment)) {
      expect(isDeclared({ ...defaultExperiment, [key]: undefined })).toBe(false)
    }
    expect(isDeclared({ ...defaultExperiment, extra: 1 })).toBe(false)
    expect(isDeclared({ ...defaultExperiment, version: 4 })).toBe(false)
    expect(isDeclared(null)).toBe(false)
  })

  test('any number beyond its range', () => {
    const tried = numberPaths(schema).flatMap(({ path, low, high }) =>
      [low - 1, high + 1].map((value) => ({ path, value, found: misfits(schema, withValue(path, value)) })),
    )
    expect(tried.length).toBeGreaterThan(60)
    expect(tried.filter(({ found }) => found.length === 0)).toEqual([])
  })

  test('words that are none of the list, and lists that are too long', () => {
    expect(misfits(schema, withValue(['model', 'kind'], 'softmax'))).toEqual(['model.kind'])
    expect(misfits(schema, withValue(['input', 'saliency'], [1, 2, 3]))).toEqual(['input.saliency'])
    expect(misfits(schema, withValue(['recall', 'memories', 0, 'bits'], 'a b'))).toEqual(['recall.memories[0].bits'])
    expect(
      isDeclared(
        withValue(
          ['balls'],
          Array.from({ length: 25 }, (_, k) => ({ id: k + 1, start: [0, 0] })),
        ),
      ),
    ).toBe(false)
  })
})

/** Where the default document has numbers, with their ranges. */
function numberPaths(
  part: DocumentSchema,
  value: unknown = defaultExperiment,
  path: (string | number)[] = [],
): {
  path: (string | number)[]
  low: number
  high: number
}[] {
  if (part.minimum !== undefined && part.maximum !== undefined) return [{ path, low: part.minimum, high: part.maximum }]
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, k) => {
      const inner = part.prefixItems?.[k] ?? part.items
      return typeof inner === 'object' && k < 2 ? numberPaths(inner, item, [...path, k]) : []
    })
  }
  if (typeof value !== 'object' || value === null) return []
  const options = [part, ...(part.oneOf ?? []), ...(part.anyOf ?? [])].filter(
    (option) => misfits(option, value).length === 0,
  )
  const { properties = {} } = options.at(-1) ?? part
  return Object.entries(value).flatMap(([name, child]) =>
    properties[name] ? numberPaths(properties[name], child, [...path, name]) : [],
  )
}

function withValue(path: readonly (string | number)[], value: unknown): unknown {
  const copy = plain(defaultExperiment)
  let node = copy as Record<string | number, unknown>
  for (const key of path.slice(0, -1)) node = node[key] as Record<string | number, unknown>
  node[path[path.length - 1]] = value
  return copy
}
