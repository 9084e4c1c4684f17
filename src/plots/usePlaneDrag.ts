import { useEffect, useRef, useState } from 'react'
import type { MouseEvent, PointerEvent } from 'react'
import type { ReadonlyPair } from '../model/vector.ts'
import { clampTo } from './regimeRange.ts'
import type { Range } from './regimeRange.ts'

interface PlaneDragOptions {
  /** The square on show. */
  readonly range: Range
  readonly onMove: (pair: ReadonlyPair) => void
  readonly onGrab: () => void
  /** Selector of what is dragged, and of the element that covers the square exactly. */
  readonly dot: string
  readonly ground: string
}

/**
 * Dragging a dot in a square plane: by mouse from anywhere, by finger from the dot only, so that a finger can still
 * scroll the page past the plane; a tap elsewhere moves the dot there. While it lasts the plane holds still (`held`),
 * else the ground would move under the pointer.
 */
export function usePlaneDrag({ range, onMove, onGrab, dot, ground }: PlaneDragOptions) {
  const planeRef = useRef<SVGGElement>(null)
  const [held, setHeld] = useState<Range | null>(null)
  /** Where the dot was taken, relative to its middle: it must not jump when it is taken at its edge. */
  const gripRef = useRef({ x: 0, y: 0 })

  useEffect(() => {
    const handle = planeRef.current?.querySelector(dot)
    if (!handle) return
    // `touch-action` does not reach into SVG: only this keeps the finger that drags from scrolling the page.
    const keep = (event: Event) => event.preventDefault()
    handle.addEventListener('touchstart', keep, { passive: false })
    return () => handle.removeEventListener('touchstart', keep)
  })

  const moveTo = (event: MouseEvent<SVGGElement>, within: Range, grip = gripRef.current) => {
    const box = event.currentTarget.querySelector(ground)?.getBoundingClientRect()
    if (!box) return
    const span = within.high - within.low
    const across = within.low + ((event.clientX - grip.x - box.left) / box.width) * span
    const up = within.high - ((event.clientY - grip.y - box.top) / box.height) * span
    onMove([clampTo(across, within), clampTo(up, within)])
  }
  const dotUnder = (event: MouseEvent) => (event.target instanceof Element ? event.target.closest(dot) : null)

  const handlers = {
    onPointerDown(event: PointerEvent<SVGGElement>) {
      const grabbed = dotUnder(event)
      if (event.button !== 0 || (event.pointerType === 'touch' && !grabbed)) return
      const box = grabbed?.getBoundingClientRect()
      gripRef.current = box
        ? { x: event.clientX - box.left - box.width / 2, y: event.clientY - box.top - box.height / 2 }
        : { x: 0, y: 0 }
      event.currentTarget.setPointerCapture(event.pointerId)
      setHeld(range)
      if (!grabbed) moveTo(event, range)
      event.preventDefault()
      onGrab()
    },
    onPointerMove(event: PointerEvent<SVGGElement>) {
      if (held) moveTo(event, held)
    },
    onPointerUp: () => setHeld(null),
    onPointerCancel: () => setHeld(null),
    onClick(event: MouseEvent<SVGGElement>) {
      const isTouch = 'pointerType' in event.nativeEvent && event.nativeEvent.pointerType === 'touch'
      if (isTouch && !dotUnder(event)) moveTo(event, range, { x: 0, y: 0 })
    },
  }
  return { planeRef, held, handlers }
}
