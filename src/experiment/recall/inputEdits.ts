import { decorrelatedSaliencyInto, inverseGramOf } from '../../model/gram.ts'
import { ternarySaliencyInto } from '../../model/ternarySaliency.ts'
import { clampToRange } from '../ranges.ts'
import { patternsInForce } from './deriveRecall.ts'
import { pictureInto } from './inputPicture.ts'
import { encodeTrits } from './pixelCode.ts'
import { recallRanges } from './recallRanges.ts'
import type { DrawnInput, Fader, MixedInput, RecallInput, RecallSettings } from './recallSettings.ts'

type Bank = Pick<RecallSettings, 'memories' | 'size'>

/** Pixels of a picture weaker than this share of the mean strength of its known pixels are drawn as unknown. */
const deadZone = 0.25
/** Amounts of a mixture found by least squares are rounded to this, and left out where that gives 0. */
const amountStep = 0.001

/** The input being edited: that of a keyframe, or the one that holds without a timeline. */
export function editedInput(recall: RecallSettings, keyframeId: number | null = null): RecallInput {
  const keyframe = recall.timeline.keyframes.find((candidate) => candidate.id === keyframeId)
  return keyframe?.input ?? recall.input
}

/** Another input, for the keyframe with this id, or for the network when there is no such keyframe. */
export function setInput(recall: RecallSettings, input: RecallInput, keyframeId: number | null = null): RecallSettings {
  const { timeline } = recall
  if (!timeline.keyframes.some((keyframe) => keyframe.id === keyframeId)) {
    return input === recall.input ? recall : { ...recall, input }
  }
  const keyframes = timeline.keyframes.map((keyframe) =>
    keyframe.id === keyframeId ? { ...keyframe, input } : keyframe,
  )
  return { ...recall, timeline: { ...timeline, keyframes } }
}

/** The amount of one memory in the mixture. An input of another kind becomes the nearest mixture first. The same object if no such memory. */
export function setFader(
  recall: RecallSettings,
  id: number,
  amount: number,
  keyframeId: number | null = null,
): RecallSettings {
  if (!recall.memories.some((memory) => memory.id === id) || !Number.isFinite(amount)) return recall
  const mixture = mixInput(recall, editedInput(recall, keyframeId))
  const fader: Fader = { memory: id, amount: clampToRange(amount, recallRanges.fader) }
  const isThere = mixture.faders.some((candidate) => candidate.memory === id)
  const faders = isThere
    ? mixture.faders.map((candidate) => (candidate.memory === id ? fader : candidate))
    : [...mixture.faders, fader]
  return setInput(recall, { ...mixture, faders }, keyframeId)
}

/**
 * The input as a drawing: ink and paper by sign, unknown where the picture is weaker than a quarter of the mean strength of its known
 * pixels. How strong the picture was is lost.
 */
export function drawInput(recall: Bank & Pick<RecallSettings, 'input'>, input: RecallInput = recall.input): DrawnInput {
  if (input.kind === 'drawing') return input
  const picture = pictureInto(new Float32Array(recall.size.columns * recall.size.rows), recall, input)
  let sum = 0
  let count = 0
  for (const value of picture) {
    sum += Math.abs(value)
    if (value !== 0) count++
  }
  const weakest = count === 0 ? 0 : (deadZone * sum) / count
  return { kind: 'drawing', pixels: encodeTrits(picture.map((value) => (Math.abs(value) > weakest ? value : 0))) }
}

/**
 * The input as a mixture of the memories that are on: the amounts a that bring Σ a_μ ξ^μ nearest to the picture (least squares, G a = m with
 * G = (1/N) Ξ Ξᵀ and m = (1/N) Ξ picture; the smallest amounts where memories repeat one another). What no memory shows is lost.
 */
export function mixInput(recall: Bank & Pick<RecallSettings, 'input'>, input: RecallInput = recall.input): MixedInput {
  if (input.kind === 'mix') return input
  const n = recall.size.columns * recall.size.rows
  const picture = pictureInto(new Float32Array(n), recall, input)
  const { patterns, memoryIds } = patternsInForce(recall)
  const p = patterns.patternCount
  const raw = ternarySaliencyInto(new Float64Array(p), patterns, picture)
  const amounts = decorrelatedSaliencyInto(new Float64Array(p), raw, inverseGramOf(patterns).inverse)
  const faders: Fader[] = []
  memoryIds.forEach((memory, mu) => {
    const amount = clampToRange(Math.round(amounts[mu] / amountStep) * amountStep, recallRanges.fader)
    const rounded = Number(amount.toFixed(3))
    if (rounded !== 0) faders.push({ memory, amount: rounded })
  })
  return { kind: 'mix', faders, isNormalised: false }
}
