import { regimeSentence } from '../panels/regimeSentence.ts'
import { useLabState } from '../store/useLab.ts'
import { formatNumber } from '../ui/formatNumber.ts'
import './PrintCaption.css'

/** Under the landscape on paper: what it shows, and every parameter that it depends on. */
export function PrintCaption() {
  const experiment = useLabState((state) => state.experiment)
  const { model, input, noise } = experiment
  const [first, second] = input.saliency.map((value) => formatNumber(value))
  const kind = {
    idp: 'Input-driven plasticity',
    current: 'Classic model, input as current',
    start: 'Classic model, input as start',
  }
  const parts = [
    kind[model.kind === 'idp' ? 'idp' : model.inputAs],
    `α₁ = ${first}, α₂ = ${second}`,
    `g = ${formatNumber(model.gain)}`,
    ...(model.kind === 'classic' ? [`s = ${formatNumber(model.strength)}`] : []),
    ...(noise.strength > 0 ? [`σ = ${formatNumber(noise.strength)}, seed ${noise.seed}`] : []),
  ]
  return (
    <p className="print-caption" aria-hidden="true">
      <b>Energy landscape of two neurons.</b> {regimeSentence(experiment, [])} {parts.join('; ')}. Memoryscape.
    </p>
  )
}
