import { recallRanges } from '../../experiment/recall/recallRanges.ts'
import { useRecallCell } from '../../store/recall/useRecall.ts'
import { useLabState } from '../../store/useLab.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import { Slider } from '../../ui/Slider.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { Symbol } from '../../ui/Symbol.tsx'
import { equaliseExplained } from './networkWords.ts'
import { useModelEdits } from './useModelEdits.ts'

/** What only the models of 1984 have. */
export function ClassicFields() {
  const { strength, pulseDuration, equalisesScale } = useLabState((state) => state.experiment.recall.network)
  const edits = useModelEdits()
  return (
    <div className="recall-fields">
      <Switch
        label="Equalise the scale"
        isOn={equalisesScale}
        onChange={(next) => edits.network('Equalise the scale', { equalisesScale: next })}
      />
      <p className="panel-words">{equaliseExplained}</p>
      {equalisesScale ? (
        <EqualStrength />
      ) : (
        <Slider
          label="Strength of the memories"
          symbol={<Symbol base="s" />}
          value={strength}
          min={recallRanges.strength.low}
          max={recallRanges.strength.high}
          step={0.1}
          isLogarithmic
          tooltip="One strength for all memories of the classic models. They exist for s g > 1."
          onChange={(next) => edits.network('Change the strength', { strength: next })}
        />
      )}
      <Slider
        label="Length of the pulse"
        value={pulseDuration}
        min={recallRanges.pulseDuration.low}
        max={recallRanges.pulseDuration.high}
        step={0.1}
        tooltip="How long the input pushes the model with a pulse, in units of model time: from the start, and after each keyframe."
        onChange={(next) => edits.network('Change the pulse', { pulseDuration: next })}
      />
    </div>
  )
}

/** The strength that follows from the input. */
function EqualStrength() {
  const strength = useRecallCell((cell) => formatNumber(Math.max(0, ...cell.saliency), 3), 4)
  return (
    <p className="panel-words">
      <Symbol base="s" /> = <Symbol base="α" sub="max" label="largest saliency" /> ={' '}
      <b className="recall-number">{strength}</b>, from the input.
    </p>
  )
}
