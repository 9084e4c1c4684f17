import { stabilityLimit } from '../../model/integrators.ts'
import type { Patterns } from '../../model/patterns.ts'
import { memoryPixels, pictureInto } from './inputPicture.ts'
import { newestOf } from './newestOf.ts'
import type { Keyframe, RecallInput, RecallSettings } from './recallSettings.ts'

/** The share of the stability limit that a run may use: at the limit itself an error would neither grow nor fade. */
const safeShareOfLimit = 0.9

/** The memories that are on, in the order of the bank, as the network stores them. */
export interface PatternsInForce {
  readonly patterns: Patterns
  /** `memoryIds[mu]` is the id of pattern mu. */
  readonly memoryIds: readonly number[]
}

type Bank = Pick<RecallSettings, 'memories' | 'size'>

/** Banks whose patterns are kept: the present one and the one before it. */
const keptBanks = 2
const patternsOfMemories = newestOf<RecallSettings['memories'], PatternsInForce & { readonly columns: number }>(
  keptBanks,
)

/** Patterns in force. The same object as long as the memories and the size are the same: do not write into it. */
export function patternsInForce(recall: Bank): PatternsInForce {
  const { memories, size } = recall
  const neuronCount = size.columns * size.rows
  const known = patternsOfMemories.get(memories)
  if (known !== undefined && known.columns === size.columns && known.patterns.neuronCount === neuronCount) return known
  const memoriesOn = memories.filter((memory) => memory.isOn)
  const values = new Int8Array(memoriesOn.length * neuronCount)
  memoriesOn.forEach((memory, mu) => values.set(memoryPixels(memory, neuronCount), mu * neuronCount))
  const patterns = { values, patternCount: memoriesOn.length, neuronCount }
  const inForce = { patterns, memoryIds: memoriesOn.map((memory) => memory.id), columns: size.columns }
  patternsOfMemories.set(memories, inForce)
  return inForce
}

/** u of an input: its picture (from −1 to 1 but for noise and mixtures) times `inputScale`. `out`: N. Returns `out`. */
export function inputVectorInto(
  out: Float32Array,
  recall: Bank & Pick<RecallSettings, 'inputScale'>,
  input: RecallInput,
): Float32Array {
  pictureInto(out, recall, input)
  for (let i = 0; i < out.length; i++) out[i] = out[i] * recall.inputScale
  return out
}

/** Model time from the first to the last keyframe; 0 when the timeline is off or has one keyframe. A loop begins again there. */
export function timelineDuration(recall: Pick<RecallSettings, 'timeline'>): number {
  const { isOn, keyframes } = recall.timeline
  return isOn ? (keyframes.at(-1)?.time ?? 0) : 0
}

/** Where on the timeline the input is at this model time: the remainder in a loop, else at most the end. */
export function timeOnTimeline(recall: Pick<RecallSettings, 'timeline'>, time: number): number {
  const duration = timelineDuration(recall)
  if (duration <= 0) return 0
  const passed = Math.max(0, time)
  // The very end is shown as the end: who drags the time there wants to see the last keyframe.
  if (passed <= duration) return passed
  return recall.timeline.isLooped ? passed % duration : duration
}

/** The keyframe in force, the one that it turns into (or null), and how far it has turned, from 0 to 1. */
export interface TimelinePlace {
  readonly keyframe: Keyframe
  readonly next: Keyframe | null
  readonly share: number
}

/** What the timeline shows at this model time; null when it is off or has no keyframes. */
export function placeOnTimeline(recall: Pick<RecallSettings, 'timeline'>, time: number): TimelinePlace | null {
  const { isOn, keyframes } = recall.timeline
  if (!isOn) return null
  const at = timeOnTimeline(recall, time)
  const index = Math.max(
    0,
    keyframes.findLastIndex((keyframe) => keyframe.time <= at),
  )
  const keyframe = keyframes.at(index)
  if (keyframe === undefined) return null
  const next = keyframes.at(index + 1)
  if (!keyframe.isMorphing || next === undefined) return { keyframe, next: null, share: 0 }
  const share = (at - keyframe.time) / (next.time - keyframe.time)
  return { keyframe, next, share: Math.min(1, Math.max(0, share)) }
}

/**
 * u at a model time: the input, or what the timeline shows, (1 − share) u_k + share u_(k+1) where it turns from one keyframe into the
 * next. `out`: N. Returns `out`.
 */
export function inputAtInto(
  out: Float32Array,
  recall: Bank & Pick<RecallSettings, 'inputScale' | 'input' | 'timeline'>,
  time: number,
): Float32Array {
  const place = placeOnTimeline(recall, time)
  if (place === null) return inputVectorInto(out, recall, recall.input)
  const { keyframe, next, share } = place
  inputVectorInto(out, recall, keyframe.input)
  if (next === null || share === 0) return out
  const ahead = inputVectorInto(new Float32Array(out.length), recall, next.input)
  for (let i = 0; i < out.length; i++) out[i] = out[i] + share * (ahead[i] - out[i])
  return out
}

/**
 * The time step of the run: the one asked for, or a safe share of the limit of stability (2.785/L without noise, RK4; 2/L with noise,
 * Euler-Maruyama) when that is less. L = 1 + g `largestCoupling`; `largestCoupling`: the largest |eigenvalue| of W, or a bound on it.
 */
export function recallTimeStep(
  recall: Pick<RecallSettings, 'network' | 'noise' | 'integration'>,
  largestCoupling: number,
): number {
  const lipschitz = 1 + recall.network.gain * Math.abs(largestCoupling)
  const scheme = recall.noise.strength > 0 ? 'euler-maruyama' : 'rk4'
  return Math.min(recall.integration.timeStep, safeShareOfLimit * stabilityLimit(scheme, lipschitz))
}
