import { recallRanges } from '../../experiment/recall/recallRanges.ts'
import { useLabState } from '../../store/useLab.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Slider } from '../../ui/Slider.tsx'
import { Symbol } from '../../ui/Symbol.tsx'
import { ClassicFields } from './ClassicFields.tsx'
import { KernelFields } from './KernelFields.tsx'
import { LearningFields } from './LearningFields.tsx'
import { gainExplained } from './networkWords.ts'
import { NoiseFields } from './NoiseFields.tsx'
import { RaceModels } from './RaceModels.tsx'
import { StartFields } from './StartFields.tsx'
import { useModelEdits } from './useModelEdits.ts'
import './RecallModelPanel.css'
import '../panels.css'

/** Which models race, and their parameters. */
export function RecallModelPanel() {
  const network = useLabState((state) => state.experiment.recall.network)
  const edits = useModelEdits()
  return (
    <div className="panel-section recall-model">
      <h2 className="panel-title">Models</h2>
      <RaceModels />
      <Slider
        label="Gain"
        symbol={<Symbol base="g" />}
        value={network.gain}
        min={recallRanges.gain.low}
        max={recallRanges.gain.high}
        step={0.1}
        isLogarithmic
        tooltip={gainExplained(network.hasZeroDiagonal)}
        onChange={(gain) => edits.network('Change the gain', { gain })}
      />
      <NoiseFields />
      <div className="recall-model-more">
        <Disclosure title="Start and seed">
          <StartFields />
        </Disclosure>
        <Disclosure title="Classic models">
          <ClassicFields />
        </Disclosure>
        <Disclosure title="Learning rule">
          <LearningFields />
        </Disclosure>
        <Disclosure title="Numerics">
          <KernelFields />
        </Disclosure>
      </div>
    </div>
  )
}
