import type { LaneKind } from '../../../experiment/recall/recallSettings.ts'
import type { LaneFrame } from '../protocol.ts'
import type { Pass } from './laneContext.ts'

/** One model in the race. Times are model time. */
export interface Lane {
  readonly kind: LaneKind
  /** Nothing moves as long as the input stays as it is: no noise and at rest, in a two-cycle, or unable to run. */
  readonly isSettled: boolean
  /** The context has changed at this time; the state stays where it is, unless it begins again. */
  readonly adopt: (change: LaneChange) => void
  /** Begins at this time, from its start. */
  readonly begin: (time: number) => void
  readonly takeFrame: (shownTime: number) => LaneFrame
  readonly dispose: () => void
}

export interface LaneChange {
  readonly time: number
  /** A memory in force was drawn on, came or went. */
  readonly hasNewPatterns: boolean
  /** The memories in force are others, or in another order: samples kept of them are void. */
  readonly hasNewMemories: boolean
  readonly beginsAgain: boolean
}

/** A lane whose state is known at the ends of intervals; in between it is told by a straight line. */
export interface SteppedLane extends Lane {
  readonly tempo: 'steps'
  /** Works on the interval that starts at `from`; returns whether it is at its end. Goes on where it stopped. */
  readonly work: (from: number, pass: Pass) => boolean
  /** Places the present state on the plane of the slice, for this and the samples that wait: (y₊, y₋), energy, distance; null off the slice. */
  readonly project: () => Float32Array<ArrayBuffer> | null
  readonly startTime: () => number
}

/** A lane whose state changes at single moments, and is known at all times. */
export interface UpdatedLane extends Lane {
  readonly tempo: 'updates'
  /** It is trained, and has made up for the time that took. */
  readonly isReady: boolean
  /** Works towards being ready as far as the time of this tick goes; returns whether it is. */
  readonly prepare: (pass: Pass) => boolean
  /** Runs up to `time` at most, with a sample there where `isSampleTime`; returns where it is. Before it is ready it notes the time, to make up for it. */
  readonly runTo: (time: number, isSampleTime: boolean, pass: Pass) => number
  /** When the next single update is due. */
  readonly nextUpdateTime: () => number
}

/** A lane that cannot run. */
export interface RefusedLane extends Lane {
  readonly tempo: 'none'
}

export type AnyLane = SteppedLane | UpdatedLane | RefusedLane
