/** A label to place beside its anchor, in canvas pixels. */
export interface LabelBox {
  readonly anchorX: number
  readonly anchorY: number
  readonly width: number
  readonly height: number
  /** Distance from the anchor that the label must keep, in pixels (the marker's radius). */
  readonly clearance: number
  /** The side taken last time: kept as long as it is free, so that labels do not jump about. */
  readonly side: number
}

export interface PlacedLabel {
  left: number
  top: number
  side: number
}

/** Something else that labels should not cover: a ball. */
export interface Obstacle {
  readonly x: number
  readonly y: number
  readonly radius: number
}

/** Sides in order of preference: right above, left above, right below, left below, above, below. */
const SIDES: readonly (readonly [number, number])[] = [
  [1, -1],
  [-1, -1],
  [1, 1],
  [-1, 1],
  [0, -1],
  [0, 1],
]

interface Rectangle {
  left: number
  top: number
  width: number
  height: number
}

function overlapArea(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left)
  const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top)
  return width > 0 && height > 0 ? width * height : 0
}

function rectangleAt(label: LabelBox, side: number): Rectangle {
  const [horizontal, vertical] = SIDES[side] ?? [1, -1]
  const gap = label.clearance * (horizontal === 0 ? 1 : 0.72)
  const x = label.anchorX + horizontal * (gap + label.width / 2)
  const y = label.anchorY + vertical * (gap + label.height / 2 - (horizontal === 0 ? 0 : label.height * 0.3))
  return { left: x - label.width / 2, top: y - label.height / 2, width: label.width, height: label.height }
}

/**
 * Greedy placement in the order given: each label takes its last side if that is free, otherwise the side with the least
 * overlap with the labels before it, with all markers and with the obstacles.
 */
export function placeLabelsInto(
  out: PlacedLabel[],
  labels: readonly LabelBox[],
  obstacles: readonly Obstacle[] = [],
): PlacedLabel[] {
  const taken: Rectangle[] = labels.map((label) => {
    const half = label.clearance * 0.7
    return { left: label.anchorX - half, top: label.anchorY - half, width: 2 * half, height: 2 * half }
  })
  for (const { x, y, radius } of obstacles) {
    taken.push({ left: x - radius, top: y - radius, width: 2 * radius, height: 2 * radius })
  }
  out.length = labels.length
  for (const [index, label] of labels.entries()) {
    let best = rectangleAt(label, label.side)
    let bestSide = label.side
    let bestOverlap = taken.reduce((sum, other) => sum + overlapArea(best, other), 0)
    for (let side = 0; side < SIDES.length && bestOverlap > 0; side++) {
      const candidate = rectangleAt(label, side)
      const overlap = taken.reduce((sum, other) => sum + overlapArea(candidate, other), 0)
      if (overlap < bestOverlap) {
        best = candidate
        bestSide = side
        bestOverlap = overlap
      }
    }
    taken.push(best)
    out[index] = { left: best.left, top: best.top, side: bestSide }
  }
  return out
}
