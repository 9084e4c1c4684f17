import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'
import { createCanvasSurface, type CanvasSurface, type Sheet } from '../canvasSurface.ts'

interface DiagramCanvas {
  readonly canvasRef: RefObject<HTMLCanvasElement | null>
  readonly redraw: () => void
}

/** A canvas that is drawn again after every render, when its size or the theme changes, and when `redraw` asks for it. */
export function useDiagramCanvas(draw: (sheet: Sheet) => void): DiagramCanvas {
  const canvasRef = useRef<HTMLCanvasElement>(null)
  const surfaceRef = useRef<CanvasSurface | null>(null)
  const drawRef = useRef(draw)

  useEffect(() => {
    if (!canvasRef.current) return
    const surface = createCanvasSurface(canvasRef.current, (sheet) => drawRef.current(sheet))
    surfaceRef.current = surface
    return () => {
      surface.dispose()
      surfaceRef.current = null
    }
  }, [])

  useEffect(() => {
    drawRef.current = draw
    surfaceRef.current?.redraw()
  })
  return { canvasRef, redraw: () => surfaceRef.current?.redraw() }
}
