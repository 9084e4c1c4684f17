import type { Tokens } from '../../ui/readTokens.ts'
import type { Rect } from '../nameBoxes.ts'

/** Distance between two strokes, across them, and their width, in CSS pixels. */
const pitch = 6
const strokeWidth = 1
const strokeOpacity = 0.3

/** The strokes x + y = const through a rectangle, as start and end: 45°, at fixed places of the page so that neighbours run on. */
export function hatchingStrokes(
  { left, top, width, height }: Rect,
  spacing: number,
): [number, number, number, number][] {
  const step = spacing * Math.SQRT2
  const strokes: [number, number, number, number][] = []
  const [right, bottom] = [left + width, top + height]
  for (let sum = Math.ceil((left + top) / step) * step; sum < right + bottom; sum += step) {
    const [fromX, toX] = [Math.max(left, sum - bottom), Math.min(right, sum - top)]
    if (toX > fromX) strokes.push([fromX, sum - fromX, toX, sum - toX])
  }
  return strokes
}

/** Hatches a rectangle: the mark of twins, whatever their colour. */
export function drawHatching(context: CanvasRenderingContext2D, rect: Rect, { ink, mark }: Tokens): void {
  context.beginPath()
  for (const [fromX, fromY, toX, toY] of hatchingStrokes(rect, pitch * mark)) {
    context.moveTo(fromX, fromY)
    context.lineTo(toX, toY)
  }
  context.save()
  context.globalAlpha = strokeOpacity
  context.strokeStyle = ink
  context.lineWidth = strokeWidth * mark
  context.stroke()
  context.restore()
}
