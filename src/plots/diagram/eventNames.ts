/** A name at a mark, in CSS pixels: its mark, its size, and the room between the middle of the mark and the name. */
export interface EventName {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly clearance: number
}

export interface Rect {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Directions from the mark to the name: as shares of its clearance and size. Those that come first are preferred where all are free. */
const directions: readonly (readonly [number, number])[] = [
  [1, 0.6],
  [1, -0.6],
  [-1, 0.6],
  [-1, -0.6],
  [0, 1],
  [0, -1],
  [1, 0],
  [-1, 0],
]
/** Further away than next to the mark, in names' heights. */
const distances = [0, 0.8, 1.6, 2.6, 3.8, 5] as const
/** What a name costs per height that it is away from its mark, in points of a curve that it would cover. */
const costOfDistance = 2.5

const holds = (rect: Rect, [x, y]: readonly [number, number]) =>
  x >= rect.left && x <= rect.left + rect.width && y >= rect.top && y <= rect.top + rect.height
const touch = (a: Rect, b: Rect) =>
  a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height

/**
 * Places for names, each where it covers fewest of `points` (of the curves), inside the bounds and off other names and all marks. The names
 * come in order of importance; null for one that finds no place.
 */
export function placeEventNames(
  names: readonly EventName[],
  marks: readonly (readonly [number, number])[],
  points: readonly (readonly [number, number])[],
  bounds: Rect,
): (Rect | null)[] {
  const taken: Rect[] = []
  return names.map((name) => {
    const half = 0.8 * name.clearance
    const aroundMarks = marks.map(([x, y]) => ({ left: x - half, top: y - half, width: 2 * half, height: 2 * half }))
    let best: Rect | null = null
    let least = Infinity
    for (const distance of distances) {
      for (const direction of directions) {
        const rect = rectAt(name, direction, distance)
        const isInside =
          rect.left >= bounds.left &&
          rect.top >= bounds.top &&
          rect.left + rect.width <= bounds.left + bounds.width &&
          rect.top + rect.height <= bounds.top + bounds.height
        if (!isInside || taken.some((other) => touch(rect, other)) || aroundMarks.some((mark) => touch(rect, mark)))
          continue
        const cost = points.filter((point) => holds(rect, point)).length + costOfDistance * distance
        if (cost >= least) continue
        least = cost
        best = rect
      }
    }
    if (best) taken.push(best)
    return best
  })
}

function rectAt(
  { x, y, width, height, clearance }: EventName,
  [dx, dy]: readonly [number, number],
  distance: number,
): Rect {
  const away = clearance + distance * height
  const middleX = x + dx * (Math.abs(dx) === 1 ? clearance + width / 2 : 0)
  const middleY = y + dy * (Math.abs(dy) === 1 ? away + height / 2 : away)
  const isSideways = dy === 0
  const shift = isSideways ? Math.sign(dx) * distance * height : 0
  return { left: middleX + shift - width / 2, top: middleY - height / 2, width, height }
}
