import type { Keyframe } from '../../experiment/recall/recallSettings.ts'

/** Time units on the axis at least, and room behind the last keyframe as a share of its time. */
const shortestSpan = 6
const roomBehind = 0.2
/** A new keyframe this near to another one would be taken for it. */
const tooNear = 0.25
/** Between keyframes when there is nothing to go by. */
const usualGap = 3
/** What keys move by, in time units. */
const keyStep = 0.1
const largeKeyStep = 1
/** Curves behind the keyframes, at most. */
const mostCurves = 4
/** Memories that never reach this share of the strongest have no curve. */
const leastCurve = 0.15

/** The time at the right end of the axis. */
export function timelineSpan(keyframes: readonly Pick<Keyframe, 'time'>[]): number {
  const last = keyframes.at(-1)?.time ?? 0
  return Math.max(shortestSpan, Math.ceil(last * (1 + roomBehind)))
}

/** The time at a place on the axis (0 to 1), from 0 to `most`, on hundredths. */
export function timeAtShare(share: number, span: number, most: number): number {
  return Number(Math.min(most, Math.max(0, share * span)).toFixed(2))
}

/** Where a key moves a time to; null for keys that mean nothing here. */
export function timeAfterKey(key: string, hasShift: boolean, time: number, most: number): number | null {
  const step = hasShift ? largeKeyStep : keyStep
  const move = (by: number) => timeAtShare((time + by) / most, most, most)
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return move(-step)
    case 'ArrowRight':
    case 'ArrowUp':
      return move(step)
    case 'PageDown':
      return move(-largeKeyStep)
    case 'PageUp':
      return move(largeKeyStep)
    case 'Home':
      return 0
    case 'End':
      return most
    default:
      return null
  }
}

/** Where a new keyframe goes: to the playhead, or where that stands on a keyframe, as far behind the last one as they are apart. */
export function newKeyframeTime(keyframes: readonly Pick<Keyframe, 'time'>[], playhead: number): number {
  const last = keyframes.at(-1)?.time ?? 0
  if (keyframes.length > 0 && keyframes.every(({ time }) => Math.abs(time - playhead) >= tooNear)) return playhead
  const before = keyframes.at(-2)?.time
  return last + (before === undefined ? usualGap : last - before)
}

/** A saliency over the timeline: corners of its curve. */
export interface SaliencyCurve {
  readonly mu: number
  readonly corners: readonly { readonly time: number; readonly alpha: number }[]
}

/**
 * How the saliencies go along the timeline: straight between keyframes that morph (α is linear in u), held at the others. The strongest
 * few, strongest last, so that they are drawn on top. `saliency`: P numbers a keyframe.
 */
export function saliencyCurves(
  keyframes: readonly Pick<Keyframe, 'time' | 'isMorphing'>[],
  saliency: readonly ArrayLike<number>[],
): readonly SaliencyCurve[] {
  const count = saliency[0]?.length ?? 0
  const peak = (mu: number) => Math.max(0, ...saliency.map((alphas) => Math.abs(alphas[mu])))
  const peaks = Array.from({ length: count }, (_, mu) => ({ mu, peak: peak(mu) })).toSorted((a, b) => b.peak - a.peak)
  const least = leastCurve * (peaks[0]?.peak ?? 0)
  return peaks
    .slice(0, mostCurves)
    .filter((candidate) => candidate.peak > least)
    .toReversed()
    .map(({ mu }) => ({ mu, corners: cornersOf(keyframes, saliency, mu) }))
}

function cornersOf(
  keyframes: readonly Pick<Keyframe, 'time' | 'isMorphing'>[],
  saliency: readonly ArrayLike<number>[],
  mu: number,
) {
  return keyframes.flatMap(({ time, isMorphing }, k) => {
    const alpha = saliency[k]?.[mu] ?? 0
    const next = keyframes[k + 1]
    return isMorphing || next === undefined
      ? [{ time, alpha }]
      : [
          { time, alpha },
          { time: next.time, alpha },
        ]
  })
}
