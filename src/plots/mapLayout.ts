import type { ReadonlyPair } from '../model/vector.ts'

/** Pixels at each edge that panels cover. */
export interface Insets {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

export const noInsets: Insets = { top: 0, right: 0, bottom: 0, left: 0 }

/** Where the square map and its legend stand, in CSS pixels of the canvas. */
export interface MapLayout {
  readonly left: number
  readonly top: number
  readonly size: number
  readonly legend: {
    readonly side: 'right' | 'below'
    readonly left: number
    readonly top: number
    readonly length: number
  }
}

/** Room for tick texts and axis names, in rem. */
const axisRem = { left: 2.5, bottom: 1.75, top: 0.75, right: 0.75 }
const legendRem = { right: 4.25, below: 2.75 }
const smallestSizePx = 40

/** The largest square in the area that panels leave free, with its axes, and the legend where it costs the square less. */
export function mapLayout(width: number, height: number, insets: Insets, rem: number): MapLayout {
  const freeWidth = width - insets.left - insets.right - (axisRem.left + axisRem.right) * rem
  const freeHeight = height - insets.top - insets.bottom - (axisRem.top + axisRem.bottom) * rem
  const besides = Math.min(freeWidth - legendRem.right * rem, freeHeight)
  const above = Math.min(freeWidth, freeHeight - legendRem.below * rem)
  const side = besides >= above ? 'right' : 'below'
  const size = Math.max(smallestSizePx, Math.floor(Math.max(besides, above)))
  const usedWidth = size + (side === 'right' ? legendRem.right * rem : 0)
  const usedHeight = size + (side === 'below' ? legendRem.below * rem : 0)
  const left = Math.round(insets.left + axisRem.left * rem + Math.max(0, freeWidth - usedWidth) / 2)
  const top = Math.round(insets.top + axisRem.top * rem + Math.max(0, freeHeight - usedHeight) / 2)
  const length = Math.round(Math.min(size, 22 * rem) * 0.8)
  const legend =
    side === 'right'
      ? { side, left: Math.round(left + size + 1.25 * rem), top: Math.round(top + (size - length) / 2), length }
      : { side, left: Math.round(left + (size - length) / 2), top: Math.round(top + size + 2.2 * rem), length }
  return { left, top, size, legend } as MapLayout
}

/** State to canvas: x₁ to the right, x₂ upwards. */
export function stateToScreen(
  { left, top, size }: MapLayout,
  extent: number,
  [x1, x2]: ReadonlyPair,
): [number, number] {
  return [left + ((x1 / extent + 1) / 2) * size, top + ((1 - x2 / extent) / 2) * size]
}

/** Canvas to state; null outside the square. */
export function screenToState(
  { left, top, size }: MapLayout,
  extent: number,
  x: number,
  y: number,
): [number, number] | null {
  const across = (2 * (x - left)) / size - 1
  const up = 1 - (2 * (y - top)) / size
  if (Math.abs(across) > 1 || Math.abs(up) > 1) return null
  return [across * extent, up * extent]
}
