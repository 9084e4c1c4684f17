import type { Sheet } from './canvasSurface.ts'

/** What is drawn on a canvas of the page now, to be drawn once more on another sheet. */
export interface LiveDrawing {
  readonly canvas: HTMLCanvasElement
  readonly draw: (sheet: Sheet) => void
}

const drawings = new Map<HTMLCanvasElement, LiveDrawing>()

export function knowDrawing(canvas: HTMLCanvasElement, draw: LiveDrawing['draw']): void {
  drawings.set(canvas, { canvas, draw })
}

export function forgetDrawing(canvas: HTMLCanvasElement): void {
  drawings.delete(canvas)
}

/** All drawings of the page, in the order of the page. */
export function liveDrawings(): readonly LiveDrawing[] {
  return [...drawings.values()].toSorted((a, b) =>
    a.canvas.compareDocumentPosition(b.canvas) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  )
}
