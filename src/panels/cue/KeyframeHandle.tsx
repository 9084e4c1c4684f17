import { useMemo, type CSSProperties, type KeyboardEvent, type RefObject } from 'react'
import { recallRanges } from '../../experiment/recall/recallRanges.ts'
import type { Keyframe, RecallSettings } from '../../experiment/recall/recallSettings.ts'
import { formatShort } from '../../ui/formatNumber.ts'
import { PixelPicture } from '../../ui/pixels/PixelPicture.tsx'
import { inputPicture } from './inputPixels.ts'
import { timeAfterKey, timeAtShare } from './timelineLayout.ts'
import { useTimeDrag } from './useTimeDrag.ts'

export interface KeyframeActions {
  readonly grab: () => void
  readonly release: () => void
  readonly select: (id: number) => void
  /** Holds the timeline there. */
  readonly visit: (keyframe: Keyframe) => void
  readonly move: (id: number, time: number) => void
  readonly remove: (id: number) => void
}

interface KeyframeHandleProps {
  readonly keyframe: Keyframe
  readonly number: number
  readonly words: string
  readonly bank: Pick<RecallSettings, 'memories' | 'size'>
  readonly span: number
  readonly trackRef: RefObject<HTMLElement | null>
  readonly isSelected: boolean
  readonly actions: KeyframeActions
}

/** One input of the timeline: its picture, at its time. A slider for the keyboard; a press holds the timeline there. */
export function KeyframeHandle(props: KeyframeHandleProps) {
  const { keyframe, number, words, bank, span, trackRef, isSelected, actions } = props
  const { id, time, input, isMorphing } = keyframe
  const { memories, size } = bank
  const picture = useMemo(() => inputPicture({ memories, size }, input), [memories, size, input])
  const most = recallRanges.time.high
  const drag = useTimeDrag({
    trackRef,
    onGrab: () => {
      actions.grab()
      actions.select(id)
    },
    onMove: (share) => actions.move(id, timeAtShare(share, span, most)),
    onPress: () => actions.visit(keyframe),
    onRelease: actions.release,
  })
  const onKeyDown = (event: KeyboardEvent) => {
    const next = timeAfterKey(event.key, event.shiftKey, time, most)
    if (next !== null) actions.move(id, next)
    else if (event.key === 'Delete' || event.key === 'Backspace') actions.remove(id)
    else if (event.key === 'Enter' || event.key === ' ') actions.visit(keyframe)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const style = {
    left: `${(100 * time) / span}%`,
    '--picture-shape': Math.min(1, size.columns / size.rows),
  } as CSSProperties
  const held = isMorphing ? 'turns into the next one' : 'held until the next one'
  return (
    <div
      className="keyframe"
      role="slider"
      tabIndex={0}
      aria-label={`Keyframe ${number}, ${words}`}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={most}
      aria-valuenow={time}
      aria-valuetext={`at ${formatShort(time)}, ${held}`}
      data-selected={isSelected || undefined}
      data-morphing={isMorphing || undefined}
      style={style}
      onFocus={() => actions.select(id)}
      onKeyDown={onKeyDown}
      {...drag}
    >
      <PixelPicture columns={size.columns} rows={size.rows} pixels={picture.pixels} coding={picture.coding} />
      <span className="keyframe-number" aria-hidden="true">
        {number}
      </span>
    </div>
  )
}
