import { useRef, type PointerEvent, type RefObject } from 'react'

interface TimeDragOptions {
  /** The element whose width is the whole axis. */
  readonly trackRef: RefObject<HTMLElement | null>
  readonly onGrab: () => void
  /** Where the middle of what is dragged is now, as a share of the axis. */
  readonly onMove: (share: number) => void
  /** Let go without having moved. */
  readonly onPress?: () => void
  readonly onRelease: () => void
}

/** Less than this is the tremor of a press, in CSS pixels. */
const steadyPx = 4

/** Dragging something along an axis of time, by mouse or finger. */
export function useTimeDrag({ trackRef, onGrab, onMove, onPress, onRelease }: TimeDragOptions) {
  const gripRef = useRef<{ readonly x: number; readonly offset: number; hasMoved: boolean } | null>(null)
  const release = () => {
    const grip = gripRef.current
    gripRef.current = null
    if (!grip) return
    onRelease()
    if (!grip.hasMoved) onPress?.()
  }
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      const box = event.currentTarget.getBoundingClientRect()
      gripRef.current = { x: event.clientX, offset: event.clientX - box.left - box.width / 2, hasMoved: false }
      onGrab()
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const grip = gripRef.current
      const box = trackRef.current?.getBoundingClientRect()
      if (!grip || !box || box.width === 0) return
      if (!grip.hasMoved && Math.abs(event.clientX - grip.x) < steadyPx) return
      grip.hasMoved = true
      onMove((event.clientX - grip.offset - box.left) / box.width)
    },
    onPointerUp: release,
    onPointerCancel: release,
  }
}
