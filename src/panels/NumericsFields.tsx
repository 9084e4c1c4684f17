import { timeStepLimit } from '../experiment/derive.ts'
import { ranges } from '../experiment/ranges.ts'
import { selectTimeStepSentence } from '../store/selectors.ts'
import { useLab, useLabState } from '../store/useLab.ts'
import { formatNumber } from '../ui/formatNumber.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Select, type SelectOption } from '../ui/Select.tsx'
import { Symbol } from '../ui/Symbol.tsx'
import { withIntegration, withNoise } from './edits.ts'
import { nextSeed, seedRefusal, timeStepRefusal } from './numerics.ts'
import './NumericsFields.css'

const quiet: readonly SelectOption<'rk4' | 'heun'>[] = [
  { value: 'rk4', label: 'Runge–Kutta, 4th order' },
  { value: 'heun', label: 'Heun, 2nd order' },
]
const noisy: readonly SelectOption<'euler-maruyama' | 'stochastic-heun'>[] = [
  { value: 'euler-maruyama', label: 'Euler–Maruyama' },
  { value: 'stochastic-heun', label: 'Stochastic Heun' },
]
const schemeTip =
  'How the ball’s path is computed. The landscape is the same; a better method takes the same curve with larger steps.'

/** How the run is computed: integrator, time step, seed. */
export function NumericsFields() {
  const { store } = useLab()
  const integration = useLabState((state) => state.experiment.integration)
  const noise = useLabState((state) => state.experiment.noise)
  const edit = store.getState().edit
  return (
    <div className="numerics">
      {noise.strength > 0 ? (
        <Select
          label="Integrator"
          options={noisy}
          value={integration.noisyScheme}
          tooltip={schemeTip}
          onChange={(noisyScheme) => edit(withIntegration({ noisyScheme }))}
        />
      ) : (
        <Select
          label="Integrator"
          options={quiet}
          value={integration.scheme}
          tooltip={schemeTip}
          onChange={(scheme) => edit(withIntegration({ scheme }))}
        />
      )}
      <NumberField
        label="Time step"
        symbol={
          <>
            Time step <Symbol base="dt" />
          </>
        }
        value={integration.timeStep}
        min={ranges.timeStep.low}
        max={ranges.timeStep.high}
        step={0.001}
        refuse={(value) => timeStepRefusal(value, timeStepLimit(store.getState().experiment))}
        tooltip="Smaller steps follow the landscape more exactly. Too large a step would throw the ball out of its valley."
        onChange={(timeStep) => edit(withIntegration({ timeStep }))}
      />
      <StepLimit />
      <div className="numerics-seed">
        <NumberField
          label="Seed of the noise"
          symbol="Seed"
          value={noise.seed}
          min={ranges.seed.low}
          max={ranges.seed.high}
          step={1}
          widthInDigits={10}
          refuse={seedRefusal}
          tooltip="The same seed gives the same kicks, on every machine."
          onChange={(seed) => edit(withNoise({ seed }))}
        />
        <IconButton
          label="New seed"
          hasText
          tooltip="The next seed: other kicks on the same landscape."
          onClick={() => edit(withNoise({ seed: nextSeed(noise.seed) }))}
        />
      </div>
    </div>
  )
}

/** Changes with every saliency, and the fields do not. */
function StepLimit() {
  const limit = useLabState((state) => timeStepLimit(state.experiment))
  const reduced = useLabState(selectTimeStepSentence)
  return <p className="panel-words">{reduced ?? `Stable up to ${formatNumber(limit, 3)} for this network.`}</p>
}
