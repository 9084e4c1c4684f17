import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react'
import { useRecall, useRecallCell, useRecallState } from '../../store/recall/useRecall.ts'
import { formatFixed } from '../../ui/formatNumber.ts'
import { frameNotices } from '../race/pictureFrames.ts'
import { timeAfterKey, timeAtShare } from './timelineLayout.ts'
import { useTimeDrag } from './useTimeDrag.ts'

interface TimelinePlayheadProps {
  readonly span: number
  readonly duration: number
  readonly trackRef: RefObject<HTMLElement | null>
}

/** Where on the timeline the input is. Dragging it, or arrow keys on it, hold it there; Escape and Play let it run. */
export function TimelinePlayhead({ span, duration, trackRef }: TimelinePlayheadProps) {
  const { cell, store } = useRecall()
  const ref = useRef<HTMLDivElement>(null)
  const time = useRecallCell((now) => Math.round(10 * now.inputTime) / 10)
  const isHeld = useRecallState((state) => state.scrubTime !== null)
  const { scrub } = store.getState()

  useEffect(() => {
    const place = () => {
      const at = store.getState().scrubTime ?? cell.inputTime
      if (ref.current) ref.current.style.left = `${Math.min(100, (100 * at) / span)}%`
    }
    place()
    const stopCell = frameNotices(cell, () => cell.frameVersion)(place)
    const stopStore = store.subscribe(place)
    return () => {
      stopCell()
      stopStore()
    }
  }, [cell, store, span])

  const drag = useTimeDrag({
    trackRef,
    onGrab: () => undefined,
    onMove: (share) => scrub(timeAtShare(share, span, duration)),
    onRelease: () => undefined,
  })
  const onKeyDown = (event: KeyboardEvent) => {
    const from = store.getState().scrubTime ?? cell.inputTime
    const next = timeAfterKey(event.key, event.shiftKey, from, duration)
    if (next !== null) scrub(next)
    else if (event.key === 'Escape') scrub(null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      ref={ref}
      className="playhead"
      role="slider"
      tabIndex={0}
      aria-label="Playhead of the timeline"
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={duration}
      aria-valuenow={time}
      aria-valuetext={`${formatFixed(time, 1)}${isHeld ? ', held' : ''}`}
      data-held={isHeld || undefined}
      onKeyDown={onKeyDown}
      {...drag}
    />
  )
}
