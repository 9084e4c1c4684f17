/** The clock and the timers of whoever watches: the browser's, or made-up ones in a test. */
export interface Timers {
  readonly now: () => number
  /** Calls back once, later. Returns what stops it. */
  readonly after: (delayMs: number, task: () => void) => () => void
}

/** How long a session that has answered before may be silent. */
const longestSilenceMs = 3000
/** The first answer also pays for starting the thread, on a slow phone. */
const longestStartMs = 10_000
/** A timer this late means that the whole machine slept, not that the session is silent. */
const sleptMs = 1000

/** Watches for answers that do not come. */
export interface Watchdog {
  /** An answer is due. */
  readonly expect: () => void
  /** An answer came; `isLast` when no other is due. */
  readonly heard: (isLast: boolean) => void
  readonly stop: () => void
}

export function createWatchdog(timers: Timers, onSilence: () => void): Watchdog {
  let cancel: (() => void) | null = null
  let hasHeard = false

  function stop() {
    cancel?.()
    cancel = null
  }

  function arm() {
    stop()
    const delayMs = hasHeard ? longestSilenceMs : longestStartMs
    const dueMs = timers.now() + delayMs
    cancel = timers.after(delayMs, () => {
      cancel = null
      if (timers.now() - dueMs > sleptMs) arm()
      else onSilence()
    })
  }

  return {
    expect() {
      if (cancel === null) arm()
    },
    heard(isLast) {
      hasHeard = true
      if (isLast) stop()
      else arm()
    },
    stop,
  }
}
