import type { RecallSettings } from '../../experiment/recall/recallSettings.ts'
import { memoryPhrase } from '../../panels/race/memoryWords.ts'
import { laneTitles } from '../../panels/race/laneWords.ts'
import { useLabState } from '../../store/useLab.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import { cueWords } from './recallStory.ts'
import { shownPart } from './shownPart.ts'
import '../PrintCaption.css'

/** Under the landscape on paper: what it shows, and every parameter that it depends on. */
export function RecallPrintCaption() {
  const lane = useLabState((state) => state.experiment.recall.slice.lane)
  const parameters = useLabState((state) => parameterWords(state.experiment.recall))
  return (
    <p className="print-caption" aria-hidden="true">
      <b>Slice of the energy landscape of a network of pixels ({laneTitles[lane]}).</b> {parameters}. Memoryscape.
    </p>
  )
}

function parameterWords(recall: RecallSettings): string {
  const { size, memories, input, timeline, network, noise, lanes } = recall
  const on = memories.filter(({ isOn }) => isOn)
  const shown = timeline.isOn
    ? `a timeline of ${timeline.keyframes.length} inputs`
    : cueWords(input, shownPart(recall, input))
  const names = on.length > 6 ? `${on.length} memories` : on.map(({ name }) => memoryPhrase(name)).join(', ')
  const parts = [
    `${size.columns} × ${size.rows} neurons`,
    names,
    `shown: ${shown.charAt(0).toLowerCase()}${shown.slice(1)}`,
    `g = ${formatNumber(network.gain)}`,
    `s = ${formatNumber(network.strength)}`,
    ...(noise.strength > 0 ? [`σ = ${formatNumber(noise.strength)}, seed ${noise.seed}`] : []),
    `models: ${lanes.map((kind) => laneTitles[kind]).join(', ')}`,
  ]
  return parts.join('; ')
}
