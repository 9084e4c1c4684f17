import { formatFixed } from '../../ui/formatNumber.ts'
import { MemoryPicture } from '../MemoryPicture.tsx'
import { Prose } from '../Prose.tsx'
import type { ShareRow } from './shareRows.ts'
import './phaseTable.css'
import './ShareTable.css'

interface ShareTableProps {
  /** What is shared out, for those who listen. */
  readonly caption: string
  readonly rows: readonly ShareRow[]
}

/** '12.3 %', and nothing like '0.0 %' for what is small but there. */
function percent(share: number | null): string {
  if (share === null) return '–'
  if (share > 0 && share < 5e-4) return '< 0.1 %'
  if (share < 1 && share > 1 - 5e-4) return '> 99.9 %'
  return `${formatFixed(100 * share, 1)} %`
}

/** Shares of a whole, one row a memory. */
export function ShareTable({ caption, rows }: ShareTableProps) {
  return (
    <table className="phase-table share-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">Whose</span>
          </th>
          <th scope="col">itself</th>
          <th scope="col">its twin</th>
          <th scope="col">together</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, memory, own, twin, together }) => (
          <tr key={label}>
            <th scope="row">
              <span className="share-name">
                {memory !== null && <MemoryPicture memory={memory} />}
                <Prose text={label} />
              </span>
            </th>
            <td>{percent(own)}</td>
            <td>{percent(twin)}</td>
            <td className="share-together">{percent(together)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
