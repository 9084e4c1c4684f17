import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'
import type { RecallCell } from '../../store/recall/recall.ts'
import { createCanvasSurface } from '../canvasSurface.ts'
import type { CanvasSurface, Sheet } from '../canvasSurface.ts'
import { subscribeSparingly } from '../subscribeSparingly.ts'

/** With more curves than this a drawing costs milliseconds, and 10 a second must do. */
const manyCurves = 24

const readVersion = (cell: RecallCell) => (cell.memoryIds.length > manyCurves ? 0 : cell.frameVersion)

/**
 * A canvas that is drawn again when a frame of the recall engine came, at most 20 times a second (10 with many memories), and after a
 * render; never because time passes.
 */
export function useRecallCanvas(cell: RecallCell, draw: (sheet: Sheet) => void): RefObject<HTMLCanvasElement | null> {
  const canvasRef = useRef<HTMLCanvasElement>(null)
  const surfaceRef = useRef<CanvasSurface | null>(null)
  const drawRef = useRef(draw)

  useEffect(() => {
    if (!canvasRef.current) return
    const surface = createCanvasSurface(canvasRef.current, (sheet) => drawRef.current(sheet))
    surfaceRef.current = surface
    const unsubscribe = subscribeSparingly(cell, surface.redraw, () => readVersion(cell))
    return () => {
      unsubscribe()
      surface.dispose()
      surfaceRef.current = null
    }
  }, [cell])

  // After every render: names and colours may have changed with it.
  useEffect(() => {
    drawRef.current = draw
    surfaceRef.current?.redraw()
  })
  return canvasRef
}
