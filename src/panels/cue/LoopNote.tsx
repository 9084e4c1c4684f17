import { useMemo } from 'react'
import { recallRanges } from '../../experiment/recall/recallRanges.ts'
import type { Keyframe } from '../../experiment/recall/recallSettings.ts'
import { unheldEnd } from '../../experiment/recall/timelineEnd.ts'
import { useLabState } from '../../store/useLab.ts'
import { IconButton } from '../../ui/IconButton.tsx'

interface LoopNoteProps {
  /** Why there can be no other keyframe; null when there can. */
  readonly refusal: string | null
  readonly onHold: (last: Keyframe) => void
}

/** Where a loop passes its last keyframe without holding it: says so, and holds it. */
export function LoopNote({ refusal, onHold }: LoopNoteProps) {
  const timeline = useLabState((state) => state.experiment.recall.timeline)
  const memories = useLabState((state) => state.experiment.recall.memories)
  const size = useLabState((state) => state.experiment.recall.size)
  const last = useMemo(() => unheldEnd({ timeline, memories, size }), [timeline, memories, size])
  if (last === null) return null
  const number = timeline.keyframes.length
  const { high } = recallRanges.time
  const whyNot = refusal ?? (last.time < high ? null : `No keyframe stands later than ${high}.`)
  return (
    <div className="timeline-note">
      <p className="panel-words">The loop begins again where keyframe {number} begins: it is never held.</p>
      <IconButton
        label={`Hold keyframe ${number} too`}
        hasText
        isDisabled={whyNot !== null}
        tooltip={whyNot ?? 'Adds a copy of it behind it: the loop begins again there.'}
        onClick={() => onHold(last)}
      />
    </div>
  )
}
