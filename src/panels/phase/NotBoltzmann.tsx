import { useLabState } from '../../store/useLab.ts'
import { selectDerived } from '../../store/selectors.ts'
import { Formula } from '../../ui/Formula.tsx'
import { Prose } from '../Prose.tsx'
import { boltzmann, equalDensity, equalDensityWithCurrent, equalSaliency, stationary } from './phase.formulas.txt'

/** Why the density is not the one of a gas in this landscape, and where it is known exactly. */
export function NotBoltzmann() {
  const isEqual = useLabState((state) => {
    const { saliency } = selectDerived(state).system
    return saliency[0] === saliency[1]
  })
  const isClassic = useLabState(({ experiment }) => experiment.model.kind === 'classic')
  return (
    <>
      <h2 className="panel-title">
        Why it is not <Formula html={boltzmann} />
      </h2>
      <p className="panel-words">
        In a gas the force is the slope of the energy. Here the flow divides that slope by each neuron’s ψ′, so the
        density is no function of the energy alone. It is the solution, nowhere negative and with no loss, of
      </p>
      <Formula isBlock html={stationary} />
      <p className="panel-words">
        One case is exact:{' '}
        {isClassic ? 'the classic model, whose memories are equally strong. Its' : <Formula html={equalSaliency} />}
        {isClassic ? ' neurons' : '. Then the neurons'} do not feel each other, and
      </p>
      <Formula isBlock html={isClassic ? equalDensityWithCurrent : equalDensity} />
      <p className="panel-words">{isEqual ? 'This is that case now.' : <Prose text="Set α₁ = α₂ to see it." />}</p>
    </>
  )
}
