import fc from 'fast-check'
import { expect, test } from 'vitest'
import { saliencyInto } from '../../model/saliency.ts'
import { defaultExperiment } from '../defaultExperiment.ts'
import { parseExperiment } from '../schema.ts'
import { defaultRecall } from './defaultRecall.ts'
import { inputVectorInto, patternsInForce } from './deriveRecall.ts'
import { bitsLength, decodeBits, decodeTrits, encodeBits, encodeTrits } from './pixelCode.ts'
import {
  addKeyframe,
  addLane,
  addMemories,
  addMemory,
  deleteKeyframe,
  deleteMemory,
  drawInput,
  duplicateMemory,
  editRefusal,
  mixInput,
  moveKeyframe,
  moveMemory,
  removeLane,
  renameMemory,
  resizePictures,
  setFader,
  setInput,
  setKeyframe,
  setLane,
  setMemoryBits,
  setMemoryOn,
  setTimeline,
} from './recallEdits.ts'
import { recallDocuments } from './recallDocuments.laws.ts'
import { longestName, maximumKeyframes, maximumMemories } from './recallRanges.ts'
import type { MixedInput, RecallInput, RecallSettings } from './recallSettings.ts'

const idsOf = (recall: RecallSettings) => recall.memories.map((memory) => memory.id)
const blank = encodeBits(new Int8Array(1024).fill(-1))
const mixture = (...amounts: readonly number[]): MixedInput => ({
  kind: 'mix',
  faders: amounts.map((amount, k) => ({ memory: k + 1, amount })),
  isNormalised: false,
})
const vectorOf = (recall: RecallSettings, input: RecallInput) => inputVectorInto(new Float32Array(1024), recall, input)
const timesOf = (recall: RecallSettings) => recall.timeline.keyframes.map((keyframe) => keyframe.time)

/** Every edit, with arguments from two numbers; some name what is there, some what is not. */
const edits: Readonly<Record<string, (recall: RecallSettings, a: number, b: number) => RecallSettings>> = {
  addMemory: (r) => addMemory(r, { name: 'New', bits: 'A'.repeat(bitsLength(r.size.columns * r.size.rows)) }),
  renameMemory: (r, a, b) => renameMemory(r, a, 'x'.repeat(b)),
  duplicateMemory: (r, a) => duplicateMemory(r, a),
  moveMemory: (r, a, b) => moveMemory(r, a, b - 3),
  deleteMemory: (r, a) => deleteMemory(r, a),
  setMemoryOn: (r, a, b) => setMemoryOn(r, a, b % 2 === 0),
  setMemoryBits: (r, a, b) => setMemoryBits(r, a, 'B'.repeat(bitsLength(r.size.columns * r.size.rows) + (b % 2))),
  resizePictures: (r, a, b) => resizePictures(r, { columns: a, rows: b }),
  setInput: (r, a) => setInput(r, drawInput(r), a),
  setFader: (r, a, b) => setFader(r, a, b / 7 - 2),
  setFaderOfKeyframe: (r, a, b) => setFader(r, a, b / 9, r.timeline.keyframes[0]?.id ?? null),
  setLane: (r, a, b) => setLane(r, a % 4, (['binary-sync', 'idp', 'classic-pulse'] as const)[b % 3]),
  addLane: (r, a) => addLane(r, (['binary-async', 'idp', 'classic-held'] as const)[a % 3]),
  removeLane: (r, a) => removeLane(r, a % 4),
  setTimeline: (r, a, b) => setTimeline(r, { isOn: a % 2 === 0, isLooped: b % 2 === 0 }),
  addKeyframe: (r, a, b) => addKeyframe(r, a + b / 7),
  moveKeyframe: (r, a, b) => moveKeyframe(r, 80 + (a % 24), b * 1.7),
  deleteKeyframe: (r, a) => deleteKeyframe(r, 80 + (a % 24)),
  setKeyframe: (r, a, b) => setKeyframe(r, 80 + (a % 24), { isMorphing: b % 2 === 0, input: mixInput(r) }),
}

test('after any edits the document is valid, and the one before is as it was', () => {
  const steps = fc.array(fc.tuple(fc.constantFrom(...Object.keys(edits)), fc.nat({ max: 41 }), fc.nat({ max: 41 })), {
    minLength: 1,
    maxLength: 12,
  })
  fc.assert(
    fc.property(recallDocuments, steps, (beginning, plan) => {
      let recall = beginning
      for (const [name, a, b] of plan) {
        const before = JSON.stringify(recall)
        const next = edits[name](recall, a, b)
        expect(JSON.stringify(recall)).toBe(before)
        const experiment = { ...defaultExperiment, recall: next }
        expect(parseExperiment(experiment), name).toEqual({ ok: true, experiment })
        recall = next
      }
    }),
    { numRuns: 300 },
  )
}, 30_000)

