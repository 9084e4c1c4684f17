import type { NamedEquilibrium } from '../../model/equilibriumNames.ts'
import { pairEigenvectors } from '../../model/phase/eigenvectors.ts'
import { nameInWords } from '../../plots/phase/attractors.ts'
import { useCell } from '../../store/useCell.ts'
import { useLab, useLabState } from '../../store/useLab.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { Symbol } from '../../ui/Symbol.tsx'
import { withPhase } from '../edits.ts'
import { kindExplained } from '../equilibriumWords.ts'
import { Prose } from '../Prose.tsx'
import { directionWords } from './eigenWords.ts'
import './phaseTable.css'
import './SelectedEquilibrium.css'

/** The equilibrium that was chosen: along which lines states come in and leave, and how fast. */
export function SelectedEquilibrium() {
  const { store } = useLab()
  const key = useLabState((state) => state.selectedKey)
  const isDrawn = useLabState((state) => state.experiment.view.phase.directions)
  const { point, system } = useCell((cell) => ({
    point: cell.equilibria.find((candidate) => candidate.key === key) ?? null,
    system: cell.system,
  }))
  const { select, edit } = store.getState()
  if (point === null || system === null) return null
  const { values, vectors } = pairEigenvectors(system, point.state[0], point.state[1])
  return (
    <section className="selected-equilibrium" aria-label="The chosen equilibrium">
      <div className="selected-title">
        <h3 className="panel-subtitle">
          <Prose text={`Around ${nameInWords(point.name)}`} />
        </h3>
        <IconButton icon="close" label="Choose none" size="small" onClick={() => select(null)} />
      </div>
      <p className="panel-words">{kindExplained(point)}</p>
      <DirectionTable point={point} directions={values.map((value, i) => directionWords(value, vectors[i]))} />
      <Switch
        label="Draw these directions"
        isOn={isDrawn}
        tooltip="Arrows along the two directions, on the landscape."
        onChange={(directions) => edit(withPhase({ directions }))}
      />
    </section>
  )
}

interface DirectionTableProps {
  readonly point: NamedEquilibrium
  readonly directions: readonly ReturnType<typeof directionWords>[]
}

function DirectionTable({ point, directions }: DirectionTableProps) {
  return (
    <table className="phase-table">
      <caption className="visually-hidden">Directions at {nameInWords(point.name)}</caption>
      <thead>
        <tr>
          <th scope="col">Along</th>
          <th scope="col">the state</th>
          <th scope="col">
            <Symbol base="λ" label="eigenvalue" />
          </th>
          <th scope="col">
            time 1/|
            <Symbol base="λ" label="eigenvalue" />|
          </th>
        </tr>
      </thead>
      <tbody>
        {directions.map(({ direction, motion, eigenvalue, timeConstant }) => (
          <tr key={direction}>
            <th scope="row">{direction}</th>
            <td>{motion}</td>
            <td>{eigenvalue}</td>
            <td>{timeConstant}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
