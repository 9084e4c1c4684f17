/** A piece of work should take about this long: the messages of the page wait for it. */
const pieceMs = 6
/** The next piece is at most so many times larger or smaller than the one before: one slow piece says little. No unit. */
const steepest = 4

/** How much work goes into one piece. */
export interface Pace {
  /** Does a piece: `work` is told how much, and its outcome comes back. */
  readonly piece: <T>(work: (count: number) => T) => T
}

/** Finds by the clock how many of `first` and more, up to `most`, make a piece. `now`: milliseconds. */
export function createPace(first: number, most: number, now: () => number): Pace {
  let count = first
  return {
    piece(work) {
      const begin = now()
      const outcome = work(count)
      const ratio = pieceMs / Math.max(now() - begin, pieceMs / steepest)
      count = Math.round(Math.min(most, Math.max(1, count * Math.max(ratio, 1 / steepest))))
      return outcome
    },
  }
}
