import type { ReadonlyPair } from '../model/vector.ts'
import type { Range } from './regimeRange.ts'

/** How far one can go from a place inside a square towards another, as a share of the way: 1 when that is inside too. */
function shareInside(from: ReadonlyPair, to: ReadonlyPair, { low, high }: Range): number {
  let share = 1
  for (const i of [0, 1] as const) {
    const way = to[i] - from[i]
    if (way !== 0) share = Math.min(share, ((way > 0 ? high : low) - from[i]) / way)
  }
  return Math.max(0, share)
}

/** The place where a straight line from inside the square ends: at its goal, or at the edge. */
export function clipTo(from: ReadonlyPair, to: ReadonlyPair, range: Range): { place: ReadonlyPair; isCut: boolean } {
  const share = shareInside(from, to, range)
  if (share >= 1) return { place: to, isCut: false }
  return { place: [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])], isCut: true }
}
