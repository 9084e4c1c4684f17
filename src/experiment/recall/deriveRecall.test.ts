import { expect, test } from 'vitest'
import { defaultRecall } from './defaultRecall.ts'
import {
  inputAtInto,
  inputVectorInto,
  patternsInForce,
  placeOnTimeline,
  recallTimeStep,
  timelineDuration,
  timeOnTimeline,
} from './deriveRecall.ts'
import { decodeBits, encodeTrits } from './pixelCode.ts'
import type { CorruptedInput, MixedInput, RecallInput, RecallSettings } from './recallSettings.ts'

const n = 1024
const pixelsOf = (id: number) => decodeBits(defaultRecall.memories[id - 1].bits, n)
const vectorOf = (input: RecallInput, recall: RecallSettings = defaultRecall) =>
  inputVectorInto(new Float32Array(n), recall, input)
const mixture = (...amounts: readonly number[]): MixedInput => ({
  kind: 'mix',
  faders: amounts.map((amount, k) => ({ memory: k + 1, amount })),
  isNormalised: false,
})
const spoilt = (patch: Partial<CorruptedInput>): CorruptedInput => ({
  kind: 'corrupted',
  memory: 1,
  flips: 0,
  noise: 0,
  seed: 3,
  occlusion: { kind: 'none' },
  ...patch,
})

test('patterns in force are the memories that are on, in the order of the bank', () => {
  const memories = defaultRecall.memories.map((memory) => ({ ...memory, isOn: memory.id !== 2 }))
  const { patterns, memoryIds } = patternsInForce({ ...defaultRecall, memories })
  expect(memoryIds).toEqual([1, 3, 4, 5, 6, 7])
  expect(patterns).toMatchObject({ patternCount: 6, neuronCount: n })
  expect(patterns.values.subarray(n, 2 * n)).toEqual(pixelsOf(3))
})

test('patterns in force are made once for a list of memories and a size', () => {
  const first = patternsInForce(defaultRecall)
  const { memories, size } = defaultRecall
  expect(patternsInForce({ memories, size: { ...size } })).toBe(first)
  expect(patternsInForce({ ...defaultRecall, memories: [...defaultRecall.memories] })).not.toBe(first)
  expect(patternsInForce({ ...defaultRecall, size: { columns: 16, rows: 16 } }).patterns.neuronCount).toBe(256)
})

test('a drawing: ink, paper and unknown, times the scale', () => {
  const pixels = pixelsOf(1).map((value, i) => (i % 3 === 0 ? 0 : value))
  const u = vectorOf({ kind: 'drawing', pixels: encodeTrits(pixels) })
  expect(Array.from(u)).toEqual(Array.from(pixels, (value) => 12 * value + 0))
})

test('a mixture: the sum of what is on the faders; as shares when normalised', () => {
  const plain = vectorOf(mixture(1, -0.5), { ...defaultRecall, inputScale: 1 })
  const [cat, dog] = [pixelsOf(1), pixelsOf(2)]
  expect(plain.every((value, i) => Math.abs(value - (cat[i] - 0.5 * dog[i])) < 1e-6)).toBe(true)
  const shares = vectorOf({ ...mixture(1, -0.5), isNormalised: true }, { ...defaultRecall, inputScale: 1 })
  expect(shares.every((value, i) => Math.abs(value - plain[i] / 1.5) < 1e-6)).toBe(true)
  expect(vectorOf({ ...mixture(0, 0), isNormalised: true }).every((value) => value === 0)).toBe(true)
})

test('a corrupted memory: exactly so many pixels are turned, and noise leaves the choice of them alone', () => {
  const cat = pixelsOf(1)
  const turned = vectorOf(spoilt({ flips: 137 }))
  expect(turned.filter((value, i) => value !== 12 * cat[i])).toHaveLength(137)
  expect(vectorOf(spoilt({ flips: n }))).toEqual(Float32Array.from(cat, (value) => -12 * value))
  const noisy = vectorOf(spoilt({ flips: 137, noise: 0.5 }), { ...defaultRecall, inputScale: 1 })
  const deviations = noisy.map((value, i) => value - turned[i] / 12)
  expect(deviations.reduce((sum, value) => sum + value * value, 0) / n).toBeCloseTo(0.25, 1)
  expect(vectorOf(spoilt({ flips: 137, seed: 4 }))).not.toEqual(turned)
})

