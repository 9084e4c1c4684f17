import { overlaps, type Rect } from '../nameBoxes.ts'

interface Size {
  readonly width: number
  readonly height: number
}

interface ReadingRoom {
  readonly bounds: Rect
  /** What is better not covered. */
  readonly taken?: readonly Rect[]
  readonly gap: number
}

/**
 * Where a box of text about a point stands: inside `bounds`, and at least `gap` from the point in one direction, so that it never covers
 * it. To the upper right where there is room and nothing is covered, then the other corners, then the side with the most room, slid along it. Where it fits
 * nowhere it keeps inside the bounds as far as it can, on the side with the most room. All in pixels.
 */
export function placeReading(
  [x, y]: readonly [number, number],
  { width, height }: Size,
  { bounds, taken = [], gap }: ReadingRoom,
): Rect {
  const right = bounds.left + bounds.width
  const bottom = bounds.top + bounds.height
  const across = [x + gap, x - gap - width].filter((left) => left >= bounds.left && left + width <= right)
  const up = [y - gap - height, y + gap].filter((top) => top >= bounds.top && top + height <= bottom)
  const slide = (wanted: number, low: number, high: number) => Math.max(low, Math.min(high, wanted))
  const corners = across.flatMap((left) => up.map((top) => ({ left, top, width, height })))
  const free = corners.find((corner) => !taken.some((other) => overlaps(corner, other))) ?? corners[0]
  if (free) return free
  if (up.length > 0) return { left: slide(x - width / 2, bounds.left, right - width), top: up[0], width, height }
  const top = slide(y - height / 2, bounds.top, bottom - height)
  if (across.length > 0) return { left: across[0], top, width, height }
  const [above, below] = [y - bounds.top, bottom - y]
  const left = slide(x - width / 2, bounds.left, right - width)
  return { left, top: above > below ? bounds.top : Math.max(bounds.top, bottom - height), width, height }
}