test('memories: added at the end with a new id and a free name', () => {
  const once = addMemory(defaultRecall, { name: 'Cat', bits: blank })
  expect(once.memories.at(-1)).toEqual({ id: 8, name: 'Cat 2', isOn: true, bits: blank })
  const twice = addMemories(once, [
    { name: ' Cat ', bits: blank },
    { name: '', bits: blank },
  ])
  expect(twice.memories.slice(-2).map(({ id, name }) => [id, name])).toEqual([
    [9, 'Cat 3'],
    [10, 'Memory'],
  ])
  expect(addMemory(defaultRecall, { name: 'Short', bits: 'AA' })).toBe(defaultRecall)
})

test('memories: duplicate, rename, move, switch, draw', () => {
  const twin = duplicateMemory(defaultRecall, 2)
  expect(twin.memories[2]).toEqual({ ...defaultRecall.memories[1], id: 8, name: 'Dog 2' })
  expect(renameMemory(defaultRecall, 1, `  ${'Tom'.repeat(30)}`).memories[0].name).toHaveLength(longestName)
  expect(renameMemory(defaultRecall, 1, '  ')).toBe(defaultRecall)
  expect(idsOf(moveMemory(defaultRecall, 1, 2))).toEqual([2, 3, 1, 4, 5, 6, 7])
  expect(idsOf(moveMemory(defaultRecall, 7, -5))).toEqual([7, 1, 2, 3, 4, 5, 6])
  expect(moveMemory(defaultRecall, 1, 0)).toBe(defaultRecall)
  expect(setMemoryOn(defaultRecall, 3, false).memories[2].isOn).toBe(false)
  expect(setMemoryOn(defaultRecall, 3, true)).toBe(defaultRecall)
  const drawn = setMemoryBits(defaultRecall, 1, blank)
  expect(drawn.memories[0].bits).toBe(blank)
  expect(drawn.memories[1]).toBe(defaultRecall.memories[1])
})

test('a memory is deleted with all that refers to it', () => {
  const shown = inputVectorInto(new Float32Array(1024), defaultRecall, defaultRecall.input)
  let recall = setTimeline(defaultRecall, { isOn: true })
  recall = setInput(addKeyframe(recall, 4), mixture(1, 1), 2)
  const slice = { ...recall.slice, memories: [1, 2] as const }
  const without = deleteMemory({ ...recall, slice, start: { kind: 'memory', memory: 1, isInverted: false } }, 1)
  expect(idsOf(without)).not.toContain(1)
  expect(without.input.kind).toBe('drawing')
  expect(inputVectorInto(new Float32Array(1024), without, without.input)).toEqual(shown)
  expect(without.timeline.keyframes[1].input).toEqual({ ...mixture(), faders: [{ memory: 2, amount: 1 }] })
  expect(without.start).toEqual({ kind: 'random' })
  expect(without.slice.memories).toBe(null)
  expect(deleteMemory({ ...recall, slice }, 3).slice).toBe(slice)
})

test('a mixture of nothing but a deleted memory stays as a drawing of it; what does not change stays the same object', () => {
  let recall = setTimeline({ ...defaultRecall, input: mixture(-1, 0) }, { isOn: true })
  recall = setInput(addKeyframe(recall, 4), mixture(0, 1), 2)
  const without = deleteMemory(recall, 1)
  const negative = vectorOf(recall, recall.input)
  expect(vectorOf(without, without.input)).toEqual(negative)
  expect(vectorOf(without, without.timeline.keyframes[0].input)).toEqual(negative)
  expect(without.timeline.keyframes[1].input).toMatchObject({ faders: [{ memory: 2, amount: 1 }] })
  const other = deleteMemory(recall, 3)
  expect(other.timeline).toBe(recall.timeline)
})

test('the last memory that is on stays', () => {
  let recall = defaultRecall
  for (const id of [2, 3, 4, 5, 6, 7]) recall = setMemoryOn(recall, id, false)
  expect(setMemoryOn(recall, 1, false)).toBe(recall)
  expect(deleteMemory(recall, 1)).toBe(recall)
  expect(editRefusal(recall, { kind: 'remove-memory', id: 1 })).toBe(
    'The network needs at least one memory: switch another one on first.',
  )
  expect(editRefusal(recall, { kind: 'remove-memory', id: 2 })).toBe(null)
})

