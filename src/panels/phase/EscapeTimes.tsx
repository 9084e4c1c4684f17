import { EscapePlot } from '../../plots/phase/EscapePlot.tsx'
import { useAnalysis, useWanted } from '../../store/analysis/useAnalysis.ts'
import { useCell } from '../../store/useCell.ts'
import { useLab, useLabState } from '../../store/useLab.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Prose } from '../Prose.tsx'
import { escapeRows } from './escapeRows.ts'
import { TaskFailure } from './TaskFailure.tsx'
import './phaseTable.css'

/** The stopwatch needs no more readings a second than an eye can follow. */
const readingsPerSecond = 2

/** 'memory 1 → memory 2', 'memory 1 → its twin'. */
function wayWords(from: 0 | 1, to: 'other' | 'twin'): string {
  return `memory ${from + 1} → ${to === 'twin' ? 'its twin' : `memory ${from === 0 ? 2 : 1}`}`
}

/** How long a state stays in a well: from the backward operator, and by a stopwatch on the particles. */
export function EscapeTimes() {
  useWanted('escape')
  const { store } = useLab()
  const times = useAnalysis((cell) => cell.escape)
  const watches = useCell((cell) => cell.cloud?.stopwatches ?? null, readingsPerSecond)
  const hasCloud = useLabState((state) => state.experiment.view.phase.cloud)
  return (
    <>
      <h2 className="panel-title">How long a well holds</h2>
      <p className="panel-words">
        Mean time from the bottom of a well until noise has carried the state into the quarter of the plane of the
        other.
      </p>
      {times !== null && times.length === 0 && (
        <p className="panel-words">No memory is stable: nothing to escape from.</p>
      )}
      {times !== null && times.length > 0 && (
        <table className="phase-table">
          <caption className="visually-hidden">Mean escape times, computed and measured</caption>
          <thead>
            <tr>
              <th scope="col">From → to</th>
              <th scope="col">computed</th>
              <th scope="col">measured, 95 %</th>
            </tr>
          </thead>
          <tbody>
            {escapeRows(times, watches ?? []).map(({ from, to, computed, measured }) => (
              <tr key={`${from}-${to}`}>
                <th scope="row">
                  <Prose text={wayWords(from, to)} />
                </th>
                <td>{computed}</td>
                <td>{measured}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <TaskFailure part="escape" />
      <div className="escape-stopwatch">
        <p className="panel-words">
          {hasCloud
            ? 'The stopwatch runs on the particles of the cloud while they move.'
            : 'Switch the cloud on to measure these times on its particles.'}
        </p>
        {hasCloud && (
          <IconButton
            icon="reset"
            label="Start over"
            hasText
            tooltip="Resets the run, and the stopwatch with it."
            onClick={store.getState().reset}
          />
        )}
      </div>
      <EscapePlot />
    </>
  )
}
