import { bifurcationWords, asSentence, eventsOf, parameterColumns } from '../../plots/diagram/diagramWords.ts'
import type { Diagram } from '../../model/phase/diagram.ts'
import type { ReadonlyPair } from '../../model/vector.ts'
import { formatFixed } from '../../ui/formatNumber.ts'
import { Symbol } from '../../ui/Symbol.tsx'
import { Tooltip } from '../../ui/Tooltip.tsx'
import { Prose } from '../Prose.tsx'
import './phaseTable.css'
import './DiagramPanel.css'

interface DiagramTableProps {
  readonly diagram: Diagram
  readonly onGo: (diagram: Diagram, s: number, state: ReadonlyPair) => void
}

const decimals = 4

/** Every bifurcation of a diagram in words, with the parameters where it happens. A name is a button that goes there. */
export function DiagramTable({ diagram, onGo }: DiagramTableProps) {
  const events = eventsOf(diagram.bifurcations)
  if (events.length === 0) {
    return <p className="panel-words">No bifurcation on this path: the same equilibria stand all along it.</p>
  }
  const columns = parameterColumns(diagram.path)
  return (
    <table className="phase-table diagram-table">
      <caption className="visually-hidden">Bifurcations along the path, in its order</caption>
      <thead>
        <tr>
          <th scope="col">Bifurcation</th>
          {columns.map(({ symbol, sub }) => (
            <th scope="col" key={sub ?? symbol}>
              <Symbol base={symbol} sub={sub} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {events.map(({ bifurcation, hasTwin }) => {
          const { s, state, kind, span } = bifurcation
          const words = asSentence(bifurcationWords(bifurcation))
          return (
            <tr key={`${s} ${state.join(' ')}`} data-kind={kind}>
              <th scope="row">
                <Tooltip text="Sets the network to this point.">
                  <button
                    type="button"
                    className="diagram-go"
                    aria-label={`${words}: go there`}
                    onClick={() => onGo(diagram, s, state)}
                  >
                    <Prose text={words} />
                    <span className="diagram-kind">
                      {kind}
                      {hasTwin && ', its twin as well'}
                    </span>
                  </button>
                </Tooltip>
              </th>
              {columns.map(({ symbol, sub, at }) => (
                <td key={sub ?? symbol}>
                  {span === null
                    ? formatFixed(at(s), decimals)
                    : `${formatFixed(at(span[0]), 2)} … ${formatFixed(at(span[1]), 2)}`}
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
