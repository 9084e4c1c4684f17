import { memo } from 'react'
import type { NamedEquilibrium } from '../model/equilibriumNames.ts'
import { useLab, useLabState } from '../store/useLab.ts'
import { Symbol } from '../ui/Symbol.tsx'
import { EquilibriumRow } from './EquilibriumRow.tsx'
import { wholeDigits } from './tableNumbers.ts'
import './EquilibriaTable.css'

interface EquilibriaTableProps {
  readonly equilibria: readonly NamedEquilibrium[]
}

/** Every equilibrium with its numbers, linked with its marker in the picture by hover and focus, and chosen by a press. */
export const EquilibriaTable = memo(function EquilibriaTable({ equilibria }: EquilibriaTableProps) {
  const { store } = useLab()
  const highlightedKey = useLabState((state) => state.highlightedKey)
  const selectedKey = useLabState((state) => state.selectedKey)
  const { highlight, select } = store.getState()
  const digits = {
    state: wholeDigits(equilibria.flatMap((point) => point.state)),
    energy: wholeDigits(equilibria.map((point) => point.energy)),
    eigenvalues: wholeDigits(equilibria.flatMap((point) => point.eigenvalues)),
  }
  return (
    <table className="equilibria" onPointerLeave={() => highlight(null)}>
      <caption className="visually-hidden">Equilibria of this landscape</caption>
      <thead>
        <tr>
          <th scope="col">Equilibrium</th>
          <th scope="col">
            Position
            <br />
            <Symbol base="x" sub={1} />, <Symbol base="x" sub={2} />
          </th>
          <th scope="col">
            Energy
            <br />
            <Symbol base="E" />
          </th>
          <th scope="col">
            Eigenvalues
            <br />
            <Symbol base="λ" sub={1} />, <Symbol base="λ" sub={2} />
          </th>
        </tr>
      </thead>
      <tbody>
        {equilibria.map((point) => (
          <EquilibriumRow
            key={point.key}
            point={point}
            digits={digits}
            isHighlighted={point.key === highlightedKey}
            isSelected={point.key === selectedKey}
            onHighlight={highlight}
            onSelect={select}
          />
        ))}
      </tbody>
    </table>
  )
})
