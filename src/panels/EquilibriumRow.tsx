import type { NamedEquilibrium } from '../model/equilibriumNames.ts'
import { nameInWords } from '../plots/phase/attractors.ts'
import { formatAligned } from '../ui/formatNumber.ts'
import { Tooltip } from '../ui/Tooltip.tsx'
import { EquilibriumLabel } from './EquilibriumLabel.tsx'
import { EquilibriumMark } from './EquilibriumMark.tsx'
import { kindExplained, kindInWords } from './equilibriumWords.ts'

/** Whole digits of the widest number in each column, so that the decimal points line up. */
export interface ColumnDigits {
  readonly state: number
  readonly energy: number
  readonly eigenvalues: number
}

interface EquilibriumRowProps {
  readonly point: NamedEquilibrium
  readonly digits: ColumnDigits
  readonly isHighlighted: boolean
  readonly isSelected: boolean
  readonly onHighlight: (key: string | null) => void
  readonly onSelect: (key: string | null) => void
}

const decimals = 3

/** Two numbers as a column vector. */
function Pair({ values, digits }: { readonly values: readonly [number, number]; readonly digits: number }) {
  return (
    <>
      <span className="equilibria-number">{formatAligned(values[0], decimals, digits)}</span>
      <span className="visually-hidden">, </span>
      <span className="equilibria-number">{formatAligned(values[1], decimals, digits)}</span>
    </>
  )
}

/** One equilibrium. The pointer anywhere on the row, or the focus on its name, lights its marker; a press chooses it. */
export function EquilibriumRow(props: EquilibriumRowProps) {
  const { point, digits, isHighlighted, isSelected, onHighlight, onSelect } = props
  const { key, name, state, energy, eigenvalues, stability, isMarginal } = point
  return (
    <tr
      data-key={key}
      data-stability={isMarginal ? 'marginal' : stability}
      data-highlighted={isHighlighted || undefined}
      data-selected={isSelected || undefined}
      onPointerEnter={() => onHighlight(key)}
    >
      <th scope="row">
        <Tooltip text={kindExplained(point)}>
          <button
            type="button"
            className="equilibria-name"
            aria-label={`${nameInWords(name)}, ${kindInWords(point)}`}
            onFocus={() => onHighlight(key)}
            onBlur={() => onHighlight(null)}
            aria-pressed={isSelected}
            onClick={() => onSelect(isSelected ? null : key)}
          >
            <EquilibriumMark stability={stability} isMarginal={isMarginal} />
            <span>
              <EquilibriumLabel name={name} />
              <span className="equilibria-kind">{kindInWords(point)}</span>
            </span>
          </button>
        </Tooltip>
      </th>
      <td>
        <Pair values={state} digits={digits.state} />
      </td>
      <td>
        <span className="equilibria-number">{formatAligned(energy, decimals, digits.energy)}</span>
      </td>
      <td>
        <Pair values={eigenvalues} digits={digits.eigenvalues} />
      </td>
    </tr>
  )
}
