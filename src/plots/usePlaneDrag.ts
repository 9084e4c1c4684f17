import { useEffect, useRef, useState } from 'react'
import type { MouseEvent, PointerEvent } from 'react'
import type { ReadonlyPair } from '../model/vector.ts'
import type { Range } from './regimeRange.ts'

/** What can be dragged: the dot, an end of the path, or a path that is being drawn. */
export type Grip = 'dot' | 'path-0' | 'path-1' | 'new-path'

interface PlaneDragOptions {
  /** The square on show. */
  readonly range: Range
  /** Selector of the element that covers the square exactly. */
  readonly ground: string
  /** Whether a press on the plane, wherever it is, draws a path. With Shift it does so in any case, where there is a path. */
  readonly draws: boolean
  readonly hasPath: boolean
  /** `place` may lie outside of the square `within`; `isFirst` where the drag begins with it. */
  readonly onMove: (grip: Grip, place: ReadonlyPair, isFirst: boolean, within: Range) => void
  readonly onGrab: (grip: Grip) => void
  readonly onRelease: () => void
}

interface Held {
  readonly grip: Grip
  readonly range: Range
}

const gripOf = (target: EventTarget | null): { grip: Grip; element: Element } | null => {
  const element = target instanceof Element ? target.closest('[data-grip]') : null
  const grip = element?.getAttribute('data-grip')
  return element && (grip === 'dot' || grip === 'path-0' || grip === 'path-1') ? { grip, element } : null
}

/**
 * Dragging in a square plane, of anything with `data-grip`. The dot goes by mouse from anywhere, by finger from the dot only, so that a
 * finger can still scroll the page past the plane; a tap elsewhere moves the dot there. While it lasts the plane holds still (`held`), else
 * the ground would move under the pointer.
 */
export function usePlaneDrag({ range, ground, draws, hasPath, onMove, onGrab, onRelease }: PlaneDragOptions) {
  const planeRef = useRef<SVGGElement>(null)
  const [held, setHeld] = useState<Held | null>(null)
  /** Where a handle was taken, relative to its middle: it must not jump when it is taken at its edge. */
  const offsetRef = useRef({ x: 0, y: 0 })

  useEffect(() => {
    const plane = planeRef.current
    if (!plane) return
    // `touch-action` does not reach into SVG: only this keeps the finger that drags from scrolling the page. A page that scrolls already cannot
    // be held.
    const keep = (event: Event) => {
      if (event.cancelable && (draws || gripOf(event.target))) event.preventDefault()
    }
    plane.addEventListener('touchstart', keep, { passive: false })
    return () => plane.removeEventListener('touchstart', keep)
  })

  const placeOf = (event: MouseEvent<SVGGElement>, within: Range): ReadonlyPair | null => {
    const offset = offsetRef.current
    const box = event.currentTarget.querySelector(ground)?.getBoundingClientRect()
    if (!box) return null
    const span = within.high - within.low
    return [
      within.low + ((event.clientX - offset.x - box.left) / box.width) * span,
      within.high - ((event.clientY - offset.y - box.top) / box.height) * span,
    ]
  }
  const moveTo = (grip: Grip, event: MouseEvent<SVGGElement>, within: Range, isFirst: boolean) => {
    const place = placeOf(event, within)
    if (place) onMove(grip, place, isFirst, within)
  }
  const release = () => {
    if (held) onRelease()
    setHeld(null)
  }

  const handlers = {
    onPointerDown(event: PointerEvent<SVGGElement>) {
      const isDrawing = draws || (event.shiftKey && hasPath)
      const grabbed = isDrawing ? null : gripOf(event.target)
      if (event.button !== 0 || (event.pointerType === 'touch' && !grabbed && !isDrawing)) return
      const box = grabbed?.element.getBoundingClientRect()
      offsetRef.current = box
        ? { x: event.clientX - box.left - box.width / 2, y: event.clientY - box.top - box.height / 2 }
        : { x: 0, y: 0 }
      const grip = isDrawing ? 'new-path' : (grabbed?.grip ?? 'dot')
      event.currentTarget.setPointerCapture(event.pointerId)
      setHeld({ grip, range })
      if (!grabbed) moveTo(grip, event, range, true)
      event.preventDefault()
      onGrab(grip)
    },
    onPointerMove(event: PointerEvent<SVGGElement>) {
      if (held) moveTo(held.grip, event, held.range, false)
    },
    onPointerUp: release,
    onPointerCancel: release,
    onClick(event: MouseEvent<SVGGElement>) {
      const isTouch = 'pointerType' in event.nativeEvent && event.nativeEvent.pointerType === 'touch'
      if (!isTouch || draws || gripOf(event.target)) return
      offsetRef.current = { x: 0, y: 0 }
      moveTo('dot', event, range, true)
    },
  }
  return { planeRef, held, handlers }
}
