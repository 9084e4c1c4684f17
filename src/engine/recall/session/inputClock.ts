import { placeOnTimeline, timelineDuration, timeOnTimeline } from '../../../experiment/recall/deriveRecall.ts'
import type { RecallSettings } from '../../../experiment/recall/recallSettings.ts'

/** Which place on the timeline belongs to a model time. */
export interface InputClock {
  /** Runs from the first keyframe on, at model time 0; nothing is held any more. */
  readonly begin: () => void
  /** Holds the input at this place; null lets it run on from there, from model time `now` on. */
  readonly scrub: (place: number | null, now: number) => void
  readonly placeAt: (recall: RecallSettings, time: number) => number
  /** Model time since the keyframe in force began; null without a timeline, and while it is held. */
  readonly sinceKeyframe: (recall: RecallSettings, time: number) => number | null
  /** Model time from which the input may be another; `time` itself while it turns into the next one; Infinity when it stays. */
  readonly holdsUntil: (recall: RecallSettings, time: number) => number
}

export function createInputClock(): InputClock {
  let held: number | null = null
  /** The place `place` belonged to model time `at`. */
  let anchor = { place: 0, at: 0 }

  function placeAt(recall: RecallSettings, time: number): number {
    // A timeline that became shorter is held at its end: it does not begin again.
    if (held !== null) return Math.min(held, timelineDuration(recall))
    return timeOnTimeline(recall, anchor.place + (time - anchor.at))
  }

  return {
    begin() {
      held = null
      anchor = { place: 0, at: 0 }
    },
    scrub(place, now) {
      if (place === null && held !== null) anchor = { place: held, at: now }
      held = place
    },
    placeAt,
    sinceKeyframe(recall, time) {
      const place = placeAt(recall, time)
      const keyframe = placeOnTimeline(recall, place)?.keyframe
      if (keyframe === undefined || held !== null) return null
      // At its end the timeline stands, and time goes on.
      const isRunning = recall.timeline.isLooped && timelineDuration(recall) > 0
      return (isRunning ? place : anchor.place + (time - anchor.at)) - keyframe.time
    },
    holdsUntil(recall, time) {
      const { timeline } = recall
      const duration = timelineDuration(recall)
      if (held !== null || duration <= 0) return Infinity
      const place = placeAt(recall, time)
      if (placeOnTimeline(recall, place)?.next) return time
      const next = timeline.keyframes.find((keyframe) => keyframe.time > place)
      if (next !== undefined) return time + next.time - place
      return timeline.isLooped ? time + duration - place : Infinity
    },
  }
}
