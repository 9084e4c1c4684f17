import { recallRanges } from '../../experiment/recall/recallRanges.ts'
import type { RecallNetworkSettings } from '../../experiment/recall/recallSettings.ts'
import { useLabState } from '../../store/useLab.ts'
import { Segmented, type SegmentedOption } from '../../ui/Segmented.tsx'
import { Slider } from '../../ui/Slider.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { Symbol } from '../../ui/Symbol.tsx'
import { ruleExplained } from './networkWords.ts'
import { useModelEdits } from './useModelEdits.ts'

const rules: readonly SegmentedOption<RecallNetworkSettings['rule']>[] = [
  { value: 'hebb', label: 'Hebb' },
  { value: 'storkey', label: 'Storkey' },
  { value: 'pseudo-inverse', label: 'Pseudo-inverse' },
]

/** How drawings become weights. */
export function LearningFields() {
  const { rule, unlearning, hasZeroDiagonal } = useLabState((state) => state.experiment.recall.network)
  const edits = useModelEdits()
  return (
    <div className="recall-fields">
      <Segmented
        label="Learning rule"
        options={rules}
        value={rule}
        onChange={(next) => edits.network('Change the learning rule', { rule: next })}
      />
      <p className="panel-words">{ruleExplained(rule)}</p>
      <Switch
        label={
          <>
            No weight to itself, <Symbol base="W" sub="ii" label="W i i" /> = 0
          </>
        }
        isOn={hasZeroDiagonal}
        tooltip="In all models. In IDP each memory then counts as if its saliency were lower by Σα/N: the thresholds rise, most in small networks."
        onChange={(next) => edits.network('Change the diagonal', { hasZeroDiagonal: next })}
      />
      <Slider
        label="Unlearn states"
        value={unlearning.steps}
        min={recallRanges.unlearningSteps.low}
        max={recallRanges.unlearningSteps.high}
        step={1}
        refuse={(value) => (Number.isInteger(value) ? null : 'States are counted in whole numbers.')}
        tooltip="Binary models only. From so many random starts, the state in which each ends is subtracted a little: spurious states, which come up most often there, fade."
        onChange={(steps) => edits.network('Change the unlearning', { unlearning: { ...unlearning, steps } })}
      />
      {unlearning.steps > 0 && (
        <Slider
          label="Unlearning rate"
          symbol={<Symbol base="ε" />}
          value={unlearning.rate}
          min={recallRanges.unlearningRate.low}
          max={recallRanges.unlearningRate.high}
          step={0.001}
          tooltip="How much of each is subtracted. Too much, and memories fade as well."
          onChange={(rate) => edits.network('Change the rate of unlearning', { unlearning: { ...unlearning, rate } })}
        />
      )}
      <p className="panel-words">Unlearning is for the binary models: it works on all N² weights.</p>
    </div>
  )
}
