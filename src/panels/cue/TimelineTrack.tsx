import { useMemo, useRef, useState, type MouseEvent } from 'react'
import { timelineDuration } from '../../experiment/recall/deriveRecall.ts'
import { plotTicks } from '../../plots/plotTicks.ts'
import { useLabState } from '../../store/useLab.ts'
import { memoryNames } from '../race/memoryWords.ts'
import { inputWords } from './inputWords.ts'
import { KeyframeHandle, type KeyframeActions } from './KeyframeHandle.tsx'
import { TimelineCurves } from './TimelineCurves.tsx'
import { timeAtShare, timelineSpan } from './timelineLayout.ts'
import { TimelinePlayhead } from './TimelinePlayhead.tsx'

interface TimelineTrackProps {
  readonly keyframeId: number | null
  readonly actions: Omit<KeyframeActions, 'grab' | 'release'>
  readonly onScrub: (time: number) => void
}

/** The axis of time with its keyframes, the saliencies behind them, and the playhead. */
export function TimelineTrack({ keyframeId, actions, onScrub }: TimelineTrackProps) {
  const recall = useLabState((state) => state.experiment.recall)
  const { timeline, memories, size } = recall
  const trackRef = useRef<HTMLDivElement>(null)
  // While a keyframe is dragged the axis holds still, or the ground would move under the pointer.
  const [heldSpan, setHeldSpan] = useState<number | null>(null)
  const span = heldSpan ?? timelineSpan(timeline.keyframes)
  const duration = timelineDuration(recall)
  const names = useMemo(() => memoryNames(memories), [memories])
  const bank = useMemo(() => ({ memories, size }), [memories, size])
  const all: KeyframeActions = {
    ...actions,
    grab: () => setHeldSpan(span),
    release: () => setHeldSpan(null),
  }
  const press = (event: MouseEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    if (event.target === event.currentTarget && box.width > 0)
      onScrub(timeAtShare((event.clientX - box.left) / box.width, span, duration))
  }
  return (
    <div className="timeline-track" ref={trackRef}>
      <TimelineCurves recall={recall} span={span} />
      <div className="timeline-ground" onClick={press} aria-hidden="true" />
      <span className="timeline-span" aria-hidden="true" style={{ width: `${(100 * duration) / span}%` }} />
      {plotTicks(0, span, 8).map(({ value, text }) => (
        <span key={value} className="timeline-tick" aria-hidden="true" style={{ left: `${(100 * value) / span}%` }}>
          {text}
        </span>
      ))}
      {timeline.keyframes.map((keyframe, k) => (
        <KeyframeHandle
          key={keyframe.id}
          keyframe={keyframe}
          number={k + 1}
          words={inputWords(keyframe.input, names)}
          bank={bank}
          span={span}
          trackRef={trackRef}
          isSelected={keyframe.id === keyframeId}
          actions={all}
        />
      ))}
      {duration > 0 && <TimelinePlayhead span={span} duration={duration} trackRef={trackRef} />}
    </div>
  )
}
