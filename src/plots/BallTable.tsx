import type { FrameCell } from '../store/frameCell.ts'
import { useCell } from '../store/useCell.ts'
import { formatFixed } from '../ui/formatNumber.ts'
import '../ui/VisuallyHidden.css'

const readingsPerSecond = 2

/** One string a ball: its cells, separated by bars. A list of strings is cheap to compare. */
function readRows(cell: FrameCell): string[] {
  return [...cell.traces.values()]
    .filter(({ length }) => length > 0)
    .map((trace) => {
      const at = trace.at(trace.length - 1)
      const numbers = [
        formatFixed(trace.times[at], 1),
        formatFixed(trace.x1[at], 3),
        formatFixed(trace.x2[at], 3),
        formatFixed(trace.energy[at], 3),
        formatFixed(trace.m1[at], 2),
        formatFixed(trace.m2[at], 2),
      ]
      return [trace.name, ...numbers].join('|')
    })
}

const columns = ['Time', 'x 1', 'x 2', 'Energy', 'Overlap with memory 1', 'Overlap with memory 2']

/** The balls now, in numbers, for those who do not see the figures. Not announced: it changes all the time. */
export function BallTable() {
  const rows = useCell(readRows, readingsPerSecond)
  return (
    <div className="visually-hidden">
      <table>
        <caption>The balls now</caption>
        <thead>
          <tr>
            <th scope="col">Ball</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const [name, ...cells] = row.split('|')
            return (
              <tr key={name}>
                <th scope="row">{name}</th>
                {cells.map((text, k) => (
                  <td key={columns[k]}>{text}</td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
