import { useMemo } from 'react'
import { editedInput, setInput } from '../../experiment/recall/recallEdits.ts'
import type { Keyframe, RecallInput, RecallSettings } from '../../experiment/recall/recallSettings.ts'
import { editRecall } from '../../store/recall/editRecall.ts'
import { useLab, useLabState } from '../../store/useLab.ts'
import { inputPicture, type InputPicture } from './inputPixels.ts'
import { useKeyframeInHand } from './keyframeSelection.ts'

export interface EditedInput {
  readonly recall: RecallSettings
  readonly input: RecallInput
  readonly picture: InputPicture
  /** The keyframe that the input belongs to; null while the timeline is off. */
  readonly keyframe: Keyframe | null
  /** Its number on the timeline, from 1; 0 for none. */
  readonly keyframeNumber: number
  /** Another input, from any kind of edit. `gesture`, `isStroke`: see `EditAbout`. */
  readonly edit: (
    next: (recall: RecallSettings, input: RecallInput) => RecallInput,
    label: string,
    gesture?: string,
    isStroke?: boolean,
  ) => void
}

/** The input that the panel shows and edits: that of the keyframe in hand, or the one that holds without a timeline. */
export function useEditedInput(): EditedInput {
  const { store } = useLab()
  const recall = useLabState((state) => state.experiment.recall)
  const [keyframeId] = useKeyframeInHand()
  const input = editedInput(recall, keyframeId)
  const { memories, size } = recall
  const picture = useMemo(() => inputPicture({ memories, size }, input), [memories, size, input])
  const index = recall.timeline.keyframes.findIndex(({ id }) => id === keyframeId)
  return {
    recall,
    input,
    picture,
    keyframe: recall.timeline.keyframes[index] ?? null,
    keyframeNumber: index + 1,
    edit(next, label, gesture, isStroke = false) {
      const about = gesture === undefined ? { label } : { label, gesture: `${gesture} ${keyframeId ?? ''}`, isStroke }
      // The document may have moved on since the last render.
      editRecall(store, (now) => setInput(now, next(now, editedInput(now, keyframeId)), keyframeId), about)
    },
  }
}