test('a corrupted memory: what is hidden is 0', () => {
  const bottom = vectorOf(spoilt({ occlusion: { kind: 'half', hides: 'bottom' } }))
  expect(bottom.every((value, i) => (value === 0) === i >= n / 2)).toBe(true)
  const window = { left: 0.25, top: 0, width: 0.5, height: 1 }
  const inside = vectorOf(spoilt({ occlusion: { kind: 'window', shows: 'inside', window } }))
  expect(inside.every((value, i) => (value !== 0) === (i % 32 >= 8 && i % 32 < 24))).toBe(true)
  const outside = vectorOf(spoilt({ occlusion: { kind: 'window', shows: 'outside', window } }))
  expect(outside.every((value, i) => (value === 0) !== (inside[i] === 0))).toBe(true)
})

test('asking again for the same input gives the same picture, also after the memories changed', () => {
  const input = mixture(1)
  const first = vectorOf(input)
  expect(vectorOf(input)).toEqual(first)
  const memories = defaultRecall.memories.map((memory) =>
    memory.id === 1 ? { ...memory, bits: defaultRecall.memories[1].bits } : memory,
  )
  expect(vectorOf(input, { ...defaultRecall, memories })).toEqual(Float32Array.from(pixelsOf(2), (value) => 12 * value))
})

const morphing: RecallSettings = {
  ...defaultRecall,
  inputScale: 1,
  timeline: {
    isOn: true,
    isLooped: false,
    keyframes: [
      { id: 1, time: 0, input: mixture(1), isMorphing: false },
      { id: 2, time: 2, input: mixture(1), isMorphing: true },
      { id: 3, time: 6, input: mixture(0, 1), isMorphing: false },
    ],
  },
}

test('the timeline: held, turning, held at the end', () => {
  const [cat, dog] = [pixelsOf(1), pixelsOf(2)]
  const at = (time: number) => inputAtInto(new Float32Array(n), morphing, time)
  expect(timelineDuration(morphing)).toBe(6)
  expect(at(1.9)).toEqual(Float32Array.from(cat))
  expect(at(3)).toEqual(Float32Array.from(cat, (value, i) => 0.75 * value + 0.25 * dog[i]))
  expect(at(6)).toEqual(Float32Array.from(dog))
  expect(at(1000)).toEqual(Float32Array.from(dog))
  expect(at(-5)).toEqual(Float32Array.from(cat))
  expect(placeOnTimeline(morphing, 5)).toMatchObject({ keyframe: { id: 2 }, next: { id: 3 }, share: 0.75 })
})

test('the timeline: a loop begins again where the last keyframe begins', () => {
  const looped = { ...morphing, timeline: { ...morphing.timeline, isLooped: true } }
  expect([0, 5, 6, 8.5].map((time) => timeOnTimeline(looped, time))).toEqual([0, 5, 6, 2.5])
  expect(inputAtInto(new Float32Array(n), looped, 9)).toEqual(inputAtInto(new Float32Array(n), looped, 3))
})

test('the timeline: off or empty, the input of the document holds', () => {
  const off = { ...morphing, timeline: { ...morphing.timeline, isOn: false } }
  expect(timelineDuration(off)).toBe(0)
  expect(inputAtInto(new Float32Array(n), off, 3)).toEqual(vectorOf(off.input, off))
  const empty = { ...morphing, timeline: { ...morphing.timeline, keyframes: [] } }
  expect(inputAtInto(new Float32Array(n), empty, 3)).toEqual(vectorOf(empty.input, empty))
})

test('the time step: shortened to nine tenths of the limit of stability', () => {
  const steep = { ...defaultRecall, network: { ...defaultRecall.network, gain: 10 } }
  expect(recallTimeStep(steep, 20)).toBeCloseTo((0.9 * 2) / 201, 12)
  expect(recallTimeStep({ ...steep, noise: { strength: 0, seed: 1 } }, 20)).toBeCloseTo((0.9 * 2.785) / 201, 12)
  expect(recallTimeStep(steep, -20)).toBe(recallTimeStep(steep, 20))
  expect(recallTimeStep(defaultRecall, 3)).toBe(defaultRecall.integration.timeStep)
})
