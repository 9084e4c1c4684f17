import { expect, test } from 'vitest'
import { defaultRecall } from './defaultRecall.ts'
import { inputAtInto } from './deriveRecall.ts'
import { recallPresets } from './recallPresets.ts'
import { maximumKeyframes } from './recallRanges.ts'
import type { MixedInput, RecallSettings } from './recallSettings.ts'
import { holdEnd, unheldEnd } from './timelineEnd.ts'

const mixture = (...amounts: readonly number[]): MixedInput => ({
  kind: 'mix',
  faders: amounts.map((amount, k) => ({ memory: k + 1, amount })),
  isNormalised: false,
})
/** A keyframe every three time units. */
const loopOf = (...inputs: readonly MixedInput[]): RecallSettings => ({
  ...defaultRecall,
  timeline: {
    isOn: true,
    isLooped: true,
    keyframes: inputs.map((input, k) => ({ id: k + 1, time: 3 * k, input, isMorphing: false })),
  },
})
const [cat, dog, bird] = [mixture(1), mixture(0, 1), mixture(0, 0, 1)]

test('the end of a loop is held by a copy before it, or by the first keyframe', () => {
  expect(unheldEnd(loopOf(cat, dog))?.id).toBe(2)
  expect(unheldEnd(loopOf(cat, dog, bird))?.id).toBe(3)
  expect(unheldEnd(loopOf(cat, dog, dog))).toBeNull()
  expect(unheldEnd(loopOf(cat, dog, mixture(1, 0)))).toBeNull()
  expect(unheldEnd(loopOf(cat))).toBeNull()
  const once = loopOf(cat, dog)
  expect(unheldEnd({ ...once, timeline: { ...once.timeline, isLooped: false } })).toBeNull()
  expect(unheldEnd({ ...once, timeline: { ...once.timeline, isOn: false } })).toBeNull()
  for (const { recall } of recallPresets) expect(unheldEnd(recall)).toBeNull()
})

test('held too, it is shown as long as the one before; nothing else of the run is another', () => {
  const before = loopOf(cat, dog)
  const after = holdEnd(before)
  expect(after.timeline.keyframes.map(({ time }) => time)).toEqual([0, 3, 6])
  expect(unheldEnd(after)).toBeNull()
  const shownAt = (recall: RecallSettings, time: number) => inputAtInto(new Float32Array(1024), recall, time)
  expect(shownAt(after, 5.9)).toEqual(shownAt(before, 3))
  expect(shownAt(after, 2.9)).toEqual(shownAt(before, 2.9))
  expect(shownAt(after, 6.1)).toEqual(shownAt(before, 0))
})

test('without room it stays', () => {
  const full = loopOf(...Array.from({ length: maximumKeyframes - 1 }, () => cat), dog)
  expect(holdEnd(full)).toBe(full)
  const long = loopOf(cat, dog)
  const keyframes = long.timeline.keyframes.map((keyframe, k) => ({ ...keyframe, time: 600 * k }))
  const late = { ...long, timeline: { ...long.timeline, keyframes } }
  expect(holdEnd(late)).toBe(late)
})
