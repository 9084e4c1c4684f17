import { expect, it } from 'vitest'
import type { Keyframe } from '../../experiment/recall/recallSettings.ts'
import { keyframeInHand } from './keyframeSelection.ts'

const input = { kind: 'drawing', pixels: '' } as const
const keyframes: Keyframe[] = [
  { id: 4, time: 0, input, isMorphing: true },
  { id: 2, time: 3, input, isMorphing: true },
]

it('is the chosen keyframe, the first one when that is gone, and none while the timeline is off', () => {
  expect(keyframeInHand({ isOn: true, isLooped: false, keyframes }, 2)).toBe(2)
  expect(keyframeInHand({ isOn: true, isLooped: false, keyframes }, 9)).toBe(4)
  expect(keyframeInHand({ isOn: true, isLooped: false, keyframes }, null)).toBe(4)
  expect(keyframeInHand({ isOn: true, isLooped: false, keyframes: [] }, 2)).toBeNull()
  expect(keyframeInHand({ isOn: false, isLooped: false, keyframes }, 2)).toBeNull()
})
