import { describe, expect, it } from 'vitest'
import { newKeyframeTime, saliencyCurves, timeAfterKey, timeAtShare, timelineSpan } from './timelineLayout.ts'

const at = (...times: number[]) => times.map((time) => ({ time, isMorphing: true }))

describe('the axis', () => {
  it('has room behind the last keyframe', () => {
    expect(timelineSpan([])).toBe(6)
    expect(timelineSpan(at(0, 3))).toBe(6)
    expect(timelineSpan(at(0, 30))).toBe(36)
  })

  it('gives times inside the timeline', () => {
    expect(timeAtShare(0.5, 6, 10)).toBe(3)
    expect(timeAtShare(-1, 6, 10)).toBe(0)
    expect(timeAtShare(2, 6, 4)).toBe(4)
    expect(timeAtShare(1 / 3, 1, 10)).toBe(0.33)
  })

  it('is gone along by keys', () => {
    expect(timeAfterKey('ArrowRight', false, 1, 6)).toBe(1.1)
    expect(timeAfterKey('ArrowLeft', true, 0.5, 6)).toBe(0)
    expect(timeAfterKey('PageUp', false, 5.5, 6)).toBe(6)
    expect(timeAfterKey('Home', false, 5, 6)).toBe(0)
    expect(timeAfterKey('End', false, 5, 6)).toBe(6)
    expect(timeAfterKey('a', false, 5, 6)).toBeNull()
  })
})

describe('newKeyframeTime', () => {
  it('is the playhead, unless a keyframe stands there', () => {
    expect(newKeyframeTime(at(0, 6), 2)).toBe(2)
    expect(newKeyframeTime(at(0), 0)).toBe(3)
    expect(newKeyframeTime(at(0, 4), 4)).toBe(8)
    expect(newKeyframeTime(at(0, 4), 0.1)).toBe(8)
  })
})

describe('saliencyCurves', () => {
  it('is straight between keyframes that morph, and held at the others', () => {
    const keyframes = [
      { time: 0, isMorphing: true },
      { time: 2, isMorphing: false },
      { time: 5, isMorphing: true },
    ]
    const curves = saliencyCurves(keyframes, [
      [1, 0.1, 0],
      [0.2, 0.1, 0.8],
      [0, 0.1, 0.9],
    ])
    // The second memory never matters; the strongest is last.
    expect(curves.map(({ mu }) => mu)).toEqual([2, 0])
    expect(curves[1].corners).toEqual([
      { time: 0, alpha: 1 },
      { time: 2, alpha: 0.2 },
      { time: 5, alpha: 0.2 },
      { time: 5, alpha: 0 },
    ])
    expect(saliencyCurves([], [])).toEqual([])
  })
})
