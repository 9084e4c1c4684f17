import { memo, useId, useState } from 'react'
import { recallRanges } from '../../experiment/recall/recallRanges.ts'
import type { RecallInput } from '../../experiment/recall/recallSettings.ts'
import { editRecall } from '../../store/recall/editRecall.ts'
import { useRecallCell, useRecallState } from '../../store/recall/useRecall.ts'
import { useLab, useLabState } from '../../store/useLab.ts'
import { formatFixed, formatShort } from '../../ui/formatNumber.ts'
import { Segmented, type SegmentedOption } from '../../ui/Segmented.tsx'
import { lazyPart } from '../../ui/lazyPart.tsx'
import { Slider } from '../../ui/Slider.tsx'
import { CueCorrupt } from './CueCorrupt.tsx'
import { CueMix } from './CueMix.tsx'
import { LiveInput } from './LiveInput.tsx'
import { SaliencyBars } from './SaliencyBars.tsx'
import { useEditedInput, type EditedInput } from './useEditedInput.ts'
import '../../ui/VisuallyHidden.css'
import '../panels.css'
import './CuePanel.css'

const CueDraw = lazyPart(async () => (await import('./CueDraw.tsx')).CueDraw)

type InputKind = RecallInput['kind']

const ways: readonly SegmentedOption<InputKind>[] = [
  { value: 'drawing', label: 'Draw', tooltip: 'The input as a picture that you draw.' },
  { value: 'mix', label: 'Mix', tooltip: 'The input as a sum of memories, with a fader for each.' },
  { value: 'corrupted', label: 'Corrupt', tooltip: 'The input as a memory with flips, noise, or parts hidden.' },
]

/** What the network is shown, said in one of three ways; and how salient each memory is in it. */
export function CuePanel() {
  return (
    <>
      <div className="panel-section cue">
        <h2 className="panel-title">What the network is shown</h2>
        <EditedCue />
        <InputScale />
      </div>
      <SaliencyBars />
    </>
  )
}

/** All that is another with every pixel that one draws; the rest of the panel is not. */
function EditedCue() {
  const edited = useEditedInput()
  return (
    <>
      <KeyframeNote edited={edited} />
      <CueWays edited={edited} />
    </>
  )
}

/** The three ways. Looking at another one keeps the input; an edit makes it an input of that kind. */
function CueWays({ edited }: { readonly edited: EditedInput }) {
  const { kind } = edited.input
  const [way, setWay] = useState<InputKind>(kind)
  const [seen, setSeen] = useState(edited.input)
  const titleId = useId()
  // An edit, an undo, a preset or another keyframe brings an input of its own kind: show it in its own terms.
  if (seen !== edited.input) {
    setSeen(edited.input)
    if (seen.kind !== kind) setWay(kind)
  }
  return (
    <div className="cue-ways" aria-labelledby={titleId}>
      <span className="visually-hidden" id={titleId}>
        Ways to say the input
      </span>
      <WayChoice way={way} choose={setWay} />
      {way === 'drawing' && <CueDraw edited={edited} />}
      {way === 'mix' && <CueMix edited={edited} />}
      {way === 'corrupted' && <CueCorrupt edited={edited} />}
    </div>
  )
}

interface WayChoiceProps {
  readonly way: InputKind
  readonly choose: (way: InputKind) => void
}

const WayChoice = memo(function WayChoice({ way, choose }: WayChoiceProps) {
  return <Segmented label="How the input is said" options={ways} value={way} onChange={choose} />
})

/** While the timeline is on: which keyframe is edited here, and what the network is shown now. */
function KeyframeNote({ edited: { keyframe, keyframeNumber } }: { readonly edited: EditedInput }) {
  if (!keyframe) return null
  return (
    <div className="cue-keyframe">
      <LiveInput />
      <p className="panel-words">
        You edit <b>keyframe {keyframeNumber}</b>, at <i>t</i> = {formatShort(keyframe.time)}. <LiveWords />
      </p>
    </div>
  )
}

function LiveWords() {
  const time = useRecallCell((cell) => formatFixed(cell.inputTime, 1))
  const isHeld = useRecallState((state) => state.scrubTime !== null)
  return (
    <>
      The picture is what the network sees now, {isHeld ? 'held at' : 'at'} {time}.
    </>
  )
}

function InputScale() {
  const { store } = useLab()
  const inputScale = useLabState((state) => state.experiment.recall.inputScale)
  return (
    <Slider
      label="Strength"
      value={inputScale}
      min={recallRanges.inputScale.low}
      max={recallRanges.inputScale.high}
      step={0.1}
      isLogarithmic
      tooltip="The input is the picture times this. All saliencies grow with it."
      onChange={(next) =>
        editRecall(store, (recall) => ({ ...recall, inputScale: next }), {
          label: 'Strength of the input',
          gesture: 'input-scale',
        })
      }
    />
  )
}
