import { useRef } from 'react'
import { editRefusal } from '../../experiment/recall/editRefusal.ts'
import {
  addKeyframe,
  deleteKeyframe,
  moveKeyframe,
  setKeyframe,
  setTimeline,
} from '../../experiment/recall/recallEdits.ts'
import { recallRanges } from '../../experiment/recall/recallRanges.ts'
import type { Keyframe, RecallSettings } from '../../experiment/recall/recallSettings.ts'
import { holdEnd } from '../../experiment/recall/timelineEnd.ts'
import { editRecall } from '../../store/recall/editRecall.ts'
import { useRecall, useRecallState } from '../../store/recall/useRecall.ts'
import { useLab, useLabState } from '../../store/useLab.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { Symbol } from '../../ui/Symbol.tsx'
import { LoopNote } from './LoopNote.tsx'
import { useKeyframeInHand } from './keyframeSelection.ts'
import { newKeyframeTime } from './timelineLayout.ts'
import { TimelineTrack } from './TimelineTrack.tsx'
import './TimelineStrip.css'

const ways = [
  { value: 'morph', label: 'Morph', tooltip: 'Turns gradually into the next keyframe.' },
  { value: 'hold', label: 'Hold', tooltip: 'Stays as it is until the next keyframe.' },
] as const

const keyframeTip =
  'A new keyframe at the playhead: what the network is shown there, or the nearest drawing or mixture. Beside another keyframe it goes behind the last one.'

/** Inputs over time: keyframes on an axis, morphed or held, played, looped and scrubbed. */
export function TimelineStrip() {
  const { store } = useLab()
  const run = useRecall()
  const timeline = useLabState((state) => state.experiment.recall.timeline)
  const refusal = useLabState((state) => editRefusal(state.experiment.recall, { kind: 'add-keyframe' }))
  const [keyframeId, choose] = useKeyframeInHand()
  const sectionRef = useRef<HTMLElement>(null)
  const isHeld = useRecallState((state) => state.scrubTime !== null)
  const { scrub } = run.store.getState()
  const { isOn, isLooped, keyframes } = timeline
  const edit = (patch: (now: RecallSettings) => RecallSettings, label: string, gesture?: string) =>
    editRecall(store, patch, gesture === undefined ? { label } : { label, gesture })
  const add = () => {
    const time = newKeyframeTime(keyframes, run.store.getState().scrubTime ?? run.cell.inputTime)
    edit((now) => addKeyframe(now, time), 'Add a keyframe')
    const ids = store.getState().experiment.recall.timeline.keyframes.map(({ id }) => id)
    choose(Math.max(...ids))
  }
  const handleAt = (index: number) => sectionRef.current?.querySelectorAll<HTMLElement>('.keyframe')[index]
  const remove = (id: number) => {
    const index = keyframes.findIndex((keyframe) => keyframe.id === id)
    const next = index + 1 < keyframes.length ? index + 1 : index - 1
    // What has the focus goes: its neighbour has it then, and is in hand; after the last keyframe, the switch.
    if (next < 0) sectionRef.current?.querySelector('input')?.focus()
    else if (handleAt(index) === document.activeElement) handleAt(next)?.focus()
    else choose(keyframes[next].id)
    edit((now) => deleteKeyframe(now, id), 'Delete a keyframe')
  }
  const hold = ({ id }: Keyframe) => {
    // The button goes with what it says.
    handleAt(keyframes.findIndex((keyframe) => keyframe.id === id))?.focus()
    edit(holdEnd, 'Hold the last keyframe')
  }
  const actions = {
    select: choose,
    visit: ({ time }: Keyframe) => scrub(time),
    move: (id: number, time: number) => edit((now) => moveKeyframe(now, id, time), 'Move a keyframe', `keyframe ${id}`),
    remove,
  }
  return (
    <section className="timeline" ref={sectionRef} data-on={isOn || undefined} aria-label="Timeline of the input">
      <div className="timeline-controls">
        <Switch
          label="Timeline"
          isOn={isOn}
          tooltip="Inputs one after the other; the network follows live."
          onChange={(next) => edit((now) => setTimeline(now, { isOn: next }), next ? 'Timeline on' : 'Timeline off')}
        />
        {isOn && (
          <>
            <Switch
              label="Loop"
              isOn={isLooped}
              tooltip="Begins again as soon as it is at the last keyframe."
              onChange={(next) => edit((now) => setTimeline(now, { isLooped: next }), 'Loop')}
            />
            <IconButton
              icon="plus"
              label="Keyframe"
              hasText
              isDisabled={refusal !== null}
              tooltip={refusal ?? keyframeTip}
              onClick={add}
            />
            <KeyframeFields keyframes={keyframes} keyframeId={keyframeId} edit={edit} remove={remove} />
            {isHeld && (
              <IconButton
                icon="play"
                label="Let it run"
                hasText
                tooltip="You hold the timeline. This lets it run on from there, as Play does after a pause."
                onClick={() => scrub(null)}
              />
            )}
          </>
        )}
      </div>
      {isOn && <TimelineTrack keyframeId={keyframeId} actions={actions} onScrub={scrub} />}
      <LoopNote refusal={refusal} onHold={hold} />
    </section>
  )
}

interface KeyframeFieldsProps {
  readonly keyframes: readonly Keyframe[]
  readonly keyframeId: number | null
  readonly edit: (patch: (now: RecallSettings) => RecallSettings, label: string, gesture?: string) => void
  readonly remove: (id: number) => void
}

/** The keyframe in hand: its time, what it does until the next one, and away with it. */
function KeyframeFields({ keyframes, keyframeId, edit, remove }: KeyframeFieldsProps) {
  const index = keyframes.findIndex(({ id }) => id === keyframeId)
  const keyframe = keyframes[index]
  if (!keyframe) return null
  const { id, time, isMorphing } = keyframe
  return (
    <div className="timeline-keyframe" role="group" aria-label={`Keyframe ${index + 1}`}>
      <span className="timeline-name">Keyframe {index + 1}</span>
      <NumberField
        label={`Time of keyframe ${index + 1}`}
        symbol={<Symbol base="t" />}
        value={time}
        min={recallRanges.time.low}
        max={recallRanges.time.high}
        step={0.1}
        widthInDigits={4}
        refuse={(value) => (index === 0 && value !== 0 ? 'The first keyframe stands at 0.' : null)}
        onChange={(next) => edit((now) => moveKeyframe(now, id, next), 'Move a keyframe', `keyframe ${id}`)}
      />
      <Segmented
        label="Until the next keyframe"
        options={ways}
        value={isMorphing ? 'morph' : 'hold'}
        onChange={(way) => edit((now) => setKeyframe(now, id, { isMorphing: way === 'morph' }), 'Morph or hold')}
      />
      <IconButton
        icon="trash"
        label={`Delete keyframe ${index + 1}`}
        tooltip={keyframes.length === 1 ? 'Deletes the last keyframe: the timeline goes off.' : 'You can undo this.'}
        onClick={() => remove(id)}
      />
    </div>
  )
}
