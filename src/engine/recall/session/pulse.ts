import type { LaneContext } from './laneContext.ts'

/** The pulse is on for a while after the lane began, after the input was edited or scrubbed by hand, and after each keyframe. */
export function isPulseOn(context: LaneContext, startTime: number, time: number): boolean {
  const { pulseDuration } = context.recall.network
  const from = Math.max(startTime, context.pulseFrom)
  const sinceKeyframe = context.sinceKeyframe(time)
  return time - from < pulseDuration || (sinceKeyframe !== null && sinceKeyframe < pulseDuration)
}

/** When the pulse that is on may end; where it is off, the next keyframe is a change of the input anyway. */
export function nextPulseEnd(context: LaneContext, startTime: number, time: number): number {
  const { pulseDuration } = context.recall.network
  const sinceKeyframe = context.sinceKeyframe(time)
  const ends = [Math.max(startTime, context.pulseFrom) + pulseDuration]
  if (sinceKeyframe !== null) ends.push(time - sinceKeyframe + pulseDuration)
  return ends.reduce((next, end) => (end > time && end < next ? end : next), Infinity)
}
