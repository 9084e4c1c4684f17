import { useCallback, useMemo } from 'react'
import { editedInput, setInput } from '../../experiment/recall/recallEdits.ts'
import type { Keyframe, RecallInput, RecallSettings } from '../../experiment/recall/recallSettings.ts'
import { editRecall } from '../../store/recall/editRecall.ts'
import { useLab, useLabState } from '../../store/useLab.ts'
import { inputPicture, type InputPicture } from './inputPixels.ts'
import { useKeyframeInHand } from './keyframeSelection.ts'

export interface EditedInput extends Pick<RecallSettings, 'memories' | 'size'> {
  readonly input: RecallInput
  /** The keyframe that the input belongs to; null while the timeline is off. */
  readonly keyframe: Keyframe | null
  /** Its number on the timeline, from 1; 0 for none. */
  readonly keyframeNumber: number
  /** The same function as long as the keyframe is the same. */
  readonly edit: EditInput
}

/** Another input, from any kind of edit. `gesture`, `isStroke`: see `EditAbout`. */
export type EditInput = (
  next: (recall: RecallSettings, input: RecallInput) => RecallInput,
  label: string,
  gesture?: string,
  isStroke?: boolean,
) => void

/** The input that the panel shows and edits: that of the keyframe in hand, or the one that holds without a timeline. */
export function useEditedInput(): EditedInput {
  const { store } = useLab()
  const [keyframeId] = useKeyframeInHand()
  const memories = useLabState((state) => state.experiment.recall.memories)
  const size = useLabState((state) => state.experiment.recall.size)
  const input = useLabState((state) => editedInput(state.experiment.recall, keyframeId))
  const keyframes = useLabState((state) => state.experiment.recall.timeline.keyframes)
  const edit: EditInput = useCallback(
    (next, label, gesture, isStroke = false) => {
      const about = gesture === undefined ? { label } : { label, gesture: `${gesture} ${keyframeId ?? ''}`, isStroke }
      // The document may have moved on since the last render.
      editRecall(store, (now) => setInput(now, next(now, editedInput(now, keyframeId)), keyframeId), about)
    },
    [store, keyframeId],
  )
  const index = keyframes.findIndex(({ id }) => id === keyframeId)
  return { memories, size, input, keyframe: keyframes[index] ?? null, keyframeNumber: index + 1, edit }
}

/** The input as a picture. */
export function useInputPicture({
  memories,
  size,
  input,
}: Pick<EditedInput, 'memories' | 'size' | 'input'>): InputPicture {
  return useMemo(() => inputPicture({ memories, size }, input), [memories, size, input])
}
