import type { Thresholds } from '../../model/thresholds.ts'

/** What a memory is in the input-driven network: no equilibrium, a saddle, or stable. */
export type Standing = 'absent' | 'saddle' | 'stable'

/** The standing of a memory, if it were orthogonal to all others (model/thresholds.ts). The strongest one that exists is stable: its own threshold, that of the second, lies below it. */
export function standingOf(alpha: number, { existence, stability }: Thresholds): Standing {
  if (!(alpha > existence)) return 'absent'
  return alpha > stability ? 'stable' : 'saddle'
}

/** Ends of the axis of the bars: round numbers, so that the axis stands still while the numbers move a little. */
export interface SaliencyAxis {
  readonly low: number
  readonly high: number
}

/** Mantissas of a round end. */
const roundEnds = [1, 1.5, 2, 3, 5, 7.5, 10] as const

function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  const mantissa = roundEnds.find((end) => end * power >= value * (1 - 1e-9)) ?? 10
  return mantissa * power
}

/** An axis with zero, all saliencies and both thresholds on it. */
export function saliencyAxis(saliency: ArrayLike<number>, { existence, stability }: Thresholds): SaliencyAxis {
  let [low, high] = [Math.min(0, existence), Math.max(existence, stability, 0)]
  for (let mu = 0; mu < saliency.length; mu++) {
    low = Math.min(low, saliency[mu])
    high = Math.max(high, saliency[mu])
  }
  // Rounding alone below zero is no reason for an axis of two sides.
  const isOneSided = low > -0.02 * high
  return { low: isOneSided ? 0 : -roundUp(-low), high: roundUp(1.04 * high) }
}

/** Where a value stands on the axis, from 0 to 1. */
export function placeOn({ low, high }: SaliencyAxis, value: number): number {
  return Math.min(1, Math.max(0, (value - low) / (high - low)))
}
