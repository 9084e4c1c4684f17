import type { TimeWindow } from '../timeWindow.ts'

/** One band of the figure of a lane, in CSS pixels. */
export interface Band {
  readonly top: number
  readonly bottom: number
}

/** The figure of a lane: overlaps above, energy below, one time axis for both. */
export interface LaneFrame {
  readonly window: TimeWindow
  readonly left: number
  readonly right: number
  readonly overlaps: Band
  readonly energy: Band
  readonly x: (time: number) => number
}

/** Room in rem: ticks of the overlaps at the left, names of memories at the right, ticks of time below. */
const leftRem = 1.25
const rightRem = 3.25
const bottomRem = 1
const topRem = 0.25
/** Between the two bands, and the share of the height that is the energy's. */
const gapRem = 0.375
const energyShare = 0.28

export function laneFrame(
  { width, height }: { readonly width: number; readonly height: number },
  rem: number,
  window: TimeWindow,
): LaneFrame {
  const left = leftRem * rem
  const right = Math.max(left + 1, width - rightRem * rem)
  const top = topRem * rem
  const bottom = Math.max(top + 2, height - bottomRem * rem)
  const room = Math.max(2, bottom - top - gapRem * rem)
  const energyTop = bottom - energyShare * room
  const span = window.to - window.from
  return {
    window,
    left,
    right,
    overlaps: { top, bottom: Math.max(top + 1, energyTop - gapRem * rem) },
    energy: { top: energyTop, bottom },
    x: (time) => left + ((time - window.from) / span) * (right - left),
  }
}

/** From a value in [low, high] to a height in a band. */
export function heightIn({ top, bottom }: Band, low: number, high: number): (value: number) => number {
  return (value) => bottom - ((value - low) / (high - low)) * (bottom - top)
}
