import type { NamedEquilibrium } from '../model/equilibriumNames.ts'
import { GammaPlot } from '../plots/GammaPlot.tsx'
import { useCell } from '../store/useCell.ts'
import { useLabState } from '../store/useLab.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Formula } from '../ui/Formula.tsx'
import { lazyPart } from '../ui/lazyPart.tsx'
import { EquilibriaTable } from './EquilibriaTable.tsx'
import { amplitude, place } from './landscape.formulas.txt'
import { ModelFormulas } from './ModelFormulas.tsx'
import { Prose } from './Prose.tsx'
import { regimeSentence } from './regimeSentence.ts'
import './HerePanel.css'
import './panels.css'

// They bring the solver of single trajectories with them.
const HereDetails = lazyPart(async () => (await import('./phase/HereDetails.tsx')).HereDetails)

/** The list is replaced as a whole with every landscape: comparing the list itself is enough. */
const isSameList = (one: readonly NamedEquilibrium[], other: readonly NamedEquilibrium[]) => one === other

/** What the landscape has: the regime in a sentence, every equilibrium, and where the numbers come from. */
export function HerePanel() {
  const equilibria = useCell((cell) => cell.equilibria, 10, isSameList)
  const experiment = useLabState((state) => state.experiment)
  const hasCurrent = experiment.model.kind === 'classic' && experiment.model.inputAs === 'current'
  return (
    <>
      <div className="panel-section">
        <h2 className="panel-title">What is here</h2>
        <p className="here-regime">
          <Prose text={regimeSentence(experiment, equilibria)} />
        </p>
        <EquilibriaTable equilibria={equilibria} />
        <HereDetails />
      </div>
      <div className="panel-section here-more">
        <Disclosure title="How large a memory is" isOpenAtFirst>
          <p className="panel-words">
            A memory stands at <Formula html={place} />. Its size γ is where the response meets the dissipation:{' '}
            <Formula html={amplitude} />.{hasCurrent && ' With a current the valleys move a little from there.'}
          </p>
          <GammaPlot />
        </Disclosure>
        <Disclosure title="The equations">
          <ModelFormulas kind={experiment.model.kind} />
        </Disclosure>
      </div>
    </>
  )
}
