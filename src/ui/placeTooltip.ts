/** Where a tip goes: beside its control, never on it, and always inside the window. */

export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface TooltipPlace {
  readonly left: number
  readonly top: number
  readonly side: 'above' | 'below' | 'left' | 'right'
}

/** Room between the tip and its control, and between the tip and the edge of the window, in CSS pixels. */
const tooltipGapPx = 8

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(Math.max(low, high), value))

/**
 * Above where there is room, else below; where neither has room (a tall control on a small phone) beside it.
 * Only when no side has room does it go to the roomier of above and below, cut by the window rather than covering.
 */
export function placeTooltip(
  target: Box,
  tip: { readonly width: number; readonly height: number },
  viewport: { readonly width: number; readonly height: number },
): TooltipPlace {
  const gap = tooltipGapPx
  const bottom = target.top + target.height
  const right = target.left + target.width
  const room = {
    above: target.top - 2 * gap,
    below: viewport.height - bottom - 2 * gap,
    left: target.left - 2 * gap,
    right: viewport.width - right - 2 * gap,
  }
  const middle = clamp(target.left + target.width / 2 - tip.width / 2, gap, viewport.width - tip.width - gap)
  const level = clamp(target.top + target.height / 2 - tip.height / 2, gap, viewport.height - tip.height - gap)
  const places: Record<TooltipPlace['side'], TooltipPlace> = {
    above: { left: middle, top: target.top - gap - tip.height, side: 'above' },
    below: { left: middle, top: bottom + gap, side: 'below' },
    left: { left: target.left - gap - tip.width, top: level, side: 'left' },
    right: { left: right + gap, top: level, side: 'right' },
  }
  if (tip.height <= room.above) return places.above
  if (tip.height <= room.below) return places.below
  if (tip.width <= room.right) return places.right
  if (tip.width <= room.left) return places.left
  return room.above > room.below ? places.above : places.below
}
