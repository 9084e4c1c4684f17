/** The part of a ball's record that the trail needs; `at(k)` is the place of the k-th oldest sample in the arrays. */
export interface TrailSource {
  readonly length: number
  at(k: number): number
  readonly times: Float32Array | Float64Array
  readonly x1: Float32Array
  readonly x2: Float32Array
}

/** How much model time a trail covers. */
export const TRAIL_TIME = 3
/** Numbers a trail point: x1, x2, time within the run modulo 64, freshness 0..1 (negative: no line to the next point). */
export const TRAIL_STRIDE = 4
export const MOST_TRAIL_POINTS = 2600
/** Points of one trail: all its samples when few balls roll, fewer (but never too few to be smooth) when many do. */
const MOST_POINTS_A_BALL = 158
const LEAST_POINTS_A_BALL = 60
const POINTS_TO_SHARE = 1500
/** Times are wrapped so that single precision keeps ticks sharp in long runs. A multiple of the tick spacing. */
const TIME_WRAP = 64

/** A jump longer than this between neighbouring samples is a restart, not a movement. In units of the state. */
const LONGEST_MOVE = 4

/**
 * Writes the trails of all balls into one strip, oldest point first, and returns the number of points. Each point draws
 * the segment to the next one, so the last point of a ball has a negative freshness.
 */
export function trailPointsInto(out: Float32Array, balls: Iterable<TrailSource>, capacity: number): number {
  const sources = [...balls]
  const share = Math.floor(POINTS_TO_SHARE / Math.max(1, sources.length))
  const mostPoints = Math.min(MOST_POINTS_A_BALL, Math.max(LEAST_POINTS_A_BALL, share))
  let count = 0
  for (const source of sources) {
    const newest = source.length - 1
    if (newest < 1) continue
    const now = source.times[source.at(newest)] ?? 0
    let first = newest
    while (first > 0 && now - (source.times[source.at(first - 1)] ?? 0) <= TRAIL_TIME) first--
    // Few points a ball when many balls roll: skip samples evenly, but keep the newest.
    const stride = Math.max(1, Math.ceil((newest - first + 1) / mostPoints))
    for (let k = first; ; k = Math.min(newest, k + stride)) {
      if (count >= capacity) return count
      const at = source.at(k)
      const time = source.times[at] ?? 0
      const o = count * TRAIL_STRIDE
      out[o] = source.x1[at] ?? 0
      out[o + 1] = source.x2[at] ?? 0
      out[o + 2] = time % TIME_WRAP
      out[o + 3] = k === newest ? -1 : Math.max(0, 1 - (now - time) / TRAIL_TIME)
      count++
      if (count > 1 && k > first && isBroken(out, o)) out[o - TRAIL_STRIDE + 3] = -1
      if (k === newest) break
    }
  }
  return count
}

function isBroken(points: Float32Array, at: number): boolean {
  const moved = Math.hypot(
    (points[at] ?? 0) - (points[at - TRAIL_STRIDE] ?? 0),
    (points[at + 1] ?? 0) - (points[at + 1 - TRAIL_STRIDE] ?? 0),
  )
  return moved > LONGEST_MOVE || (points[at + 2] ?? 0) < (points[at + 2 - TRAIL_STRIDE] ?? 0)
}