test('too many memories: refused with the limit and the memory they would need', () => {
  const many = Array.from({ length: maximumMemories }, () => ({ name: 'Blank', bits: blank }))
  expect(addMemories(defaultRecall, many)).toBe(defaultRecall)
  expect(editRefusal(defaultRecall, { kind: 'add-memories', count: 128 })).toBe(
    'A network holds at most 128 memories. 135 of them at 32 × 32 would need 0.6 MB in each model.',
  )
  expect(editRefusal(defaultRecall, { kind: 'add-memories', count: 121 })).toBe(null)
  expect(addMemories(defaultRecall, many.slice(0, 121)).memories).toHaveLength(maximumMemories)
})

test('another size: drawings are resampled, windows stay, flips stay the same share', () => {
  const drawn = setInput(
    setTimeline({ ...defaultRecall, input: { ...defaultRecall.input, flips: 100 } as never }, { isOn: true }),
    drawInput(defaultRecall),
    1,
  )
  const small = resizePictures(drawn, { columns: 16, rows: 16 })
  expect(small.size).toEqual({ columns: 16, rows: 16 })
  expect(small.memories.map((memory) => memory.bits.length)).toEqual(Array(7).fill(bitsLength(256)))
  expect(small.input).toMatchObject({
    flips: 25,
    occlusion: defaultRecall.input.kind === 'corrupted' ? defaultRecall.input.occlusion : null,
  })
  const [keyframe] = small.timeline.keyframes
  if (keyframe.input.kind !== 'drawing') throw new Error('a drawing became something else')
  const pixels = decodeTrits(keyframe.input.pixels, 256)
  expect(pixels.filter((value) => value === 0).length / 256).toBeCloseTo(1 - 253 / 1024, 1)
  const cat = decodeBits(small.memories[0].bits, 256)
  expect(pixels.every((value, i) => value === 0 || value === cat[i])).toBe(true)
})

test('twice as large and back is the same picture', () => {
  const twice = resizePictures(defaultRecall, { columns: 64, rows: 96 })
  expect(resizePictures(twice, { columns: 32, rows: 32 }).memories).toEqual(defaultRecall.memories)
})

test('a size out of range: refused with the limit and the memory it would need', () => {
  for (const size of [
    { columns: 3, rows: 8 },
    { columns: 129, rows: 8 },
    { columns: 8.5, rows: 8 },
    { columns: 8, rows: NaN },
  ]) {
    expect(resizePictures(defaultRecall, size)).toBe(defaultRecall)
    expect(editRefusal(defaultRecall, { kind: 'resize', size })).toMatch(/^Each side should be .*4 to 128 pixels.*\.$/)
  }
  expect(editRefusal(defaultRecall, { kind: 'resize', size: { columns: 512, rows: 512 } })).toBe(
    'Each side should be a whole number from 4 to 128 pixels: 512 × 512 would be a network of 262144 neurons, and its 7 memories would need 7.3 MB in each model.',
  )
  expect(editRefusal(defaultRecall, { kind: 'resize', size: { columns: 128, rows: 4 } })).toBe(null)
})

test('the input as a drawing: sign where it is clear, unknown elsewhere', () => {
  const bank = {
    ...defaultRecall,
    size: { columns: 4, rows: 4 },
    memories: [
      { id: 1, name: 'A', isOn: true, bits: encodeBits([1, 1, 1, 1, -1, -1, -1, -1, 1, 1, 1, 1, -1, -1, -1, -1]) },
      { id: 2, name: 'B', isOn: true, bits: encodeBits([1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1]) },
    ],
  }
  const drawn = drawInput(bank, mixture(1, 1))
  expect(Array.from(decodeTrits(drawn.pixels, 16)).slice(0, 8)).toEqual([1, 0, 1, 0, 0, -1, 0, -1])
  expect(drawInput(bank, drawn)).toBe(drawn)
  expect(drawInput(bank, mixture(0, 0)).pixels).toBe(encodeTrits(new Int8Array(16)))
})

test('the input as a mixture: what is left of the picture is orthogonal to every memory', () => {
  const spoilt = {
    kind: 'corrupted',
    memory: 3,
    flips: 90,
    noise: 0.4,
    seed: 5,
    occlusion: { kind: 'half', hides: 'left' },
  } as const
  const bank = { ...defaultRecall, inputScale: 1 }
  const picture = inputVectorInto(new Float32Array(1024), bank, spoilt)
  const mixed = inputVectorInto(new Float32Array(1024), bank, mixInput(bank, spoilt))
  const { patterns } = patternsInForce(bank)
  const left = saliencyInto(
    new Float64Array(7),
    patterns,
    picture.map((value, i) => value - mixed[i]),
  )
  // Seven amounts, each rounded to a thousandth.
  for (const overlap of left) expect(Math.abs(overlap)).toBeLessThan(0.0035)
  const { faders } = mixInput(bank, drawInput(bank, mixture(1)))
  expect(faders).toEqual([{ memory: 1, amount: 1 }])
})

