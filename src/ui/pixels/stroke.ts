import { brushCorner, roundBrush } from './brush.ts'
import { fillInto, shiftInto, strokeInto } from './raster.ts'
import type { PixelSize } from './raster.ts'

/** A place on the picture in units of cells: (0, 0) is its upper left corner, (0.5, 0.5) the middle of the first cell. */
export interface PicturePoint {
  readonly x: number
  readonly y: number
}

/** What a press and a drag do. */
export type StrokeTool =
  | { readonly kind: 'pen'; readonly value: number; readonly width: number }
  | { readonly kind: 'line'; readonly value: number; readonly width: number }
  | { readonly kind: 'fill'; readonly value: number }
  | { readonly kind: 'shift' }

/** A press that has not been lifted yet. */
export interface Stroke {
  readonly tool: StrokeTool
  /** The picture before the press. */
  readonly before: Int8Array
  readonly from: PicturePoint
  readonly last: PicturePoint
}

/** The first touch: paints under the point, and returns the stroke to be extended. */
export function beginStrokeInto(out: Int8Array, size: PixelSize, tool: StrokeTool, at: PicturePoint): Stroke {
  const stroke: Stroke = { tool, before: out.slice(), from: at, last: at }
  if (tool.kind === 'fill') {
    fillInto(out, size, { column: Math.floor(at.x), row: Math.floor(at.y) }, tool.value)
    return stroke
  }
  return extendStrokeInto(out, size, stroke, at)
}

/**
 * What the stroke looks like when the point has moved on. A pen adds to what it painted; a line and a shift are drawn anew
 * from the picture before; a fill stays as it is.
 */
export function extendStrokeInto(out: Int8Array, size: PixelSize, stroke: Stroke, to: PicturePoint): Stroke {
  const { tool, before, from, last } = stroke
  switch (tool.kind) {
    case 'pen':
    case 'line': {
      const start = tool.kind === 'pen' ? last : from
      if (tool.kind === 'line') out.set(before)
      strokeInto(out, size, {
        from: brushCorner(start.x, start.y, tool.width),
        to: brushCorner(to.x, to.y, tool.width),
        brush: roundBrush(tool.width),
        value: tool.value,
      })
      break
    }
    case 'shift':
      shiftInto(out, before, size, { right: Math.round(to.x - from.x), down: Math.round(to.y - from.y) })
      break
    case 'fill':
      break
    default:
      tool satisfies never
  }
  return { ...stroke, last: to }
}
