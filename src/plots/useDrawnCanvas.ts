import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'
import { createCanvasSurface, type CanvasSurface, type Sheet } from './canvasSurface.ts'

interface DrawnCanvas {
  readonly canvasRef: RefObject<HTMLCanvasElement | null>
  readonly redraw: () => void
}

const hearNothing = () => () => {}

/**
 * A canvas that is drawn again after every render, when its size or the theme changes, and when `listen` or whoever calls `redraw` asks for it;
 * never because time passes. `listen` is given what draws and returns how to stop; a new one is asked again, so keep it (`useCallback`).
 */
export function useDrawnCanvas(
  draw: (sheet: Sheet) => void,
  listen: (redraw: () => void) => () => void = hearNothing,
): DrawnCanvas {
  const canvasRef = useRef<HTMLCanvasElement>(null)
  const surfaceRef = useRef<CanvasSurface | null>(null)
  const drawRef = useRef(draw)

  useEffect(() => {
    if (!canvasRef.current) return
    const surface = createCanvasSurface(canvasRef.current, (sheet) => drawRef.current(sheet))
    surfaceRef.current = surface
    const release = listen(surface.redraw)
    return () => {
      release()
      surface.dispose()
      surfaceRef.current = null
    }
  }, [listen])

  // What React knows (layers, names, highlight, insets) may have changed with a render.
  useEffect(() => {
    drawRef.current = draw
    surfaceRef.current?.redraw()
  })
  return { canvasRef, redraw: () => surfaceRef.current?.redraw() }
}
