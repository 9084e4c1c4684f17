import { clampToRange } from '../ranges.ts'
import { placeOnTimeline, type TimelinePlace } from './deriveRecall.ts'
import { mixInput } from './inputEdits.ts'
import { pictureInto } from './inputPicture.ts'
import { encodeTrits } from './pixelCode.ts'
import { maximumKeyframes, recallRanges } from './recallRanges.ts'
import type { DrawnInput, Keyframe, MixedInput, RecallInput, RecallSettings, Timeline } from './recallSettings.ts'

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
 * A new keyframe that shows what the timeline shows at this time, as nearly as an input can say it (`nearestInput`), and morphs or holds as it does
 * there; without keyframes, the present input at 0. The same object when there are already `maximumKeyframes`.
 */
export function addKeyframe(recall: RecallSettings, time: number): RecallSettings {
  const { keyframes } = recall.timeline
  if (keyframes.length >= maximumKeyframes || !Number.isFinite(time)) return recall
  const id = 1 + Math.max(0, ...keyframes.map((keyframe) => keyframe.id))
  const at = keyframes.length === 0 ? 0 : freeTime(keyframes, time)
  const place = placeBetween(keyframes, at)
  const input = place === null ? recall.input : nearestInput(recall, place)
  const isMorphing = place?.keyframe.isMorphing ?? true
  return withKeyframes(recall, [...keyframes, { id, time: at, input, isMorphing }])
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

/** Other inputs for the keyframes. What stays the same stays the same object. */
export function mapInputs(timeline: Timeline, change: (input: RecallInput) => RecallInput): Timeline {
  const keyframes = timeline.keyframes.map((keyframe) => {
    const input = change(keyframe.input)
    return input === keyframe.input ? keyframe : { ...keyframe, input }
  })
  return keyframes.every((keyframe, k) => keyframe === timeline.keyframes[k]) ? timeline : { ...timeline, keyframes }
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

/** Where this time is among the keyframes, whether the timeline is on or not; behind the last one, at the last one. */
function placeBetween(keyframes: readonly Keyframe[], time: number): TimelinePlace | null {
  const last = keyframes.at(-1)?.time ?? 0
  return placeOnTimeline({ timeline: { isOn: true, isLooped: false, keyframes } }, Math.min(time, last))
}

/**
 * The input whose picture is nearest (least squares) to (1 − share) p_k + share p_(k+1), which the timeline shows at this place: the mixture of the
 * memories that comes nearest, which is exact between two mixtures; the drawing that does, each pixel rounded to ink, paper or unknown; or one of the
 * two keyframes itself.
 */
function nearestInput(recall: RecallSettings, { keyframe, next, share }: TimelinePlace): RecallInput {
  if (next === null || share === 0) return keyframe.input
  const [from, to] = [keyframe.input, next.input]
  const neuronCount = recall.size.columns * recall.size.rows
  const pictureOf = (input: RecallInput) => pictureInto(new Float32Array(neuronCount), recall, input)
  const ahead = pictureOf(to)
  const shown = pictureOf(from).map((value, i) => value + share * (ahead[i] - value))
  // Least squares are linear: the mean of the two nearest mixtures is the mixture nearest to the mean.
  const mixture = blend(mixInput(recall, from), mixInput(recall, to), share)
  if (from.kind === 'mix' && to.kind === 'mix') return mixture
  const candidates = [mixture, drawingOf(shown), from, to].map((input) => ({
    input,
    error: squaredDistance(pictureOf(input), shown),
  }))
  return candidates.reduce((best, candidate) => (candidate.error < best.error ? candidate : best)).input
}

/** Each pixel as the nearest of 1, 0 and −1. */
function drawingOf(picture: Float32Array): DrawnInput {
  return { kind: 'drawing', pixels: encodeTrits(picture.map((value) => (Math.abs(value) > 0.5 ? value : 0))) }
}

function squaredDistance(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + (value - b[i]) ** 2, 0)
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
