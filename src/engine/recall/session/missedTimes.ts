/** Of so many samples every other one is left out: a long training may miss more than there is room for. */
const mostMissed = 2000

interface MissedTime {
  readonly time: number
  /** A sample is due there. */
  readonly isSampleTime: boolean
}

/** The times that a lane was asked for before it could run, in their order: it goes there once it can. */
export interface MissedTimes {
  readonly add: (time: number, isSampleTime: boolean) => void
  readonly first: () => MissedTime | null
  readonly dropFirst: () => void
  /** The latest of all; null when nothing was missed. */
  readonly latest: () => number | null
  readonly clear: () => void
}

export function createMissedTimes(): MissedTimes {
  let missed: MissedTime[] = []
  let dropped = 0
  return {
    add(time, isSampleTime) {
      // Only the last one need not be a sample: those before it are passed on the way.
      if (missed.length > dropped && missed.at(-1)?.isSampleTime === false) missed.pop()
      missed.push({ time, isSampleTime })
      if (missed.length - dropped <= mostMissed) return
      missed = missed.slice(dropped).filter((_, k, all) => k % 2 === 0 || k === all.length - 1)
      dropped = 0
    },
    first: () => missed.at(dropped) ?? null,
    dropFirst() {
      dropped++
      if (dropped >= missed.length) {
        missed = []
        dropped = 0
      }
    },
    latest: () => missed.at(-1)?.time ?? null,
    clear() {
      missed = []
      dropped = 0
    },
  }
}
