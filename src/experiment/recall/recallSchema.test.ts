import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultExperiment } from '../defaultExperiment.ts'
import type { Experiment } from '../experiment.ts'
import { parseEdit, parseExperiment } from '../schema.ts'
import { defaultRecall } from './defaultRecall.ts'
import { generateMemories } from './generate.ts'
import { recallDocuments } from './recallDocuments.laws.ts'
import { maximumMemories } from './recallRanges.ts'
import type { RecallSettings } from './recallSettings.ts'

const parseRecall = (recall: unknown) => parseExperiment({ ...defaultExperiment, recall })

const sentenceOf = (recall: unknown) => {
  const result = parseRecall(recall)
  return result.ok ? null : result.sentence
}

/** The value at a path of the part replaced. */
function withValue(path: readonly (string | number)[], value: unknown, recall: RecallSettings = defaultRecall) {
  const copy: unknown = JSON.parse(JSON.stringify(recall))
  let node = copy as Record<string | number, unknown>
  for (const key of path.slice(0, -1)) node = node[key] as Record<string | number, unknown>
  node[path[path.length - 1]] = value
  return copy
}

test('a valid part parses to itself, and so does its JSON', () => {
  fc.assert(
    fc.property(recallDocuments, (recall) => {
      const experiment = { ...defaultExperiment, recall }
      expect(parseRecall(recall)).toEqual({ ok: true, experiment })
      expect(parseRecall(JSON.parse(JSON.stringify(recall)))).toEqual({ ok: true, experiment })
    }),
  )
})

/** Every path into a value. */
function pathsOf(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path]
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  const inside = entries.flatMap(([key, child]) => pathsOf(child, [...path, key]))
  return path.length === 0 ? inside : [path, ...inside]
}

test('garbage anywhere in a part is refused with a sentence, or moved into range; nothing is thrown', () => {
  const garbage = fc.oneof(
    fc.anything({ withBigInt: true, withSparseArray: true }),
    fc.integer(),
    fc.double(),
    fc.string(),
  )
  fc.assert(
    fc.property(recallDocuments, fc.nat(), garbage, (recall, choice, value) => {
      const paths = pathsOf(recall)
      const result = parseRecall(withValue(paths[choice % paths.length], value, recall))
      if (result.ok) expect(parseExperiment(result.experiment)).toEqual(result)
      else expect(result.sentence).toMatch(/^.+\.$/s)
    }),
    { numRuns: 1000 },
  )
})

/** The value with another one at a path; all beside the path stays the same objects, as edits leave it. */
function editedAt(whole: unknown, [key, ...path]: readonly (string | number)[], value: unknown): unknown {
  if (key === undefined) return value
  const parts = whole as Record<string | number, unknown>
  const part = editedAt(parts[key], path, value)
  return Array.isArray(whole) ? whole.with(Number(key), part) : { ...parts, [key]: part }
}

test('an edit of a part is read as the whole document would be, whatever it puts where', () => {
  const others = fc.oneof(fc.anything(), fc.integer(), fc.double(), fc.string(), fc.boolean())
  fc.assert(
    fc.property(recallDocuments, fc.nat(), others, (recall, choice, value) => {
      const paths = pathsOf(recall)
      const edited = editedAt({ ...defaultExperiment, recall }, ['recall', ...paths[choice % paths.length]], value)
      expect(parseEdit({ ...defaultExperiment, recall }, edited as Experiment)).toEqual(parseExperiment(edited))
    }),
    { numRuns: 300 },
  )
})

test('what an edit leaves alone is not read again', () => {
  const before = { ...defaultExperiment }
  const recall = { ...defaultRecall, inputScale: 1.5 }
  const parsed = parseEdit(before, { ...before, recall })
  expect(parsed.ok && parsed.experiment.recall.memories).toBe(defaultRecall.memories)
})

const [cat, dog] = defaultRecall.memories
const drawing = { kind: 'drawing', pixels: 'AAAA' }
const mix = (...ids: number[]) => ({
  kind: 'mix',
  faders: ids.map((memory) => ({ memory, amount: 1 })),
  isNormalised: false,
})
const keyframe = (id: number, time: number, input: unknown = mix(1)) => ({ id, time, input, isMorphing: true })

