import { recallRanges } from '../../experiment/recall/recallRanges.ts'
import type { RecallIntegration } from '../../experiment/recall/recallSettings.ts'
import { useRecallCell } from '../../store/recall/useRecall.ts'
import { useLabState } from '../../store/useLab.ts'
import { NumberField } from '../../ui/NumberField.tsx'
import { Segmented, type SegmentedOption } from '../../ui/Segmented.tsx'
import { Symbol } from '../../ui/Symbol.tsx'
import { kernelExplained, runningSentence } from './networkWords.ts'
import { useModelEdits } from './useModelEdits.ts'

const kernels: readonly SegmentedOption<RecallIntegration['kernel']>[] = [
  { value: 'fastest', label: 'Fastest' },
  { value: 'reproducible', label: 'Reproducible' },
]

/** How the run is computed. */
export function KernelFields() {
  const { timeStep, kernel } = useLabState((state) => state.experiment.recall.integration)
  const sigma = useLabState((state) => state.experiment.recall.noise.strength)
  const running = useRecallCell((cell) => runningSentence([...cell.lanes.values()].map((lane) => lane.flavour)), 2)
  const edits = useModelEdits()
  return (
    <div className="recall-fields">
      <NumberField
        label="Time step"
        symbol={
          <>
            Time step <Symbol base="dt" />
          </>
        }
        value={timeStep}
        min={recallRanges.timeStep.low}
        max={recallRanges.timeStep.high}
        step={0.001}
        tooltip="Smaller steps follow the equations more exactly, and take longer."
        onChange={(next) => edits.integration('Change the time step', { timeStep: next })}
      />
      <p className="panel-words">
        {sigma > 0 ? 'Euler–Maruyama, since there is noise.' : 'Runge–Kutta, 4th order, since there is no noise.'} Where
        the network would be unstable, the step is made smaller by itself.
      </p>
      <Segmented
        label="Computed"
        isLabelShown
        options={kernels}
        value={kernel}
        onChange={(next) => edits.integration('Change the kernel', { kernel: next })}
      />
      <p className="panel-words">
        {kernelExplained(kernel)} {running}
      </p>
    </div>
  )
}
