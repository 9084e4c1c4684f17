import { useState } from 'react'
import type { LaneKind } from '../../experiment/recall/recallSettings.ts'
import type { RecallCell } from '../../store/recall/recall.ts'
import { useRecallCell } from '../../store/recall/useRecall.ts'
import { formatAligned, formatFixed } from '../../ui/formatNumber.ts'
import { Icon } from '../../ui/icons.tsx'
import { MemoryGlyph } from '../memoryMark.tsx'
import { laneTitles } from './laneWords.ts'
import { overlapRows } from './overlapRows.ts'

interface OverlapTableProps {
  readonly lanes: readonly LaneKind[]
  readonly names: ReadonlyMap<number, string>
}

/** Numbers in a table that changes need no more than this many times a second. */
const readingsPerSecond = 2
const mostRows = 12

/** The table as one string: rows of id and cells. Cheap to compare, and nothing renders while nothing changed. */
function readTable(cell: RecallCell, lanes: readonly LaneKind[]): string {
  const overlaps = lanes.map((kind) => {
    const trace = cell.lanes.get(kind)?.trace
    if (!trace || trace.length === 0) return null
    return Array.from({ length: trace.patternCount }, (_, mu) => trace.overlapAt(trace.length - 1, mu))
  })
  const { rows, left, leftBelow } = overlapRows(overlaps, cell.memoryIds.length, mostRows)
  const lines = rows.map(({ mu, overlaps: numbers }) =>
    [cell.memoryIds[mu], ...numbers.map((value) => (value === null ? '–' : formatAligned(value, 2)))].join('|'),
  )
  const rest = left === 0 ? '' : `${left} others are below ${formatFixed(leftBelow + 0.005, 2)} in every model.`
  return [rest, ...lines].join('\n')
}

/** The overlaps now in numbers, for those who do not see the curves and those who want digits. */
export function OverlapTable({ lanes, names }: OverlapTableProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="disclosure overlap-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Icon name="unfold" size={14} />
        Overlaps in numbers
      </summary>
      {isOpen && <OverlapNumbers lanes={lanes} names={names} />}
    </details>
  )
}

function OverlapNumbers({ lanes, names }: OverlapTableProps) {
  const [rest = '', ...rows] = useRecallCell((cell) => readTable(cell, lanes), readingsPerSecond).split('\n')
  return (
    <div className="overlap-numbers">
      <table>
        <caption className="visually-hidden">Overlap of each model’s state with the memories, now</caption>
        <thead>
          <tr>
            <th scope="col">Memory</th>
            {lanes.map((kind) => (
              <th key={kind} scope="col">
                {laneTitles[kind]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const [id = '0', ...cells] = row.split('|')
            return (
              <tr key={id}>
                <th scope="row">
                  <MemoryGlyph id={Number(id)} size={10} /> {names.get(Number(id))}
                </th>
                {cells.map((text, k) => (
                  <td key={lanes[k]}>{text}</td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
      {rest !== '' && <p className="panel-words">{rest}</p>}
    </div>
  )
}
