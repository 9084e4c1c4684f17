import { useCallback } from 'react'
import type { RefObject } from 'react'
import type { RecallCell } from '../../store/recall/recall.ts'
import type { Sheet } from '../canvasSurface.ts'
import { subscribeSparingly } from '../subscribeSparingly.ts'
import { useDrawnCanvas } from '../useDrawnCanvas.ts'

/** With more curves than this a drawing costs milliseconds, and 10 a second must do. */
const manyCurves = 24

const readVersion = (cell: RecallCell) => (cell.memoryIds.length > manyCurves ? 0 : cell.frameVersion)

/** A canvas that is drawn again when a frame of the recall engine came, at most 20 times a second (10 with many memories), and after a render. */
export function useRecallCanvas(cell: RecallCell, draw: (sheet: Sheet) => void): RefObject<HTMLCanvasElement | null> {
  const listen = useCallback((redraw: () => void) => subscribeSparingly(cell, redraw, () => readVersion(cell)), [cell])
  return useDrawnCanvas(draw, listen).canvasRef
}
