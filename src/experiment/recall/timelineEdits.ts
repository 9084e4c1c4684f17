import { clampToRange } from '../ranges.ts'
import { placeOnTimeline } from './deriveRecall.ts'
import { maximumKeyframes, recallRanges } from './recallRanges.ts'
import type { Keyframe, MixedInput, RecallInput, RecallSettings, Timeline } from './recallSettings.ts'

/** Keyframes are at least this far apart, and stand on multiples of it. Time units. */
const keyframeGap = 0.05

/** Turns the timeline on or off, or the loop. A timeline that is turned on without keyframes gets the present input as its first. */
export function setTimeline(
  recall: RecallSettings,
  patch: Partial<Pick<Timeline, 'isOn' | 'isLooped'>>,
): RecallSettings {
  const timeline = { ...recall.timeline, ...patch }
  if (timeline.isOn === recall.timeline.isOn && timeline.isLooped === recall.timeline.isLooped) return recall
  const next = { ...recall, timeline }
  return timeline.isOn && timeline.keyframes.length === 0 ? addKeyframe(next, 0) : next
}

/**
 * A new keyframe that shows what the timeline shows at this time (between two mixtures their mean, else the keyframe before), or the
 * present input. The first one stands at 0. The same object when there are already `maximumKeyframes`.
 */
export function addKeyframe(recall: RecallSettings, time: number): RecallSettings {
  const { keyframes } = recall.timeline
  if (keyframes.length >= maximumKeyframes || !Number.isFinite(time)) return recall
  const id = 1 + Math.max(0, ...keyframes.map((keyframe) => keyframe.id))
  const keyframe: Keyframe = {
    id,
    time: keyframes.length === 0 ? 0 : freeTime(keyframes, time),
    input: inputAt(recall, time),
    isMorphing: keyframes.at(-1)?.isMorphing ?? true,
  }
  return withKeyframes(recall, [...keyframes, keyframe])
}

/** Another time for a keyframe, next to the one wanted when that is taken. The first one stays at 0. */
export function moveKeyframe(recall: RecallSettings, id: number, time: number): RecallSettings {
  const { keyframes } = recall.timeline
  const keyframe = keyframes.find((candidate) => candidate.id === id)
  if (keyframe === undefined || keyframe === keyframes[0] || !Number.isFinite(time)) return recall
  const others = keyframes.filter((candidate) => candidate !== keyframe)
  const moved = { ...keyframe, time: freeTime(others, time) }
  return moved.time === keyframe.time ? recall : withKeyframes(recall, [...others, moved])
}

/** Without this keyframe. After the first one is deleted all others move to the left; without any, the timeline is off. */
export function deleteKeyframe(recall: RecallSettings, id: number): RecallSettings {
  const { keyframes } = recall.timeline
  if (!keyframes.some((keyframe) => keyframe.id === id)) return recall
  const rest = keyframes.filter((keyframe) => keyframe.id !== id)
  const begin = rest[0]?.time ?? 0
  if (begin === 0) return withKeyframes(recall, rest)
  return withKeyframes(
    recall,
    rest.map((keyframe) => ({ ...keyframe, time: onGrid(keyframe.time - begin) })),
  )
}

/** Other words for a keyframe's input, or whether it morphs. Its time is changed by `moveKeyframe`. */
export function setKeyframe(
  recall: RecallSettings,
  id: number,
  patch: Partial<Pick<Keyframe, 'input' | 'isMorphing'>>,
): RecallSettings {
  const { keyframes } = recall.timeline
  if (!keyframes.some((keyframe) => keyframe.id === id)) return recall
  return withKeyframes(
    recall,
    keyframes.map((keyframe) => (keyframe.id === id ? { ...keyframe, ...patch } : keyframe)),
  )
}

function withKeyframes(recall: RecallSettings, keyframes: readonly Keyframe[]): RecallSettings {
  const sorted = keyframes.toSorted((a, b) => a.time - b.time)
  const isOn = recall.timeline.isOn && sorted.length > 0
  return { ...recall, timeline: { ...recall.timeline, isOn, keyframes: sorted } }
}

function onGrid(time: number): number {
  return Number((Math.round(time / keyframeGap) * keyframeGap).toFixed(2))
}

/** The nearest time on the grid that no keyframe has, later ones first; never 0, which is the first keyframe's. */
function freeTime(keyframes: readonly Keyframe[], wanted: number): number {
  const isFree = (time: number) => keyframes.every((keyframe) => Math.abs(keyframe.time - time) >= keyframeGap / 2)
  const nearest = onGrid(clampToRange(wanted, { ...recallRanges.time, low: keyframeGap }))
  for (let step = 0; step <= maximumKeyframes; step++) {
    for (const sign of [1, -1]) {
      const time = onGrid(nearest + sign * step * keyframeGap)
      if (time > 0 && time <= recallRanges.time.high && isFree(time)) return time
    }
  }
  return nearest
}

function inputAt(recall: RecallSettings, time: number): RecallInput {
  const { timeline } = recall
  const duration = timeline.keyframes.at(-1)?.time ?? 0
  const place = placeOnTimeline({ timeline: { ...timeline, isOn: true, isLooped: false } }, Math.min(time, duration))
  if (place === null) return recall.input
  const { keyframe, next, share } = place
  if (next === null || keyframe.input.kind !== 'mix' || next.input.kind !== 'mix') return keyframe.input
  return blend(keyframe.input, next.input, share)
}

/** (1 − share) of one mixture and share of the other: what the timeline shows on its way. */
function blend(from: MixedInput, to: MixedInput, share: number): MixedInput {
  const amounts = new Map<number, number>()
  const add = ({ faders, isNormalised }: MixedInput, weight: number) => {
    const total = isNormalised ? faders.reduce((sum, fader) => sum + Math.abs(fader.amount), 0) || 1 : 1
    for (const { memory, amount } of faders) {
      amounts.set(memory, (amounts.get(memory) ?? 0) + (weight * amount) / total)
    }
  }
  add(from, 1 - share)
  add(to, share)
  const faders = [...amounts].map(([memory, amount]) => ({
    memory,
    amount: clampToRange(Number(amount.toFixed(4)), recallRanges.fader),
  }))
  return { kind: 'mix', faders, isNormalised: false }
}
