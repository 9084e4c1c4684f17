import { useState } from 'react'
import { useAnalysis, useWanted } from '../../store/analysis/useAnalysis.ts'
import { useCell } from '../../store/useCell.ts'
import { useLabState } from '../../store/useLab.ts'
import { Icon } from '../../ui/icons.tsx'
import { auditChecks, auditVerdict, type AuditCheck, type CheckState } from './auditChecks.ts'
import { useHistogram } from './useHistogram.ts'
import './AuditBadge.css'

const icons = { holds: 'check', fails: 'warning', open: 'minus' } as const
const spokenStates: Record<CheckState, string> = { holds: 'Holds: ', fails: 'Fails: ', open: 'Open: ' }

/** A badge that says whether the page’s checks of its own numbers hold, with the figures behind it. */
export function AuditBadge() {
  const [isOpen, setOpen] = useState(false)
  const noise = useLabState((state) => state.experiment.noise.strength)
  const numbers = useCell(({ energyRose, system, equilibria }) => ({ energyRose, system, equilibria }), 2)
  // While the network is another one, what was found for the last one says nothing.
  const basins = useAnalysis((cell) => (cell.underWay.has('audit') ? null : cell.audit))
  const histogram = useHistogram()
  const hasCloud = useLabState((state) => state.experiment.view.phase.cloud && state.experiment.noise.strength > 0)
  const checks = auditChecks({ noise, basins, histogram, ...numbers }, isOpen)
  const { state, words } = auditVerdict(checks)
  return (
    <details className="disclosure audit" data-state={state} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Icon name="unfold" size={14} />
        <span className="audit-mark">
          <Icon name={icons[state]} size={16} />
        </span>
        {words}
      </summary>
      {hasCloud && <WantEscapes />}
      <div className="disclosure-body">{isOpen && <AuditFigures checks={checks} />}</div>
    </details>
  )
}

/** How fast the wells exchange particles tells when a cloud must have settled. */
function WantEscapes() {
  useWanted('escape')
  return null
}

/** Basins are integrated afresh only while somebody looks. */
function AuditFigures({ checks }: { readonly checks: readonly AuditCheck[] }) {
  useWanted('audit')
  return (
    <>
      <ul className="audit-list">
        {checks.map(({ id, title, state, figure }) => (
          <li key={id} data-state={state}>
            <span className="audit-mark">
              <Icon name={icons[state]} size={16} />
            </span>
            <span>
              <span className="visually-hidden">{spokenStates[state]}</span>
              {title}
            </span>
            <span className="audit-figure">{figure}</span>
          </li>
        ))}
      </ul>
      <p className="panel-words">
        Index: stable points and sources count +1, saddles −1. Over the whole plane the sum is always 1 (Poincaré–Hopf):
        another sum would mean that one was missed. On a border, where an eigenvalue is zero, a point has no such sign.
        Basins: random starts, integrated accurately, but for those within a cell of a border.
      </p>
    </>
  )
}