test.each<[readonly (string | number)[], unknown, string]>([
  [['memories', 1, 'bits'], 'AA', 'recall.memories[1].bits should be 171 characters for 32 × 32 pixels, but is 2.'],
  [
    ['memories', 0, 'bits'],
    'A*',
    'recall.memories[0].bits should be pixels as base64url (letters, digits, - and _), but is "A*".',
  ],
  [
    ['memories'],
    [cat, { ...dog, id: 1 }],
    'recall.memories should be a list in which every id is different, but is a list of 2.',
  ],
  [
    ['memories'],
    [{ ...cat, isOn: false }],
    'recall.memories should be a list of which at least one memory is on, but is a list of 1.',
  ],
  [['memories'], [], 'recall.memories should be a list of 1 to 128 memories, but is a list of 0.'],
  [['memories', 0, 'name'], '', 'recall.memories[0].name should be a name of 1 to 40 characters, but is "".'],
  [['input', 'memory'], 9, 'recall.input.memory should be the number of a memory of the list, but is 9.'],
  [['input'], drawing, 'recall.input.pixels should be 342 characters for 32 × 32 pixels, but is 4.'],
  [['input'], mix(1, 99), 'recall.input.faders[1].memory should be the number of a memory of the list, but is 99.'],
  [
    ['input'],
    mix(1, 1),
    'recall.input.faders should be a list in which every memory is named once, but is a list of 2.',
  ],
  [['input', 'kind'], 'photo', 'recall.input.kind should be "drawing", "mix" or "corrupted", but is "photo".'],
  [['input'], 3, 'recall.input should be an object with a kind: "drawing", "mix" or "corrupted", but is 3.'],
  [['input'], { kind: 'mix', faders: [] }, 'recall.input.isNormalised is missing: it should be true or false.'],
  [
    ['input', 'occlusion', 'kind'],
    'fog',
    'recall.input.occlusion.kind should be "none", "half" or "window", but is "fog".',
  ],
  [['start', 'memory'], 50, 'recall.start.memory should be the number of a memory of the list, but is 50.'],
  [['slice', 'memories'], [1, 50], 'recall.slice.memories[1] should be the number of a memory of the list, but is 50.'],
  [['slice', 'memories'], [2, 2], 'recall.slice.memories[1] should be another memory than the first, but is 2.'],
  [
    ['timeline', 'keyframes'],
    [keyframe(1, 2)],
    'recall.timeline.keyframes should be a list that begins at time 0, but is a list of 1.',
  ],
  [
    ['timeline', 'keyframes'],
    [keyframe(1, 0), keyframe(2, 5), keyframe(3, 5)],
    'recall.timeline.keyframes should be a list sorted by time, each time once, but is a list of 3.',
  ],
  [
    ['timeline', 'keyframes'],
    [keyframe(1, 0), keyframe(1, 5)],
    'recall.timeline.keyframes should be a list in which every id is different, but is a list of 2.',
  ],
  [
    ['timeline', 'keyframes'],
    [keyframe(1, 0), keyframe(2, 5, mix(12))],
    'recall.timeline.keyframes[1].input.faders[0].memory should be the number of a memory of the list, but is 12.',
  ],
  [['lanes'], ['idp', 'idp'], 'recall.lanes should be a list of different models, but is a list of 2.'],
  [['lanes'], [], 'recall.lanes should be a list of 1 to 3 models, but is a list of 0.'],
  [
    ['lanes', 0],
    'softmax',
    'recall.lanes[0] should be "binary-async", "binary-sync", "classic-start", "classic-pulse", "classic-held" or "idp", but is "softmax".',
  ],
  [['size', 'columns'], 31.5, 'recall.size.columns should be a whole number from 4 to 128, but is 31.5.'],
  [['network', 'colour'], 1, 'recall.network.colour is not part of an experiment: remove it.'],
])('at %j, %j is refused in words', (path, value, sentence) => {
  expect(sentenceOf(withValue(path, value))).toBe(sentence)
})

test('too many memories are refused', () => {
  const memories = Array.from({ length: maximumMemories + 1 }, (_, k) => ({ ...cat, id: k + 1 }))
  expect(sentenceOf({ ...defaultRecall, memories })).toBe(
    'recall.memories should be a list of 1 to 128 memories, but is a list of 129.',
  )
})

test('numbers out of range go to the nearest end; flips to all pixels at most', () => {
  const result = parseRecall({
    ...defaultRecall,
    input: { ...defaultRecall.input, flips: 5000 },
    inputScale: -3,
    network: { ...defaultRecall.network, gain: 1000 },
  })
  if (!result.ok) throw new Error(result.sentence)
  const { input, inputScale, network } = result.experiment.recall
  expect(input).toMatchObject({ flips: 1024 })
  expect([inputScale, network.gain]).toEqual([0.1, 50])
})

test('a document with 128 memories of 128 x 128 is read', () => {
  const size = { columns: 128, rows: 128 }
  const made = generateMemories({ kind: 'random', count: maximumMemories, correlation: 0, seed: 1 }, size)
  const memories = made.map((memory, k) => ({ ...memory, id: k + 1, isOn: true }))
  expect(sentenceOf({ ...defaultRecall, size, memories })).toBe(null)
})
