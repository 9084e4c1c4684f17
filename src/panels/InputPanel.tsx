import type { Experiment } from '../experiment/experiment.ts'
import { RegimeMap } from '../plots/RegimeMap.tsx'
import { useLabState } from '../store/useLab.ts'
import { InputFields } from './InputFields.tsx'
import { Prose } from './Prose.tsx'
import { SaliencySlider } from './SaliencySlider.tsx'
import './panels.css'

/** What the input is to each model, in one or two sentences. */
function inputMeaning({ kind, inputAs }: Experiment['model']): string {
  if (kind === 'idp') return 'How strongly is each memory in what the network is shown? Drag the dot.'
  return inputAs === 'current'
    ? 'Here the input is a current. Drag the dot: the ground tilts towards the input.'
    : 'Here the input is only the place where a ball starts. Drag the dot: the ground stays.'
}

/** What the network is shown: a place in the map of the two saliencies, and the same in numbers. */
export function InputPanel() {
  const model = useLabState((state) => state.experiment.model)
  return (
    <div className="panel-section">
      <h2 className="panel-title">Input</h2>
      <p className="panel-words">
        <Prose text={inputMeaning(model)} />
      </p>
      <RegimeMap />
      <SaliencySlider memory={0} />
      <SaliencySlider memory={1} />
      <InputFields />
    </div>
  )
}
