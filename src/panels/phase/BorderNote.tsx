import type { NamedEquilibrium } from '../../model/equilibriumNames.ts'
import { useCell } from '../../store/useCell.ts'
import { useLabState } from '../../store/useLab.ts'
import { Icon } from '../../ui/icons.tsx'
import { Prose } from '../Prose.tsx'
import { regimeSentence } from '../regimeSentence.ts'
import './BorderNote.css'

const isSameList = (one: readonly NamedEquilibrium[], other: readonly NamedEquilibrium[]) => one === other

/** At a bifurcation: what changes exactly here. Nothing elsewhere. */
export function BorderNote() {
  const equilibria = useCell((cell) => cell.equilibria, 10, isSameList)
  const experiment = useLabState((state) => state.experiment)
  if (!equilibria.some((point) => point.isMarginal)) return null
  return (
    <p className="border-note">
      <Icon name="warning" size={16} />
      <span>
        <Prose text={regimeSentence(experiment, equilibria)} /> An equilibrium is flat in one direction here: what is
        counted and shared out below holds only to the digits shown.
      </span>
    </p>
  )
}
