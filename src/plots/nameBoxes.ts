/** Places names beside their marks: right, left, above or below, where they touch neither each other nor the rim. */

export interface NameBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Room between the middle of the mark and the name. */
  readonly clearance: number
}

export interface Rect {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export const overlaps = (a: Rect, b: Rect) =>
  a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height

/** The names come in order of importance; null for one that finds no place. Marks are kept free as well. */
export function placeNames(names: readonly NameBox[], bounds: Rect): (Rect | null)[] {
  const taken: Rect[] = names.map(({ x, y, clearance }) => {
    const half = 0.7 * clearance
    return { left: x - half, top: y - half, width: 2 * half, height: 2 * half }
  })
  return names.map(({ x, y, width, height, clearance }, own) => {
    const candidates = [
      { left: x + clearance, top: y - height / 2 },
      { left: x - clearance - width, top: y - height / 2 },
      { left: x - width / 2, top: y - clearance - height },
      { left: x - width / 2, top: y + clearance },
      { left: x + 0.7 * clearance, top: y - clearance - height },
      { left: x - 0.7 * clearance - width, top: y + clearance },
    ]
    for (const candidate of candidates) {
      const rect = { ...candidate, width, height }
      const isInside =
        rect.left >= bounds.left &&
        rect.top >= bounds.top &&
        rect.left + width <= bounds.left + bounds.width &&
        rect.top + height <= bounds.top + bounds.height
      if (!isInside || taken.some((other, k) => k !== own && overlaps(rect, other))) continue
      taken.push(rect)
      return rect
    }
    return null
  })
}
