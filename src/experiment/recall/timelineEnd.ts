import { pictureInto } from './inputPicture.ts'
import { recallRanges } from './recallRanges.ts'
import type { Keyframe, RecallInput, RecallSettings } from './recallSettings.ts'
import { addKeyframe } from './timelineEdits.ts'

/**
 * The last keyframe of a loop, where nothing holds its picture: the loop begins again as soon as it is there. Null where the one before it or the
 * first one, which takes its place, shows the same, and without a loop.
 */
export function unheldEnd(recall: Pick<RecallSettings, 'timeline' | 'memories' | 'size'>): Keyframe | null {
  const { isOn, isLooped, keyframes } = recall.timeline
  const [first, before, last] = [keyframes.at(0), keyframes.at(-2), keyframes.at(-1)]
  if (!isOn || !isLooped || first === undefined || before === undefined || last === undefined) return null
  return [before, first].some(({ input }) => showsSame(recall, input, last.input)) ? null : last
}

/** Holds the last keyframe too: a copy of it, as far behind it as it is behind the one before. The same object where there is no room. */
export function holdEnd(recall: RecallSettings): RecallSettings {
  const [before, last] = recall.timeline.keyframes.slice(-2)
  if (before === undefined || last === undefined || last.time >= recallRanges.time.high) return recall
  return addKeyframe(recall, 2 * last.time - before.time)
}

function showsSame(bank: Pick<RecallSettings, 'memories' | 'size'>, one: RecallInput, other: RecallInput): boolean {
  if (one === other) return true
  const pictureOf = (input: RecallInput) =>
    pictureInto(new Float32Array(bank.size.columns * bank.size.rows), bank, input)
  const picture = pictureOf(other)
  return pictureOf(one).every((value, i) => value === picture[i])
}
