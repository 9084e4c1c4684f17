import type { RecallSettings } from '../../experiment/recall/recallSettings.ts'

/**
 * Whether a person who holds the timeline lets go of it with this change of the document: the timeline goes off, or it is another one, since none of
 * its keyframes is left (a preset, another document, an undo of either), or pictures get another size, and the run begins again.
 *
 * Parts that did not change are the same objects.
 */
export function endsHold(before: RecallSettings, next: RecallSettings): boolean {
  if (!next.timeline.isOn || next.size !== before.size) return true
  const known = new Set(before.timeline.keyframes)
  return !next.timeline.keyframes.some((keyframe) => known.has(keyframe))
}
