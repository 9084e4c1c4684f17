import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultExperiment } from '../defaultExperiment.ts'
import { experiments } from '../link/experiments.laws.ts'
import { parseExperiment } from '../schema.ts'
import { parseDocument } from './documentFile.ts'
import { newerSentence, understandNewer, type UnderstoodDocument } from './newerDocument.ts'

const version = 4

function read(value: unknown): UnderstoodDocument | null {
  const parsed = parseDocument(JSON.stringify(value))
  if (parsed.ok || parsed.newer === undefined) throw new Error('This is no newer document.')
  return understandNewer(parsed.newer)
}

const own = { ...defaultExperiment, model: { ...defaultExperiment.model, gain: 2.5 } }
const { recall, view, noise } = own

describe('a document of a newer version', () => {
  test.each<[string, object, object, readonly string[]]>([
    ['with nothing new', {}, own, []],
    ['with the address of its schema', { $schema: 'x' }, own, []],
    ['with a new part', { fog: { depth: 3 } }, own, ['fog']],
    ['with a new part within a part', { view: { ...view, fog: 1 } }, own, ['view.fog']],
    [
      'with a kind that is not known',
      { model: { ...own.model, kind: 'softmax', beta: 2 } },
      own,
      ['model.beta', 'model.kind'],
    ],
    ['without a part', { noise: undefined }, { ...own, noise: defaultExperiment.noise }, ['noise']],
    [
      'with a number out of range',
      { noise: { ...noise, strength: 99 } },
      { ...own, noise: { ...noise, strength: 3 } },
      [],
    ],
    [
      'with a ball in three dimensions',
      { balls: [...own.balls, { id: 9, start: [1, 2, 3] }, { id: 10, start: [1, 1], mass: 2 }] },
      { ...own, balls: [...own.balls, { id: 10, start: [1, 1] }] },
      ['balls[3].start', 'balls[4].mass'],
    ],
    [
      'with more balls than there may be',
      { balls: Array.from({ length: 30 }, (_, k) => ({ id: k + 1, start: [0, 0] })) },
      { ...own, balls: Array.from({ length: 24 }, (_, k) => ({ id: k + 1, start: [0, 0] })) },
      ['balls[24]'],
    ],
    [
      'with two balls of one id',
      { balls: [own.balls[0], own.balls[0]] },
      { ...own, balls: defaultExperiment.balls },
      ['balls'],
    ],
    [
      'with an input of a kind that is not known',
      { recall: { ...recall, input: { kind: 'sound', hertz: 440 } } },
      own,
      ['recall.input'],
    ],
    [
      'with an input that has more to it',
      { recall: { ...recall, input: { ...recall.input, colour: 'red' } } },
      own,
      ['recall.input.colour'],
    ],
    [
      'with a memory of another size',
      { recall: { ...recall, memories: [...recall.memories, { id: 99, name: 'new', isOn: true, bits: 'AAAA' }] } },
      own,
      ['recall.memories[7]'],
    ],
    [
      'with a start in a memory that is not there',
      { recall: { ...recall, start: { kind: 'memory', memory: 77, isInverted: false } } },
      { ...own, recall: { ...recall, start: defaultExperiment.recall.start } },
      ['recall.start'],
    ],
    [
      'with a model in the race that is not known',
      { recall: { ...recall, lanes: ['idp', 'dense'] } },
      { ...own, recall: { ...recall, lanes: ['idp'] } },
      ['recall.lanes[1]'],
    ],
    ['with memories in another form', { recall: { ...recall, memories: 'many' } }, own, ['recall.memories']],
  ])('%s', (_, more, wanted, leftOut) => {
    expect(read({ ...own, version, ...more })).toEqual({ experiment: wanted, leftOut })
  })

  test('of which nothing is understood is refused', () => {
    for (const value of [{ version }, { version, scenes: [1, 2] }]) expect(read(value)).toBeNull()
  })

  test('with very many unknown parts is read at once', () => {
    const parts = Object.fromEntries(Array.from({ length: 100_000 }, (_, k) => [`part${k}`, k]))
    const found = read({ ...parts, ...own, version })
    expect(found?.experiment).toEqual(own)
    expect(found?.leftOut).toHaveLength(100)
  })

  test('whatever it holds, what is understood is valid and nothing is thrown', () => {
    const paths = pathsOf(own)
    const change = fc.record({
      path: fc.constantFrom(...paths),
      value: fc.oneof(fc.jsonValue(), fc.constantFrom(...paths.map((path) => valueAt(own, path)))),
      key: fc.option(fc.string({ maxLength: 12 }), { nil: undefined }),
    })
    fc.assert(
      fc.property(
        experiments,
        fc.array(change, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 4 }),
        (from, changes, newer) => {
          const value = JSON.parse(JSON.stringify({ ...from, version: newer })) as object
          for (const { path, value: next, key } of changes)
            plant(value, key === undefined ? path : [...path, key], next)
          const found = read({ ...value, version: newer })
          if (found === null) return
          expect(parseExperiment(found.experiment)).toEqual({ ok: true, experiment: found.experiment })
        },
      ),
      { numRuns: 500, seed: 11 },
    )
  }, 20_000)

  test('any valid document but for its version is understood whole', () => {
    fc.assert(
      fc.property(experiments, (experiment) => {
        expect(read({ ...experiment, version })).toEqual({ experiment, leftOut: [] })
      }),
      { numRuns: 300, seed: 3 },
    )
  })
})

test('the sentence names what was left out, and counts the rest', () => {
  expect(newerSentence(4, [])).toMatch(
    /version 4, .* up to 3\. It can be looked at, not changed; all of it is understood\.$/,
  )
  expect(newerSentence(5, ['fog', 'view.sun'])).toMatch(/Not understood: fog, view\.sun\.$/)
  expect(newerSentence(5, ['a', 'b', 'c', 'd', 'e'])).toMatch(/Not understood: a, b, c and 2 more\.$/)
})

type Path = readonly (string | number)[]

/** Every place of a value but the whole. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, child]) => {
    const inner = [...path, Array.isArray(value) ? Number(name) : name]
    return [inner, ...pathsOf(child, inner)]
  })
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], value)
}

/** Puts a value in its place, where there still is such a place. */
function plant(value: unknown, path: Path, next: unknown): void {
  let node = value
  for (const key of path.slice(0, -1)) {
    if (typeof node !== 'object' || node === null) return
    node = (node as Record<string, unknown>)[key]
  }
  if (typeof node === 'object' && node !== null) (node as Record<string, unknown>)[path[path.length - 1]] = next
}
