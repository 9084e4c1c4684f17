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
  /** Shown even where it covers another label. */
  readonly isLasting: boolean
  /** Left out last time: it comes back once it covers no label at all, so that it does not flicker. */
  readonly isLeftOut: boolean
}

export interface PlacedLabel {
  left: number
  top: number
  side: number
  /** There is no room for it beside the labels before it. */
  isLeftOut: boolean
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
/** A label on a label cannot be read, one on a marker can: a pixel there counts so many times. */
const LABEL_WEIGHT = 4
/** A label that covers more than this share of itself of other labels is left out. */
const MOST_COVERED = 0.08

function shared(from: number, length: number, otherFrom: number, otherLength: number): number {
  return Math.max(0, Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom))
}

/** Area of a placed label that covers a square around (x, y). */
function areaOnSquare({ left, top }: PlacedLabel, { width, height }: LabelBox, x: number, y: number, half: number) {
  return shared(left, width, x - half, 2 * half) * shared(top, height, y - half, 2 * half)
}

function moveTo(place: PlacedLabel, label: LabelBox, side: number) {
  const [horizontal, vertical] = SIDES[side] ?? [1, -1]
  const gap = label.clearance * (horizontal === 0 ? 1 : 0.72)
  place.side = side
  place.left = label.anchorX + horizontal * (gap + label.width / 2) - label.width / 2
  place.top =
    label.anchorY + vertical * (gap + label.height / 2 - (horizontal === 0 ? 0 : label.height * 0.3)) - label.height / 2
}

/**
 * Greedy placement in the order given: each label takes its last side if that is free, otherwise the side where it covers least of the labels
 * before it, of all markers and of the obstacles. A label that would cover another all the same is left out, unless it lasts. Allocates nothing
 * but new entries of `out`.
 */
export function placeLabelsInto(
  out: PlacedLabel[],
  labels: readonly LabelBox[],
  obstacles: readonly Obstacle[] = [],
): PlacedLabel[] {
  function areaOnLabels(index: number): number {
    const { left, top } = out[index]
    const { width, height } = labels[index]
    let area = 0
    for (let k = 0; k < index; k++) {
      if (out[k].isLeftOut) continue
      area += shared(left, width, out[k].left, labels[k].width) * shared(top, height, out[k].top, labels[k].height)
    }
    return area
  }

  function cost(index: number): number {
    let area = LABEL_WEIGHT * areaOnLabels(index)
    for (const { anchorX, anchorY, clearance } of labels)
      area += areaOnSquare(out[index], labels[index], anchorX, anchorY, clearance * 0.7)
    for (const { x, y, radius } of obstacles) area += areaOnSquare(out[index], labels[index], x, y, radius)
    return area
  }

  for (const [index, label] of labels.entries()) {
    const place = (out[index] ??= { left: 0, top: 0, side: 0, isLeftOut: false })
    let best = label.side
    moveTo(place, label, best)
    let least = cost(index)
    for (let side = 0; side < SIDES.length && least > 0; side++) {
      moveTo(place, label, side)
      const found = cost(index)
      if (found >= least) continue
      least = found
      best = side
    }
    moveTo(place, label, best)
    const most = label.isLeftOut ? 0 : MOST_COVERED * label.width * label.height
    place.isLeftOut = !label.isLasting && areaOnLabels(index) > most
  }
  out.length = labels.length
  return out
}
