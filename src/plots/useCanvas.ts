import { useCallback } from 'react'
import type { RefObject } from 'react'
import type { FrameCell } from '../store/frameCell.ts'
import type { Sheet } from './canvasSurface.ts'
import { subscribeSparingly } from './subscribeSparingly.ts'
import { useDrawnCanvas } from './useDrawnCanvas.ts'

/** Something that changes often and tells so. */
type Source = Pick<FrameCell, 'subscribe'>

/**
 * A canvas that is drawn again when the cell, the size, the theme or the component changed; never because time passes.
 * With `running`, a reader that stays the same function, it is drawn no more often than `subscribeSparingly` says.
 */
export function useCanvas<S extends Source>(
  cell: S,
  draw: (sheet: Sheet) => void,
  running?: (cell: S) => unknown,
): RefObject<HTMLCanvasElement | null> {
  const listen = useCallback(
    (redraw: () => void) => (running ? subscribeSparingly(cell, redraw, () => running(cell)) : cell.subscribe(redraw)),
    [cell, running],
  )
  return useDrawnCanvas(draw, listen).canvasRef
}

/** Several sources as one. Keep it (`useMemo`): a new one is subscribed to again. */
export function joinSources(...sources: readonly (Source | null)[]): Source {
  return {
    subscribe(listener) {
      const releases = sources.map((source) => source?.subscribe(listener))
      return () => releases.forEach((release) => release?.())
    },
  }
}
