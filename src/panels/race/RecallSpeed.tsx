import { recallRanges } from '../../experiment/recall/recallRanges.ts'
import { editRecall } from '../../store/recall/editRecall.ts'
import { useLab, useLabState } from '../../store/useLab.ts'
import { Slider } from '../../ui/Slider.tsx'

/** How fast all models run, and the timeline with them. */
export function RecallSpeed() {
  const { store } = useLab()
  const speed = useLabState((state) => state.experiment.recall.playback.speed)
  return (
    <Slider
      label="Speed"
      value={speed}
      min={recallRanges.speed.low}
      max={recallRanges.speed.high}
      step={0.1}
      isLogarithmic
      tooltip="Units of model time in a second, for all models."
      onChange={(next) =>
        editRecall(store, (settings) => ({ ...settings, playback: { speed: next } }), {
          label: 'Speed',
          gesture: 'recall-speed',
        })
      }
    />
  )
}
