import { useMemo } from 'react'
import type { NamedEquilibrium } from '../../model/equilibriumNames.ts'
import { nameInWords } from '../../plots/phase/attractors.ts'
import { useCell } from '../../store/useCell.ts'
import { useLabState } from '../../store/useLab.ts'
import { formatFixed } from '../../ui/formatNumber.ts'
import { Symbol } from '../../ui/Symbol.tsx'
import { Prose } from '../Prose.tsx'
import { pairText, readPlace, recalledSentence } from './readPlace.ts'
import './PlaceReadout.css'

/** The place that is read: under the pointer or the cross-hair, or the equilibrium that is lit or chosen. */
function placeWords(isCursor: boolean, point: NamedEquilibrium | undefined): string {
  if (isCursor) return 'Under the pointer or the cross-hair'
  return point === undefined ? 'Point at the landscape to read it' : `At ${nameInWords(point.name)}`
}

/** x, E, ∇E and f at a place, and what a start there recalls. */
export function PlaceReadout() {
  const at = useCell(({ cursor, system, equilibria }) => ({
    x1: cursor?.[0] ?? null,
    x2: cursor?.[1] ?? null,
    system,
    equilibria,
  }))
  const key = useLabState((state) => state.highlightedKey ?? state.selectedKey)
  const point = at.equilibria.find((candidate) => candidate.key === key)
  const isCursor = at.x1 !== null && at.x2 !== null
  const reading = useMemo(() => {
    const state = at.x1 !== null && at.x2 !== null ? ([at.x1, at.x2] as const) : point?.state
    return at.system === null || state === undefined ? null : readPlace(at.system, at.equilibria, state)
  }, [at, point])
  const rows = [
    { id: 'x', symbol: <Symbol base="x" />, text: reading && pairText(reading.state) },
    { id: 'E', symbol: <Symbol base="E" label="energy" />, text: reading && formatFixed(reading.energy, 4) },
    {
      id: 'slope',
      symbol: <Symbol base="∇E" label="gradient of the energy" />,
      text: reading && pairText(reading.gradient),
    },
    { id: 'flow', symbol: <Symbol base="f" label="velocity" />, text: reading && pairText(reading.field) },
  ]
  return (
    <section className="readout" aria-label="Read-out">
      <h3 className="panel-subtitle">{placeWords(isCursor, point)}</h3>
      <dl className="readout-numbers">
        {rows.map(({ id, symbol, text }) => (
          <div key={id}>
            <dt>{symbol}</dt>
            <dd>{text ?? '–'}</dd>
          </div>
        ))}
      </dl>
      <p className="readout-recall">
        {reading === null ? (
          'Or choose an equilibrium in the table.'
        ) : (
          <Prose text={recalledSentence(reading.recalled, at.equilibria)} />
        )}
      </p>
    </section>
  )
}
