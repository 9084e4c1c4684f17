/** Where an item of the bank stands, in pixels of the window. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** One item a line, or several. */
export type BankFlow = 'list' | 'grid'

/**
 * The place that an item takes when it is let go at a point: from 0, counted without the item itself, as `moveMemory` wants it.
 * `boxes`: all items in their order, `dragged`: which of them is in the hand. An item counts as passed from its middle on.
 */
export function dropIndex(boxes: readonly Box[], dragged: number, point: Point, flow: BankFlow): number {
  const isPassed = (box: Box) => {
    if (flow === 'list') return (box.top + box.bottom) / 2 < point.y
    if (box.bottom < point.y) return true
    return box.top <= point.y && (box.left + box.right) / 2 < point.x
  }
  return boxes.filter((box, k) => k !== dragged && isPassed(box)).length
}

/** A thin line that shows the gap at that place. */
export interface GapLine {
  readonly left: number
  readonly top: number
  readonly length: number
}

/** Where the line is drawn: before the item that will follow, or after the last one. */
export function gapLine(boxes: readonly Box[], dragged: number, index: number, flow: BankFlow): GapLine | null {
  const others = boxes.filter((_, k) => k !== dragged)
  const isLast = index >= others.length
  const box = others.at(isLast ? -1 : index)
  if (!box) return null
  return flow === 'list'
    ? { left: box.left, top: isLast ? box.bottom : box.top, length: box.right - box.left }
    : { left: isLast ? box.right : box.left, top: box.top, length: box.bottom - box.top }
}

/** Pixels from the border of the list within which it scrolls by itself, and how far in one frame at most. */
const scrollZonePx = 36
const fastestPx = 12

/** How far the list scrolls in this frame, for a pointer that drags near its upper or lower border. */
export function edgeScroll(frame: { readonly top: number; readonly bottom: number }, y: number): number {
  const above = frame.top + scrollZonePx - y
  if (above > 0) return -Math.min(fastestPx, (fastestPx * above) / scrollZonePx)
  const below = y - (frame.bottom - scrollZonePx)
  return below > 0 ? Math.min(fastestPx, (fastestPx * below) / scrollZonePx) : 0
}
