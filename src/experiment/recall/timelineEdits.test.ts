import { expect, test } from 'vitest'
import { defaultRecall } from './defaultRecall.ts'
import { inputAtInto } from './deriveRecall.ts'
import { decodeBits, decodeTrits, encodeTrits } from './pixelCode.ts'
import { addKeyframe } from './recallEdits.ts'
import { recallPresets } from './recallPresets.ts'
import type { DrawnInput, RecallInput, RecallSettings } from './recallSettings.ts'

const n = 1024
const checks = Array.from({ length: n }, (_, i) => (i % 2 === 0 ? 1 : -1))
const stripes = Array.from({ length: n }, (_, i) => (i % 64 < 32 ? 1 : -1))
const drawn = (pixels: ArrayLike<number>): DrawnInput => ({ kind: 'drawing', pixels: encodeTrits(pixels) })
const whole = (memory: number): RecallInput => ({
  kind: 'corrupted',
  memory,
  flips: 0,
  noise: 0,
  seed: 1,
  occlusion: { kind: 'none' },
})

/** From one input to another in ten time units. */
const between = (from: RecallInput, to: RecallInput, isMorphing = true): RecallSettings => ({
  ...defaultRecall,
  inputScale: 1,
  timeline: {
    isOn: true,
    isLooped: false,
    keyframes: [
      { id: 1, time: 0, input: from, isMorphing },
      { id: 2, time: 10, input: to, isMorphing: !isMorphing },
    ],
  },
})
const shownAt = (recall: RecallSettings, time: number) => inputAtInto(new Float32Array(n), recall, time)
const distance = (a: Float32Array, b: Float32Array) => Math.sqrt(a.reduce((sum, v, i) => sum + (v - b[i]) ** 2, 0) / n)
const added = (recall: RecallSettings) => recall.timeline.keyframes[1].input

test('between two drawings a keyframe is the drawing nearest to the morph', () => {
  const recall = between(drawn(checks), drawn(stripes))
  for (const [time, disagreeing] of [
    [2, 1],
    [5, 0],
    [8, -1],
  ]) {
    const input = added(addKeyframe(recall, time))
    if (input.kind !== 'drawing') throw new Error(`no drawing but ${input.kind}`)
    const expected = checks.map((value, i) => (value === stripes[i] ? value : disagreeing * value))
    expect(Array.from(decodeTrits(input.pixels, n), (value) => value + 0)).toEqual(expected.map((value) => value + 0))
  }
})

test('in the middle between two drawings it is what is shown, so that nothing jumps', () => {
  const recall = between(drawn(checks), drawn(stripes))
  const more = addKeyframe(recall, 5)
  for (const time of [0, 2.5, 4.99, 5, 5.01, 9, 10]) {
    expect(distance(shownAt(more, time), shownAt(recall, time))).toBeLessThan(1e-6)
  }
})

test('between whole memories it is their mixture, whatever they are said as', () => {
  const dog = drawn(decodeBits(defaultRecall.memories[1].bits, n))
  for (const recall of [between(whole(1), whole(2)), between(whole(1), dog)]) {
    const more = addKeyframe(recall, 3)
    expect(added(more).kind).toBe('mix')
    expect(distance(shownAt(more, 3), shownAt(recall, 3))).toBeLessThan(2e-3)
  }
})

test('no input that can be said is far from what is shown: nearer than the keyframe before', () => {
  const tail = defaultRecall.input
  for (const to of [
    whole(2),
    drawn(stripes),
    { kind: 'mix', faders: [{ memory: 3, amount: 1.5 }], isNormalised: false },
  ]) {
    const recall = between(tail, to as RecallInput)
    for (const time of [1, 4, 7]) {
      const shown = shownAt(recall, time)
      const jump = distance(shownAt(addKeyframe(recall, time), time), shown)
      expect(jump).toBeLessThanOrEqual(distance(shownAt(recall, 0), shown) + 1e-6)
      expect(jump).toBeLessThan(0.4)
    }
  }
})

test('a keyframe shows what is shown where it comes to stand, and morphs or holds as it does there', () => {
  const morph = recallPresets.find(({ id }) => id === 'morph')?.recall ?? defaultRecall
  const more = addKeyframe(morph, 6.01)
  const keyframe = more.timeline.keyframes[2]
  expect(keyframe).toMatchObject({ time: 6, isMorphing: true })
  for (const time of [3.5, 6, 7, 9]) expect(distance(shownAt(more, time), shownAt(morph, time))).toBeLessThan(1e-6)
  const held = addKeyframe(between(drawn(checks), drawn(stripes), false), 4)
  expect(held.timeline.keyframes[1]).toMatchObject({ input: drawn(checks), isMorphing: false })
  const behind = addKeyframe(between(drawn(checks), drawn(stripes)), 14)
  expect(behind.timeline.keyframes[2]).toMatchObject({ time: 14, input: drawn(stripes), isMorphing: false })
})
