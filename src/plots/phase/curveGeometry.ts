import type { CurvePoints, Nullcline } from '../../model/phase/phaseCurves.ts'
import type { ReadonlyPair } from '../../model/vector.ts'

/** A triangle: tip, then the two ends of its base. */
export type Triangle = readonly [ReadonlyPair, ReadonlyPair, ReadonlyPair]

/** Half the width of an arrow head over its length. */
const headHalfWidth = 0.42
/** Share of a short arrow that its head may take. */
const longestHead = 0.4

function headAt(tip: ReadonlyPair, angle: number, length: number): Triangle {
  const [dx, dy] = [Math.cos(angle), Math.sin(angle)]
  const [baseX, baseY] = [tip[0] - length * dx, tip[1] - length * dy]
  const half = headHalfWidth * length
  return [tip, [baseX - half * dy, baseY + half * dx], [baseX + half * dy, baseY - half * dx]]
}

const at = (points: CurvePoints, k: number): ReadonlyPair => [points[2 * k], points[2 * k + 1]]

/**
 * The head at the end of a curve, at most `length` and at most 0.4 of the chord long: along the chord to the last point that far behind, so
 * that a short last step does not turn it. Null for a curve without length. All in the units of the points.
 */
export function endHead(points: CurvePoints, mostLength: number): Triangle | null {
  const count = points.length / 2
  if (count < 2) return null
  const [tail, tip] = [at(points, 0), at(points, count - 1)]
  const length = Math.min(mostLength, longestHead * Math.hypot(tip[0] - tail[0], tip[1] - tail[1]))
  if (length <= 0) return null
  let behind = tip
  for (let k = count - 2; k >= 0 && Math.hypot(tip[0] - behind[0], tip[1] - behind[1]) < length; k -= 1) {
    behind = at(points, k)
  }
  return headAt(tip, Math.atan2(tip[1] - behind[1], tip[0] - behind[0]), length)
}

/** A head halfway along a curve, pointing along it or back. Null for a curve that is less than four heads long. */
export function middleHead(points: CurvePoints, length: number, isForward: boolean): Triangle | null {
  const count = points.length / 2
  const steps = Array.from({ length: Math.max(0, count - 1) }, (_, k) =>
    Math.hypot(points[2 * k + 2] - points[2 * k], points[2 * k + 3] - points[2 * k + 1]),
  )
  const whole = steps.reduce((sum, step) => sum + step, 0)
  if (!(whole >= 4 * length)) return null
  let left = whole / 2
  let k = 0
  while (k < steps.length - 1 && steps[k] < left) {
    left -= steps[k]
    k += 1
  }
  const [from, to] = [at(points, k), at(points, k + 1)]
  const share = steps[k] > 0 ? left / steps[k] : 0
  const angle = Math.atan2(to[1] - from[1], to[0] - from[0]) + (isForward ? 0 : Math.PI)
  const middle = [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])] as const
  // The head is centred on the middle.
  return headAt([middle[0] + (length / 2) * Math.cos(angle), middle[1] + (length / 2) * Math.sin(angle)], angle, length)
}

/** Between these shares of the half-width a nullcline is labelled: away from the middle, where curves meet, and from the rim. */
const labelRing = [0.45, 0.86] as const
/** Every so many points of a curve are looked at. */
const stride = 4

/** The map around the name of a nullcline, in units of the state. */
interface LabelSurroundings {
  readonly extent: number
  readonly marks: readonly ReadonlyPair[]
  /** With less room than this around it a name is left out. */
  readonly leastRoom: number
}

/** A place on the nullclines of one neuron for their name: the one farthest from those of the other neuron and from the marks. */
export function nullclineLabelPlace(
  nullclines: readonly Nullcline[],
  neuron: 0 | 1,
  { extent, marks, leastRoom }: LabelSurroundings,
): ReadonlyPair | null {
  const avoid: ReadonlyPair[] = []
  for (const other of nullclines) {
    if (other.neuron === neuron) continue
    for (let k = 0; k < other.points.length / 2; k += stride) avoid.push(at(other.points, k))
  }
  let best: ReadonlyPair | null = null
  let widest = leastRoom
  for (const { neuron: own, points } of nullclines) {
    if (own !== neuron) continue
    for (let k = 0; k < points.length / 2; k += stride) {
      const place = at(points, k)
      const reach = Math.max(Math.abs(place[0]), Math.abs(place[1])) / extent
      if (reach < labelRing[0] || reach > labelRing[1]) continue
      const apart = avoid.reduce((least, [x, y]) => Math.min(least, Math.hypot(x - place[0], y - place[1])), extent)
      // Names stand beside the marks, so that these reach further across than up.
      const room = marks.reduce((least, [x, y]) => Math.min(least, Math.hypot((x - place[0]) / 2, y - place[1])), apart)
      if (room > widest) [widest, best] = [room, place]
    }
  }
  return best
}
