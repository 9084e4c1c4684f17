import { ranges } from '../experiment/ranges.ts'
import { useLab, useLabState } from '../store/useLab.ts'
import { Slider } from '../ui/Slider.tsx'
import { Symbol } from '../ui/Symbol.tsx'
import { withNoise } from './edits.ts'

/** σ, the strength of the noise. */
export function NoiseSlider() {
  const { store } = useLab()
  const sigma = useLabState((state) => state.experiment.noise.strength)
  return (
    <Slider
      label="Noise"
      symbol={<Symbol base="σ" />}
      value={sigma}
      min={ranges.noise.low}
      max={ranges.noise.high}
      step={0.05}
      tooltip="Random kicks to the balls. The landscape stays; the balls may jump from valley to valley."
      onChange={(strength) => store.getState().edit(withNoise({ strength }))}
    />
  )
}
