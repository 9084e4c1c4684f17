import { isMajorLevel } from '../model/contours.ts'
import type { ContourLine } from '../model/contours.ts'

export interface ContourLabel {
  readonly level: number
  /** The middle of the text, in state coordinates, and its direction there (radians, readable: never upside down). */
  readonly at: readonly [number, number]
  readonly angle: number
}

/** The step between neighbouring levels; 0 with fewer than two. */
export function contourStep(contours: readonly ContourLine[]): number {
  let step = Infinity
  for (let k = 1; k < contours.length; k += 1)
    step = Math.min(step, Math.abs(contours[k].level - contours[k - 1].level))
  return Number.isFinite(step) ? step : 0
}

/** Labels prefer this ray from the middle of the map, or its opposite: clear of both memories and of the axes … */
const preferredAngle = 1.18
/** … and this distance from the middle, as a share of the half-width. */
const preferredRadius = 0.55
const radialWeight = 0.8
/** No label nearer than this to the rim of the map, as a share of the half-width. */
const rim = 0.9

/**
 * One place on each major contour (every fifth, if there is room), as near as possible to a fixed ray from the middle of the map, so that the
 * labels stand in a column and move little while the landscape changes. Places near `avoid` are passed over.
 */
export function contourLabels(
  contours: readonly ContourLine[],
  extent: number,
  avoid: readonly (readonly [number, number])[],
  clearance: number,
): ContourLabel[] {
  const step = contourStep(contours)
  const labels: ContourLabel[] = []
  const taken = [...avoid]
  for (const { level, segments } of contours) {
    if (step === 0 || !isMajorLevel(level, step)) continue
    let best: ContourLabel | null = null
    let bestCost = Infinity
    for (let k = 0; k + 3 < segments.length; k += 4) {
      const x = (segments[k] + segments[k + 2]) / 2
      const y = (segments[k + 1] + segments[k + 3]) / 2
      if (Math.max(Math.abs(x), Math.abs(y)) > rim * extent) continue
      const radial = radialWeight * Math.abs(Math.hypot(x, y) / extent - preferredRadius)
      const cost =
        radial +
        Math.min(turn(Math.atan2(y, x) - preferredAngle), turn(Math.atan2(y, x) + Math.PI - preferredAngle) + 0.1)
      if (cost >= bestCost || taken.some(([ax, ay]) => Math.hypot(x - ax, y - ay) < clearance)) continue
      bestCost = cost
      const angle = Math.atan2(segments[k + 3] - segments[k + 1], segments[k + 2] - segments[k])
      best = { level, at: [x, y], angle: readable(angle) }
    }
    if (!best) continue
    labels.push(best)
    taken.push(best.at)
  }
  return labels
}

/** The size of an angle, 0 to π. */
function turn(angle: number): number {
  const within = Math.abs(angle) % (2 * Math.PI)
  return within > Math.PI ? 2 * Math.PI - within : within
}

/** The same direction between -π/2 and π/2. */
function readable(angle: number): number {
  if (angle > Math.PI / 2) return angle - Math.PI
  return angle < -Math.PI / 2 ? angle + Math.PI : angle
}
