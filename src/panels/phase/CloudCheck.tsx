import { formatNumber } from '../../ui/formatNumber.ts'
import { histogramState, type CheckState } from './auditChecks.ts'
import { useHistogram } from './useHistogram.ts'

const words: Record<CheckState, string> = {
  holds: 'As near as chance allows so many particles.',
  open: 'The cloud is still spreading.',
  fails: 'Further apart than chance explains.',
}

/** How far the cloud is from the density, beside what chance alone makes of so many particles. */
export function CloudCheck() {
  const histogram = useHistogram()
  return (
    <div>
      <dl className="cloud-check">
        <dt>Cloud against density, total variation</dt>
        <dd>{histogram === null ? '–' : formatNumber(histogram.variation, 2)}</dd>
        <dt>By chance alone</dt>
        <dd>{histogram === null ? '–' : formatNumber(histogram.expected, 2)}</dd>
      </dl>
      <p className="panel-words">{histogram === null ? 'Waiting for both.' : words[histogramState(histogram)]}</p>
    </div>
  )
}
