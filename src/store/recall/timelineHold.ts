import { timelineDuration } from '../../experiment/recall/deriveRecall.ts'
import type { Keyframe, RecallInput, RecallSettings } from '../../experiment/recall/recallSettings.ts'

/**
 * Where a person who holds the timeline at `held` holds it after this change of the document: a keyframe that it is held at takes it along, as all
 * of them do that move together, and a timeline that becomes shorter is held at its end.
 *
 * Null where it is let go: the timeline goes off, or it is another one (a preset, another document, an undo of either), or pictures get another
 * size, and the run begins again.
 */
export function heldAfter(before: RecallSettings, next: RecallSettings, held: number): number | null {
  if (next.timeline === before.timeline && next.size === before.size) return held
  if (!next.timeline.isOn || next.size !== before.size || isOther(before, next)) return null
  // On hundredths, as all times of the timeline are: the sum is the time of the keyframe to the last digit.
  const at = Number((held + shiftAt(keptKeyframes(before, next), held)).toFixed(2))
  return Math.min(timelineDuration(next), Math.max(0, at))
}

type Kept = readonly (readonly [Keyframe, Keyframe])[]

/** Keyframes of both timelines: as they were and as they are. */
function keptKeyframes(before: RecallSettings, next: RecallSettings): Kept {
  const known = new Map(before.timeline.keyframes.map((keyframe) => [keyframe.id, keyframe]))
  return next.timeline.keyframes.flatMap((keyframe) => {
    const old = known.get(keyframe.id)
    return old === undefined ? [] : [[old, keyframe] as const]
  })
}

function shiftAt(kept: Kept, held: number): number {
  const moves = kept.map(([old, keyframe]) => ({ isHeld: old.time === held, by: keyframe.time - old.time }))
  const own = moves.find((move) => move.isHeld)
  if (own !== undefined) return own.by
  // Without the first keyframe all others move to the left.
  const [first] = moves
  return moves.every((move) => Math.abs(move.by - first.by) < 1e-6) ? (first?.by ?? 0) : 0
}

/** Parts that did not change are the same objects: of a document that is opened, none. On another timeline no keyframe has the input that it had. */
function isOther(before: RecallSettings, next: RecallSettings): boolean {
  if (next.network !== before.network && next.memories !== before.memories && next.lanes !== before.lanes) return true
  return !keptKeyframes(before, next).some(
    ([old, keyframe]) => old === keyframe || wordsFor(next, old.input) === wordsFor(before, keyframe.input),
  )
}

/** An input without the memories that this document does not have: it is the same input when one of them is deleted, or comes back. */
function wordsFor({ memories }: RecallSettings, input: RecallInput): string {
  if (input.kind !== 'mix') return JSON.stringify(input)
  const known = new Set(memories.map(({ id }) => id))
  return JSON.stringify({ ...input, faders: input.faders.filter(({ memory }) => known.has(memory)) })
}
