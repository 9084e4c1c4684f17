import { nextView, snapView, type ViewScale } from '../model/viewScale.ts'

/** The view that eases toward what is needed. */
export interface ViewFollower {
  /** Null before the first landscape. */
  readonly wanted: ViewScale | null
  readonly isMoving: boolean
  /** The half-width at which the view comes to rest; null before the first landscape. */
  readonly aimedExtent: number | null
  /** A landscape told what is needed. The first one, and all where motion is not wanted, are followed at once. */
  readonly aim: (needed: ViewScale) => void
  /** Moves on; returns whether the wanted view changed. */
  readonly ease: (elapsedMs: number) => boolean
}

export function createViewFollower(prefersReducedMotion: () => boolean): ViewFollower {
  let wanted: ViewScale | null = null
  let needed: ViewScale | null = null
  return {
    get wanted() {
      return wanted
    },
    get isMoving() {
      // The extent has hysteresis, so that the view may be at rest and yet not be the needed one: `snapView` knows.
      return wanted !== null && needed !== null && snapView(wanted, needed) !== wanted
    },
    get aimedExtent() {
      return wanted === null || needed === null ? null : snapView(wanted, needed).extent
    },
    aim(next) {
      needed = next
      if (wanted === null) wanted = next
      else if (prefersReducedMotion()) wanted = snapView(wanted, next)
    },
    ease(elapsedMs) {
      if (wanted === null || needed === null) return false
      const next = nextView(wanted, needed, elapsedMs)
      const hasChanged = next !== wanted
      wanted = next
      return hasChanged
    },
  }
}
