import { ranges } from '../experiment/ranges.ts'
import { useLab, useLabState } from '../store/useLab.ts'
import { Slider } from '../ui/Slider.tsx'
import { withSpeed } from './edits.ts'

/** How fast model time passes. */
export function SpeedSlider() {
  const { store } = useLab()
  const speed = useLabState((state) => state.experiment.playback.speed)
  return (
    <Slider
      label="Speed"
      value={speed}
      min={ranges.speed.low}
      max={ranges.speed.high}
      step={0.1}
      isLogarithmic
      tooltip="Units of model time in a second. The balls take the same path, faster or slower."
      onChange={(next) => store.getState().edit(withSpeed(next))}
    />
  )
}
