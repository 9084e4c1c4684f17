import type { FrameCell } from '../store/frameCell.ts'
import { useCell } from '../store/useCell.ts'
import { useLab } from '../store/useLab.ts'
import { formatFixed } from '../ui/formatNumber.ts'
import { Symbol } from '../ui/Symbol.tsx'
import { BallTable } from './BallTable.tsx'
import { drawEnergyPlot, drawOverlapPlot } from './drawTimePlots.ts'
import { useCanvas } from './useCanvas.ts'
import './plots.css'
import './TimePlots.css'

/** Numbers in words and tables need no more than this many times a second. */
const readingsPerSecond = 2

/** Time, energy and overlaps of the newest ball; null before the first. */
function readNewest(cell: FrameCell) {
  const trace = [...cell.traces.values()].findLast(({ length }) => length > 0)
  if (!trace) return null
  const at = trace.at(trace.length - 1)
  return {
    name: trace.name,
    isAlone: cell.traces.size === 1,
    time: formatFixed(trace.times[at], 1),
    energy: formatFixed(trace.energy[at], 3),
    m1: formatFixed(trace.m1[at], 2),
    m2: formatFixed(trace.m2[at], 2),
  }
}

/** What changes while the curves run. */
const readTime = (cell: FrameCell) => cell.time

/**
 * Energy and overlaps of every ball over time, drawn on our own canvas: uPlot wants one time axis shared by all series,
 * and balls are dropped at different times; it would also cost ten times the code.
 */
export function TimePlots() {
  const { cell } = useLab()
  const energyRef = useCanvas(cell, (sheet) => drawEnergyPlot(sheet, cell), readTime)
  const overlapRef = useCanvas(cell, (sheet) => drawOverlapPlot(sheet, cell), readTime)
  const newest = useCell(readNewest, readingsPerSecond)
  const whose = newest && !newest.isAlone && <span className="time-plot-ball">ball {newest.name}</span>

  return (
    <div className="time-plots">
      <figure className="time-plot">
        <figcaption>
          <span className="time-plot-title">
            Energy <Symbol base="E" label="E" />
          </span>
          {newest && (
            <span className="time-plot-reading">
              {whose} <Symbol base="t" /> = {newest.time}, <Symbol base="E" /> = {newest.energy}
            </span>
          )}
        </figcaption>
        <canvas
          ref={energyRef}
          role="img"
          aria-label="Energy of each ball over time. The numbers are in the table after it."
        />
      </figure>
      <figure className="time-plot">
        <figcaption>
          <span className="time-plot-title">
            Overlaps <Symbol base="m" sub="1" />, <Symbol base="m" sub="2" />
          </span>
          {newest && (
            <span className="time-plot-reading">
              {whose} <Symbol base="m" sub="1" /> = {newest.m1}, <Symbol base="m" sub="2" /> = {newest.m2}
            </span>
          )}
        </figcaption>
        <canvas
          ref={overlapRef}
          role="img"
          aria-label="Overlaps of each ball with both memories over time. The numbers are in the table after it."
        />
      </figure>
      <BallTable />
    </div>
  )
}