test('the input as a mixture where two memories are the same: each takes half', () => {
  const doubled = duplicateMemory(defaultRecall, 1)
  const { faders } = mixInput(doubled, {
    kind: 'corrupted',
    memory: 1,
    flips: 0,
    noise: 0,
    seed: 1,
    occlusion: { kind: 'none' },
  })
  expect(faders).toEqual([
    { memory: 1, amount: 0.5 },
    { memory: 8, amount: 0.5 },
  ])
})

test('a fader turns any input into the nearest mixture first', () => {
  const mixed = setFader(defaultRecall, 2, 5)
  if (mixed.input.kind !== 'mix') throw new Error('no mixture')
  expect(mixed.input.faders.find((fader) => fader.memory === 2)?.amount).toBe(2)
  expect(mixed.input.faders.find((fader) => fader.memory === 1)?.amount).toBeGreaterThan(0.1)
  expect(setFader(defaultRecall, 99, 1)).toBe(defaultRecall)
  expect(setFader(defaultRecall, 1, NaN)).toBe(defaultRecall)
})

test('lanes: all different; the slice goes with a model that has a landscape', () => {
  expect(setLane(defaultRecall, 0, 'classic-held').lanes).toEqual(['classic-held', 'classic-start', 'idp'])
  expect(setLane(defaultRecall, 0, 'binary-sync')).toMatchObject({
    lanes: ['binary-sync', 'classic-start', 'classic-held'],
    slice: { lane: 'classic-start' },
  })
  expect(addLane(defaultRecall, 'binary-sync')).toBe(defaultRecall)
  const one = removeLane(removeLane(defaultRecall, 0), 0)
  expect(one).toMatchObject({ lanes: ['classic-held'], slice: { lane: 'classic-held' } })
  expect(removeLane(one, 0)).toBe(one)
  expect(addLane(one, 'idp').lanes).toEqual(['classic-held', 'idp'])
  expect(editRefusal(defaultRecall, { kind: 'add-lane' })).toBe('At most 3 models race. Remove one to add another.')
})

test('the timeline: turned on it has the present input first; keyframes keep their order and their distance', () => {
  let recall = setTimeline(defaultRecall, { isOn: true })
  expect(recall.timeline.keyframes).toEqual([{ id: 1, time: 0, input: defaultRecall.input, isMorphing: true }])
  recall = addKeyframe(addKeyframe(recall, 5), 5)
  expect(timesOf(recall)).toEqual([0, 5, 5.05])
  recall = moveKeyframe(recall, 2, 8.02)
  expect(timesOf(recall)).toEqual([0, 5.05, 8])
  expect(recall.timeline.keyframes.map((keyframe) => keyframe.id)).toEqual([1, 3, 2])
  expect(moveKeyframe(recall, 1, 3)).toBe(recall)
  expect(timesOf(moveKeyframe(recall, 2, -4))).toEqual([0, 0.05, 5.05])
  expect(timesOf(deleteKeyframe(recall, 1))).toEqual([0, 2.95])
  for (const { id } of recall.timeline.keyframes) recall = deleteKeyframe(recall, id)
  expect(recall.timeline).toMatchObject({ isOn: false, keyframes: [] })
})

test('the timeline: a keyframe between two mixtures begins as what is shown there', () => {
  let recall = setTimeline({ ...defaultRecall, input: mixture(1) }, { isOn: true })
  recall = setInput(addKeyframe(recall, 10), mixture(0, 1), 2)
  recall = addKeyframe(recall, 2.5)
  expect(recall.timeline.keyframes[1].input).toEqual(mixture(0.75, 0.25))
})

test('the timeline: at most twelve keyframes', () => {
  let recall = setTimeline(defaultRecall, { isOn: true })
  expect(editRefusal(recall, { kind: 'add-keyframe' })).toBe(null)
  for (let time = 1; time < maximumKeyframes; time++) recall = addKeyframe(recall, time)
  expect(addKeyframe(recall, 50)).toBe(recall)
  expect(editRefusal(recall, { kind: 'add-keyframe' })).toBe(
    'A timeline has at most 12 keyframes. Delete one to add another.',
  )
})
