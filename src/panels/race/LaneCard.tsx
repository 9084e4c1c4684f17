import { useId, useState } from 'react'
import type { LaneKind } from '../../experiment/recall/recallSettings.ts'
import { LanePlot } from '../../plots/recall/LanePlot.tsx'
import type { RecallCell } from '../../store/recall/recall.ts'
import { useRecallCell, useRecallState } from '../../store/recall/useRecall.ts'
import { useLabState } from '../../store/useLab.ts'
import { Tooltip } from '../../ui/Tooltip.tsx'
import { energyAudit, laneMeaning, laneTitles, twinExplained } from './laneWords.ts'
import { LanePicture } from './LanePicture.tsx'
import { neuronSentence, restSentence } from './neuronWords.ts'
import { nameIn, readLane } from './readLane.ts'

interface LaneCardProps {
  readonly kind: LaneKind
  readonly names: ReadonlyMap<number, string>
}

/** The neuron that was asked last, as a sentence; that none need be asked, at rest; null before the first. */
function readNeuron(cell: RecallCell, kind: LaneKind, columns: number, names: ReadonlyMap<number, string>) {
  const lane = cell.lanes.get(kind)
  if (lane && lane.settledTime !== null) return { neuron: null, sentence: restSentence }
  const asked = lane?.lastUpdate
  return asked ? { neuron: asked.neuron, sentence: neuronSentence(asked, columns, nameIn(cell, names)) } : null
}

const noiseTip = 'How strong the memories are over the noise σ: below about 1 a state does not stay in its valley.'
const auditTip =
  'A check that runs with the model: without noise, and while the input stays the same, the energy can only fall.'

/** One model of the race: its state as a picture, its overlaps and energy over time, and what it recalled, in words. */
export function LaneCard({ kind, names }: LaneCardProps) {
  const titleId = useId()
  const size = useLabState((state) => state.experiment.recall.size)
  const pulseDuration = useLabState((state) => state.experiment.recall.network.pulseDuration)
  const isFree = useLabState(({ experiment: { recall } }) => recall.noise.strength === 0 && !recall.timeline.isOn)
  const isPlaying = useRecallState((state) => state.isPlaying)
  const reading = useRecallCell((cell) => readLane(cell, kind, names))
  const asked = useRecallCell((cell) => readNeuron(cell, kind, size.columns, names))
  const [isRighted, setRighted] = useState(false)
  const title = laneTitles[kind]
  const refusal = reading?.refusal ?? null
  const signalToNoise = reading?.signalToNoise ?? null
  const isFlipped = isRighted && reading?.isInverted === true
  const step = isPlaying || kind !== 'binary-async' ? null : asked
  const audit = reading?.isLearning === false ? energyAudit(kind, reading.energyRose, isFree) : null
  const pictureLabel = `State of ${title}${isFlipped ? ', shown as its negative' : ''}. ${reading?.sentence ?? ''}`

  return (
    <article className="lane" data-kind={kind} aria-labelledby={titleId}>
      <header className="lane-head">
        <h3 id={titleId}>{title}</h3>
        <p className="lane-facts">
          {signalToNoise !== null && (
            <Tooltip text={noiseTip}>
              <button type="button">signal to noise {signalToNoise}</button>
            </Tooltip>
          )}
          {audit !== null && (
            <Tooltip text={auditTip}>
              <button type="button">{audit}</button>
            </Tooltip>
          )}
        </p>
        <p className="lane-meaning">{laneMeaning(kind, pulseDuration)}</p>
      </header>
      {refusal !== null ? (
        <p className="lane-refusal">{refusal}</p>
      ) : (
        <>
          <div className="lane-body">
            <LanePicture
              kind={kind}
              size={size}
              label={pictureLabel}
              isFlipped={isFlipped}
              neuron={step?.neuron ?? null}
            />
            <div className="lane-figure">
              <LanePlot
                kind={kind}
                names={names}
                label={`${title}: overlap with every memory over time, from −1 to 1, and the energy under it. The overlaps are in the table below.`}
              />
            </div>
          </div>
          <p className="lane-verdict">
            {reading?.sentence ?? 'Waiting for the first frame.'}
            {reading?.isLearning === true && !isPlaying && ' It goes on when you press play.'}
          </p>
          {reading?.isInverted === true && (
            <p className="lane-twin">
              {twinExplained(kind)}{' '}
              <button type="button" aria-pressed={isRighted} onClick={() => setRighted(!isRighted)}>
                Show it right side out
              </button>
            </p>
          )}
          {step && <p className="lane-step">{step.sentence}</p>}
        </>
      )}
    </article>
  )
}
