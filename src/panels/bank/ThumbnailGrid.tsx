import { useRef, useState, type KeyboardEvent } from 'react'
import type { PictureSize } from '../../experiment/recall/recallSettings.ts'
import { bankMove } from './bankKeys.ts'
import { MemoryThumbnail } from './MemoryThumbnail.tsx'

export interface GridThumbnail extends PictureSize {
  readonly key: string
  readonly title: string
  readonly bits: string
  /** Given, it can be chosen and given up again. */
  readonly isChosen?: boolean | undefined
}

interface ThumbnailGridProps {
  readonly label: string
  readonly items: readonly GridThumbnail[]
  readonly onPress: (index: number) => void
}

/** Drawings to press. One stop in the tab order: arrows, Home and End go from one to the next. */
export function ThumbnailGrid({ label, items, onPress }: ThumbnailGridProps) {
  const ref = useRef<HTMLUListElement>(null)
  const [current, setCurrent] = useState(0)
  const stop = Math.min(current, items.length - 1)

  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const buttons = [...(ref.current?.querySelectorAll('button') ?? [])]
    const perLine = buttons.filter((button) => button.offsetTop === buttons[0].offsetTop).length
    // In one line left and right still have a meaning: that of a grid.
    const move = bankMove({ key: event.key, altKey: false }, index, items.length, Math.max(2, perLine))
    if (move === null) return
    event.preventDefault()
    buttons[move.index].focus()
  }
  return (
    <ul ref={ref} className="thumbnails" aria-label={label}>
      {items.map(({ key, title, bits, columns, rows, isChosen }, index) => (
        <li key={key}>
          <button
            type="button"
            className="thumbnail"
            tabIndex={index === stop ? 0 : -1}
            aria-pressed={isChosen}
            onFocus={() => setCurrent(index)}
            onKeyDown={(event) => onKeyDown(event, index)}
            onClick={() => onPress(index)}
          >
            <MemoryThumbnail bits={bits} columns={columns} rows={rows} place={index} />
            <span>{title}</span>
            {isChosen && (
              <svg className="thumbnail-mark" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
                <path d="M5 10.5l3.500 3.500L15 6.5" fill="none" stroke="currentColor" strokeWidth="2.500" />
              </svg>
            )}
          </button>
        </li>
      ))}
    </ul>
  )
}
