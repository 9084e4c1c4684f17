import { memo } from 'react'
import type { LaneView } from '../../store/recall/recall.ts'
import { useRecall } from '../../store/recall/useRecall.ts'
import { drawLane } from './drawLane.ts'
import { useRecallCanvas } from './useRecallCanvas.ts'
import './LanePlot.css'

interface LanePlotProps {
  readonly kind: LaneView['kind']
  /** Names of the memories by id. */
  readonly names: ReadonlyMap<number, string>
  /** What is said of the picture: the numbers are in a table elsewhere. */
  readonly label: string
}

/** Overlaps of one lane with every memory over time, and its energy under them. Fills its parent. Drawn when there is something new, not when words beside it change. */
export const LanePlot = memo(function LanePlot({ kind, names, label }: LanePlotProps) {
  const { cell } = useRecall()
  const canvasRef = useRecallCanvas(cell, (sheet) => drawLane(sheet, cell, cell.lanes.get(kind), names))
  return <canvas ref={canvasRef} className="lane-plot" role="img" aria-label={label} />
})
