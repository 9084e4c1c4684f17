import { recallRanges } from '../../experiment/recall/recallRanges.ts'
import { useRecallCell } from '../../store/recall/useRecall.ts'
import { useLabState } from '../../store/useLab.ts'
import { Slider } from '../../ui/Slider.tsx'
import { Symbol } from '../../ui/Symbol.tsx'
import { laneTitles } from '../race/laneWords.ts'
import { signalToNoiseWords } from './networkWords.ts'
import { useModelEdits } from './useModelEdits.ts'

/** Random kicks to every neuron, and how strong the memories are against them. */
export function NoiseFields() {
  const sigma = useLabState((state) => state.experiment.recall.noise.strength)
  const edits = useModelEdits()
  return (
    <>
      <Slider
        label="Noise"
        symbol={<Symbol base="σ" />}
        value={sigma}
        min={recallRanges.noise.low}
        max={recallRanges.noise.high}
        step={0.1}
        tooltip="Random kicks to every neuron of every model but the binary ones: the same kicks for all, by the seed."
        onChange={(strength) => edits.noise('Change the noise', { strength })}
      />
      {sigma > 0 && <SignalToNoise />}
    </>
  )
}

/** Of each model that feels the noise. */
function SignalToNoise() {
  const lanes = useLabState((state) => state.experiment.recall.lanes)
  const words = useRecallCell((cell) => {
    const ratios = lanes.flatMap((kind) => {
      const ratio = cell.lanes.get(kind)?.signalToNoise ?? null
      return ratio === null ? [] : [{ title: laneTitles[kind], ratio }]
    })
    return signalToNoiseWords(ratios)
  }, 2)
  return <p className="panel-words recall-figures">{words}</p>
}
