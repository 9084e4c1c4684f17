import type { Timers } from '../../engine/watchdog.ts'

/** Grid points along a side of the slice: at rest, and in motion on a machine that draws slowly. */
const fineColumns = 129
const coarseColumns = 65
/** A frame that takes longer is slow: 25 a second. */
const slowMs = 40
/** Frames in which a machine shows that it is slow, and many more in which it shows that it is not after all: no flicker between the two. */
const slowFrames = 10
const fastFrames = 60
/** A frame of a screen of 60 Hz, with some room: faster is as fast as it gets. */
const fastMs = 18
/** After so long without a frame in motion the picture is at rest. */
const restMs = 300

/** What the last frames told. */
export interface Detail {
  readonly isSlow: boolean
  /** Milliseconds between frames in motion since the last decision, newest last. */
  readonly intervals: readonly number[]
}

export const firstDetail: Detail = { isSlow: false, intervals: [] }

/**
 * The next detail after one more frame in motion: slow when the median of ten intervals is above 40 ms, and fast again when that of sixty,
 * drawn coarsely, is below 18 ms. Medians, since one long frame (a page that loads, a collection of garbage) says nothing. Pure.
 */
export function nextDetail({ isSlow, intervals }: Detail, intervalMs: number): Detail {
  const needed = isSlow ? fastFrames : slowFrames
  const newest = [...intervals, intervalMs].slice(-needed)
  if (newest.length < needed) return { isSlow, intervals: newest }
  const median = newest.toSorted((a, b) => a - b)[Math.floor(needed / 2)]
  const isOther = isSlow ? median < fastMs : median > slowMs
  return isOther ? { isSlow: !isSlow, intervals: [] } : { isSlow, intervals: newest }
}

/** Grid points along a side: fewer only in motion, and only where that is slow. */
export function columnsOf({ isSlow }: Detail, isMoving: boolean): number {
  return isSlow && isMoving ? coarseColumns : fineColumns
}

/** Watches the frames of a slice and says how fine it is to be. */
export interface SliceDetail {
  /** A frame in which something moved was drawn. */
  readonly moved: () => void
  readonly dispose: () => void
}

export function createSliceDetail(timers: Timers, setColumns: (columns: number) => void): SliceDetail {
  let detail = firstDetail
  let lastMs = -Infinity
  let cancel: (() => void) | null = null

  /** One timer for a whole motion: another one with every frame costs more than looking at the clock when it rings. */
  function rest() {
    const leftMs = lastMs + restMs - timers.now()
    cancel = leftMs > 0 ? timers.after(leftMs, rest) : null
    if (cancel === null) setColumns(columnsOf(detail, false))
  }

  return {
    moved() {
      const nowMs = timers.now()
      const intervalMs = nowMs - lastMs
      lastMs = nowMs
      // The first frame after a rest was not waited for.
      if (intervalMs < restMs) detail = nextDetail(detail, intervalMs)
      setColumns(columnsOf(detail, true))
      cancel ??= timers.after(restMs, rest)
    },
    dispose: () => cancel?.(),
  }
}
