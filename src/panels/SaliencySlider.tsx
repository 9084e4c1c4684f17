import { ranges } from '../experiment/ranges.ts'
import { selectDerived } from '../store/selectors.ts'
import { useLab, useLabState } from '../store/useLab.ts'
import { formatNumber } from '../ui/formatNumber.ts'
import { Slider, type SliderTick } from '../ui/Slider.tsx'
import { Symbol } from '../ui/Symbol.tsx'
import { withSaliencyOf } from './edits.ts'
import { MemoryPicture } from './MemoryPicture.tsx'
import './SaliencySlider.css'

const sliderStep = 0.01

interface Thresholds {
  /** 1/g. */
  readonly existence: number
  /** α*(rival); no rival exists, no second threshold. */
  readonly stability: number | null
}

function ticksOf(memory: 0 | 1, { existence, stability }: Thresholds): SliderTick[] {
  const symbol = memory === 0 ? 'α₁' : 'α₂'
  const name = `Memory ${memory + 1}`
  const exists: SliderTick = {
    value: existence,
    label: 'exists',
    description: `${name} exists from ${symbol} = 1/g = ${formatNumber(existence)}.`,
  }
  if (stability === null) return [exists]
  const stable: SliderTick = {
    value: stability,
    label: 'stable',
    description: `${name} is stable from ${symbol} = ${formatNumber(stability)}: its rival decides where that is.`,
    colour: 'var(--stable)',
  }
  return [exists, stable]
}

/** The saliency of one memory, with the places on the track where the memory appears and where it turns stable. */
export function SaliencySlider({ memory }: { readonly memory: 0 | 1 }) {
  const { store } = useLab()
  const saliency = useLabState((state) => state.experiment.input.saliency)
  const kind = useLabState((state) => state.experiment.model.kind)
  const { existence, critical } = useLabState(selectDerived)
  const rival = saliency[memory === 0 ? 1 : 0]
  const thresholds = { existence, stability: rival > existence ? critical[memory] : null }
  const meaning =
    kind === 'idp'
      ? `The higher, the deeper the valleys of memory ${memory + 1}.`
      : `Moves the input along the pattern of memory ${memory + 1}.`

  return (
    <div className="saliency">
      <p className="saliency-name" data-memory={memory + 1}>
        <MemoryPicture memory={memory} />
        Memory {memory + 1}
      </p>
      <Slider
        label={`Saliency of memory ${memory + 1}`}
        symbol={<Symbol base="α" sub={memory + 1} />}
        value={saliency[memory]}
        min={ranges.saliency.low}
        max={ranges.saliency.high}
        step={sliderStep}
        colour={`var(--memory-${memory + 1})`}
        ticks={kind === 'idp' ? ticksOf(memory, thresholds) : undefined}
        tooltip={meaning}
        onChange={(value) => store.getState().edit(withSaliencyOf(memory, value))}
      />
    </div>
  )
}
