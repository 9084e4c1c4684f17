import { modelChoice, modelParts, type ModelChoice } from '../experiment/modelChoice.ts'
import { ranges } from '../experiment/ranges.ts'
import { useLab, useLabState } from '../store/useLab.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Segmented, type SegmentedOption } from '../ui/Segmented.tsx'
import { Slider } from '../ui/Slider.tsx'
import { Symbol } from '../ui/Symbol.tsx'
import { withModel } from './edits.ts'
import { modelExplained } from './modelExplained.ts'
import { NoiseSlider } from './NoiseSlider.tsx'
import { NumericsFields } from './NumericsFields.tsx'
import { Prose } from './Prose.tsx'
import './ModelPanel.css'
import './panels.css'

/** A segment of two lines: the model, and what the input is to it. */
function face(model: string, use: string) {
  return (
    <span className="model-face">
      {model} <small>{use}</small>
    </span>
  )
}

const choices: readonly SegmentedOption<ModelChoice>[] = [
  {
    value: 'idp',
    label: face('IDP', 'weights'),
    tooltip: 'The input re-weights the synapses, and so reshapes the landscape.',
  },
  {
    value: 'current',
    label: face('Classic', 'current'),
    tooltip: 'The landscape of fixed memories, tilted by the input.',
  },
  { value: 'start', label: face('Classic', 'start'), tooltip: 'A fixed landscape. The input is where a ball starts.' },
]

/** Which network this is, and its parameters. */
export function ModelPanel() {
  const { store } = useLab()
  const model = useLabState((state) => state.experiment.model)
  const edit = store.getState().edit
  const choice = modelChoice(model)
  return (
    <div className="panel-section">
      <h2 className="panel-title">Model</h2>
      <Segmented
        label="The model, and what the input is to it"
        isLabelShown
        options={choices}
        value={choice}
        onChange={(next) => edit(withModel(modelParts(next)))}
      />
      <p className="panel-words">
        <Prose text={modelExplained(choice)} />
      </p>
      {model.kind === 'classic' && (
        <Slider
          label="Strength of the memories"
          symbol={<Symbol base="s" />}
          value={model.strength}
          min={ranges.strength.low}
          max={ranges.strength.high}
          step={0.05}
          tooltip="One strength for both memories. The stronger, the deeper all four valleys."
          onChange={(strength) => edit(withModel({ strength }))}
        />
      )}
      <Slider
        label="Gain"
        symbol={<Symbol base="g" />}
        value={model.gain}
        min={ranges.gain.low}
        max={ranges.gain.high}
        step={0.1}
        isLogarithmic
        tooltip="How steeply a neuron responds. A higher gain lets weaker memories exist, and makes the valleys boxier."
        onChange={(gain) => edit(withModel({ gain }))}
      />
      <NoiseSlider />
      <Disclosure title="Numerics and seed">
        <NumericsFields />
      </Disclosure>
    </div>
  )
}
