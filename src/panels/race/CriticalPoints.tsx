import { useSyncExternalStore } from 'react'
import type { SliceEquilibrium } from '../../model/sliceEquilibria.ts'
import { useRecall } from '../../store/recall/useRecall.ts'
import { formatAligned } from '../../ui/formatNumber.ts'
import { Symbol } from '../../ui/Symbol.tsx'
import { Tooltip } from '../../ui/Tooltip.tsx'
import { EquilibriumMark } from '../EquilibriumMark.tsx'
import { MemoryGlyph } from '../memoryMark.tsx'
import { wholeDigits } from '../tableNumbers.ts'
import { criticalPointName, kindOnSlice, wholeNetworkSentence, wholeNetworkWord } from './sliceWords.ts'
import '../EquilibriaTable.css'

interface CriticalPointsProps {
  readonly equilibria: readonly SliceEquilibrium[]
  /** Names of the two directions of the slice, and the ids of their memories; null where a direction is none. */
  readonly memories: readonly [number, number | null]
  readonly names: readonly [string, string]
}

/** The key of the critical point under the pointer or the focus, in the picture or here. */
function useHighlighted(): string | null {
  const { store } = useRecall().picture
  return useSyncExternalStore(store.subscribe, () => store.getState().highlightedKey)
}

/** Every critical point of the slice: what it is in the picture, and what it is to the whole network. */
export function CriticalPoints({ equilibria, memories, names }: CriticalPointsProps) {
  const { store } = useRecall().picture
  const highlightedKey = useHighlighted()
  const highlight = (key: string | null) => store.getState().highlight(key)
  const digits = wholeDigits(equilibria.map((point) => point.largestEigenvalue))
  return (
    <table className="equilibria slice-points" onPointerLeave={() => highlight(null)}>
      <caption className="visually-hidden">Critical points of this slice</caption>
      <thead>
        <tr>
          <th scope="col">Point</th>
          <th scope="col">On the slice</th>
          <th scope="col">Whole network</th>
          <th scope="col">
            Largest <Symbol base="λ" label="eigenvalue" />
          </th>
        </tr>
      </thead>
      <tbody>
        {equilibria.map((point) => (
          <tr
            key={point.key}
            data-key={point.key}
            data-highlighted={point.key === highlightedKey || undefined}
            onPointerEnter={() => highlight(point.key)}
          >
            <th scope="row">
              <Tooltip text={wholeNetworkSentence(point, names)}>
                <button
                  type="button"
                  className="equilibria-name"
                  aria-label={criticalPointName(point.name, names)}
                  onFocus={() => highlight(point.key)}
                  onBlur={() => highlight(null)}
                  onClick={() => highlight(point.key)}
                >
                  <EquilibriumMark stability={point.stability} isMarginal={point.isMarginal || !point.isEquilibrium} />
                  <span>
                    <DirectionGlyph id={point.name.kind === 'memory' ? memories[point.name.mu] : null} />
                    {criticalPointName(point.name, names)}
                  </span>
                </button>
              </Tooltip>
            </th>
            <td>{kindOnSlice(point)}</td>
            <td>{wholeNetworkWord(point)}</td>
            <td>
              <span className="equilibria-number">
                {point.isEquilibrium ? formatAligned(point.largestEigenvalue, 2, digits) : '–'}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function DirectionGlyph({ id }: { readonly id: number | null }) {
  if (id === null) return null
  return (
    <>
      <MemoryGlyph id={id} size={10} />{' '}
    </>
  )
}
