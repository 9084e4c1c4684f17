import { useEffect, useRef, type KeyboardEvent, type PointerEvent } from 'react'
import type { PictureSize, PixelWindow } from '../../experiment/recall/recallSettings.ts'
import type { PictureFit } from '../race/usePictureFit.ts'
import { movedWindow, resizedWindow, snapWindow } from './corruption.ts'

interface WindowFrameProps {
  readonly window: PixelWindow
  readonly size: PictureSize
  readonly fit: PictureFit
  readonly onChange: (window: PixelWindow) => void
}

interface Grip {
  readonly x: number
  readonly y: number
  readonly window: PixelWindow
  readonly isCorner: boolean
}

/** Pixels that Shift with an arrow moves by. */
const largeStep = 4

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

function inWords({ left, top, width, height }: PixelWindow, { columns, rows }: PictureSize): string {
  const [column, row] = [Math.round(left * columns) + 1, Math.round(top * rows) + 1]
  return `from column ${column}, row ${row}; ${Math.round(width * columns)} wide, ${Math.round(height * rows)} high`
}

/** A window over a picture, dragged by mouse, finger or arrow keys; its corner makes it larger or smaller. */
export function WindowFrame({ window, size, fit, onChange }: WindowFrameProps) {
  const frameRef = useRef<HTMLDivElement>(null)
  const gripRef = useRef<Grip | null>(null)

  useEffect(() => {
    const frame = frameRef.current
    // A finger on the window drags it, and does not scroll the page.
    const keep = (event: Event) => event.cancelable && event.preventDefault()
    frame?.addEventListener('touchstart', keep, { passive: false })
    return () => frame?.removeEventListener('touchstart', keep)
  }, [])

  const snapped = (next: PixelWindow) => onChange(snapWindow(next, size.columns, size.rows))
  const onKeyDown = (isCorner: boolean) => (event: KeyboardEvent) => {
    const arrow = arrows[event.key]
    if (!arrow) return
    event.preventDefault()
    event.stopPropagation()
    const step = event.shiftKey ? largeStep : 1
    const [dx, dy] = [(arrow[0] * step) / size.columns, (arrow[1] * step) / size.rows]
    snapped(isCorner ? resizedWindow(window, dx, dy) : movedWindow(window, dx, dy))
  }
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    const isCorner = event.target instanceof Element && event.target.closest('.window-corner') !== null
    gripRef.current = { x: event.clientX, y: event.clientY, window, isCorner }
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const onPointerMove = (event: PointerEvent) => {
    const grip = gripRef.current
    if (!grip || fit.width === 0) return
    const [dx, dy] = [(event.clientX - grip.x) / fit.width, (event.clientY - grip.y) / fit.height]
    snapped(grip.isCorner ? resizedWindow(grip.window, dx, dy) : movedWindow(grip.window, dx, dy))
  }
  const release = () => (gripRef.current = null)

  return (
    <div
      ref={frameRef}
      className="window-frame"
      style={{
        left: fit.left + window.left * fit.width,
        top: fit.top + window.top * fit.height,
        width: window.width * fit.width,
        height: window.height * fit.height,
      }}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={release}
      onPointerCancel={release}
    >
      <button
        type="button"
        className="window-body"
        aria-label={`Window ${inWords(window, size)}. Arrow keys move it.`}
        onKeyDown={onKeyDown(false)}
      />
      <button
        type="button"
        className="window-corner"
        aria-label="Corner of the window. Arrow keys change its size."
        onKeyDown={onKeyDown(true)}
      />
    </div>
  )
}
