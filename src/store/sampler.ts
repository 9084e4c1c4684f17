import type { SampleWish } from '../engine/sessionClient.ts'
import { niceLevels } from '../model/contours.ts'
import type { ViewScale } from '../model/viewScale.ts'
import { createViewFollower } from './viewFollower.ts'

/** Contour lines between the floor and the ceiling of the view, about. */
export const contourCount = 20

/** Asks for landscapes: in the view that eases toward what is needed, as fine as wanted, with contours while someone wants them. */
export interface Sampler {
  readonly isViewMoving: () => boolean
  /** The half-width at which the view comes to rest; null before the first landscape. */
  readonly aimedExtent: () => number | null
  /** Asks for the landscape of now. */
  readonly sample: () => void
  /** A landscape has come: `put` stores it, with the view that belongs to it. Returns whether it was the first. */
  readonly take: (needed: ViewScale, extent: number, put: (view: ViewScale) => void) => boolean
  /** An animation frame has passed. */
  readonly ease: (elapsedMs: number) => void
  readonly wantContours: () => () => void
  readonly setColumns: (columns: number) => void
}

interface SamplerOptions {
  readonly columns: number
  readonly prefersReducedMotion: () => boolean
  /** The view shown. */
  readonly view: () => ViewScale
  readonly setView: (view: ViewScale) => void
  readonly ask: (wish: SampleWish) => void
}

export function createSampler({ columns, prefersReducedMotion, view, setView, ask }: SamplerOptions): Sampler {
  const follower = createViewFollower(prefersReducedMotion)
  let columnCount = columns
  let contourReaders = 0
  /** The levels of the newest request, as one string; empty without contours. */
  let levelsAsked = ''

  /** Floor and ceiling are shown at once; the extent is always that of the landscape. */
  function viewOf(extent: number): ViewScale {
    const { floor, ceiling } = follower.wanted ?? view()
    return { extent, floor, ceiling }
  }

  function contourLevels(): readonly number[] | null {
    const { wanted } = follower
    return contourReaders === 0 || wanted === null ? null : niceLevels(wanted.floor, wanted.ceiling, contourCount)
  }

  function sample() {
    const levels = contourLevels()
    levelsAsked = levels?.join() ?? ''
    ask({ extent: follower.wanted?.extent ?? null, columns: columnCount, contourLevels: levels })
  }

  /** Asks again where the view has moved on since the landscape shown was asked for. */
  function sampleIfOutdated() {
    const levels = contourLevels()?.join() ?? ''
    if (follower.wanted?.extent !== view().extent || levels !== levelsAsked) sample()
  }

  return {
    isViewMoving: () => follower.isMoving,
    aimedExtent: () => follower.aimedExtent,
    sample,
    take(needed, extent, put) {
      const isFirst = follower.wanted === null
      follower.aim(needed)
      put(viewOf(extent))
      sampleIfOutdated()
      return isFirst
    },
    ease(elapsedMs) {
      if (!follower.ease(elapsedMs)) return
      setView(viewOf(view().extent))
      sampleIfOutdated()
    },
    wantContours() {
      contourReaders++
      if (contourReaders === 1 && follower.wanted !== null) sample()
      let isWanted = true
      return () => {
        if (isWanted) contourReaders--
        isWanted = false
      }
    },
    setColumns(next) {
      if (next === columnCount) return
      columnCount = next
      if (follower.wanted !== null) sample()
    },
  }
}
