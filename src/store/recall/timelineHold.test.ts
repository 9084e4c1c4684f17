import { describe, expect, test } from 'vitest'
import { defaultRecall } from '../../experiment/recall/defaultRecall.ts'
import {
  addKeyframe,
  deleteKeyframe,
  deleteMemory,
  moveKeyframe,
  setFader,
  setTimeline,
} from '../../experiment/recall/recallEdits.ts'
import type { MixedInput, RecallSettings } from '../../experiment/recall/recallSettings.ts'
import { heldAfter } from './timelineHold.ts'

const mixture = (...amounts: readonly number[]): MixedInput => ({
  kind: 'mix',
  faders: amounts.map((amount, k) => ({ memory: k + 1, amount })),
  isNormalised: false,
})
const recall: RecallSettings = {
  ...defaultRecall,
  timeline: {
    isOn: true,
    isLooped: true,
    keyframes: [
      { id: 1, time: 0, input: mixture(1, 0.5), isMorphing: false },
      { id: 2, time: 3, input: mixture(0.5, 1), isMorphing: true },
      { id: 3, time: 6, input: mixture(1, 1), isMorphing: true },
    ],
  },
}

describe('where the timeline is held after an edit', () => {
  test('a keyframe that it is held at takes it along; beyond the end it is the end', () => {
    expect(heldAfter(recall, moveKeyframe(recall, 3, 5.9), 6)).toBe(5.9)
    expect(heldAfter(recall, moveKeyframe(recall, 3, 9), 6)).toBe(9)
    expect(heldAfter(recall, moveKeyframe(recall, 2, 3.3), 3)).toBe(3.3)
    expect(heldAfter(recall, moveKeyframe(recall, 2, 4), 3.5)).toBe(3.5)
    expect(heldAfter(recall, moveKeyframe(recall, 3, 4), 5)).toBe(4)
    expect(heldAfter(recall, deleteKeyframe(recall, 3), 6)).toBe(3)
  })

  test('without the first keyframe it moves to the left with the others, and back', () => {
    const without = deleteKeyframe(recall, 1)
    expect([0, 1, 3, 5, 6].map((held) => heldAfter(recall, without, held))).toEqual([0, 0, 0, 2, 3])
    expect([0, 2, 3].map((held) => heldAfter(without, recall, held))).toEqual([3, 5, 6])
  })

  test('it stays where it is when a memory of every keyframe is deleted, when that is undone, and beside any other edit', () => {
    const without = deleteMemory(recall, 1)
    expect(heldAfter(recall, without, 4)).toBe(4)
    expect(heldAfter(without, recall, 4)).toBe(4)
    for (const next of [addKeyframe(recall, 5), setFader(recall, 2, 0.1, 2), setTimeline(recall, { isLooped: false })])
      expect(heldAfter(recall, next, 4)).toBe(4)
    expect(heldAfter(recall, { ...recall, inputScale: 2 }, 4)).toBe(4)
  })

  test('it is let go when the timeline goes off, or is another one', () => {
    expect(heldAfter(recall, setTimeline(recall, { isOn: false }), 4)).toBeNull()
    expect(heldAfter(recall, structuredClone(recall), 4)).toBeNull()
    const keyframes = recall.timeline.keyframes.map((keyframe) => ({ ...keyframe, input: mixture(0, 0, 1) }))
    expect(heldAfter(recall, { ...recall, timeline: { ...recall.timeline, keyframes } }, 4)).toBeNull()
  })
})
