import { clampView, isSameView, mixViews, type OrbitView } from './orbit.ts'

/** A flight between two places when the document changes from outside, in milliseconds of the clock. */
export const FLIGHT_MS = 600
/** The directed opening of the first screen. */
export const OPENING_MS = 2600

interface Flight {
  readonly from: OrbitView
  readonly to: OrbitView
  readonly durationMs: number
  readonly ease: (t: number) => number
  /** Unknown until the first frame asks: a late first frame must not cut the opening short. */
  startMs: number | null
}

export interface CameraRig {
  view(): OrbitView
  /** Where the camera will rest when nobody touches it. */
  destination(): OrbitView
  orbitBy(azimuth: number, elevation: number): void
  zoomBy(ratio: number): void
  cutTo(view: OrbitView): void
  flyTo(view: OrbitView, durationMs: number): void
  /** Advances a flight to the given time; true while there is more to come. */
  step(nowMs: number): boolean
}

const easeInOut = (t: number) => t * t * t * (t * (6 * t - 15) + 10)
/** The opening: off quickly, and a long, slow arrival. */
const settle = (t: number) => easeInOut(t ** 0.72)

/** The camera as a small state machine: a resting place, or a flight from one place to another. Takes the time as an argument. */
export function createCameraRig(initial: OrbitView): CameraRig {
  let view = clampView(initial)
  let flight: Flight | null = null

  const takeOver = (next: OrbitView) => {
    flight = null
    view = clampView(next)
  }

  return {
    view: () => view,
    destination: () => flight?.to ?? view,
    orbitBy: (azimuth, elevation) =>
      takeOver({ ...view, azimuth: view.azimuth + azimuth, elevation: view.elevation + elevation }),
    zoomBy: (ratio) => takeOver({ ...view, distance: view.distance * ratio }),
    cutTo: takeOver,
    flyTo(target, durationMs) {
      const to = clampView(target)
      if (durationMs <= 0 || isSameView(view, to)) return takeOver(to)
      flight = { from: view, to, durationMs, ease: durationMs > 1500 ? settle : easeInOut, startMs: null }
    },
    step(nowMs) {
      if (flight === null) return false
      flight.startMs ??= nowMs
      const t = (nowMs - flight.startMs) / flight.durationMs
      if (t >= 1) {
        takeOver(flight.to)
        return false
      }
      view = mixViews(flight.from, flight.to, flight.ease(Math.max(0, t)))
      return true
    },
  }
}

/** Where the opening starts: high above, turned aside and further away than the place it settles on. */
export function openingView(resting: OrbitView): OrbitView {
  return clampView({
    azimuth: resting.azimuth - 0.75,
    elevation: Math.max(resting.elevation, 1.18),
    distance: resting.distance * 1.28,
  })
}
