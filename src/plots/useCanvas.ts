import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'
import type { FrameCell } from '../store/frameCell.ts'
import { createCanvasSurface } from './canvasSurface.ts'
import type { CanvasSurface, Sheet } from './canvasSurface.ts'
import { subscribeSparingly } from './subscribeSparingly.ts'

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
  const canvasRef = useRef<HTMLCanvasElement>(null)
  const surfaceRef = useRef<CanvasSurface | null>(null)
  const drawRef = useRef(draw)

  useEffect(() => {
    if (!canvasRef.current) return
    const surface = createCanvasSurface(canvasRef.current, (sheet) => drawRef.current(sheet))
    surfaceRef.current = surface
    const unsubscribe = running
      ? subscribeSparingly(cell, surface.redraw, () => running(cell))
      : cell.subscribe(surface.redraw)
    return () => {
      unsubscribe()
      surface.dispose()
      surfaceRef.current = null
    }
  }, [cell, running])

  // After every render: what React knows (layers, highlight, insets) may have changed with it.
  useEffect(() => {
    drawRef.current = draw
    surfaceRef.current?.redraw()
  })
  return canvasRef
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
