import { useLab } from '../../store/useLab.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { withNoise } from '../edits.ts'
import { noNoiseSentence, suggestedNoise } from './layerWords.ts'
import './PointMassHint.css'

/** Why there is no density to see without noise, and the one press that changes it. */
export function PointMassHint() {
  const { store } = useLab()
  return (
    <div className="point-mass-hint">
      <p>{noNoiseSentence}</p>
      <IconButton
        label={`Set σ = ${suggestedNoise}`}
        hasText
        tooltip="Noise of this strength lets the state change from well to well within a few time units."
        onClick={() => store.getState().edit(withNoise({ strength: suggestedNoise }))}
      />
    </div>
  )
}
