import { cloneElement, useEffect, useId, useRef, useState } from 'react'
import type { FocusEvent, PointerEvent, ReactElement, ReactNode } from 'react'
import { placeTooltip } from './placeTooltip.ts'
import './Tooltip.css'

interface TooltipProps {
  /** What the control does, in a sentence. With nothing to say, the child is rendered alone. */
  readonly text: ReactNode
  /** Said in bold before the text: the name of a control that shows only an icon. Not repeated to screen readers. */
  readonly title?: string | undefined
  /** The key that does the same, drawn as a key cap: `Space`. */
  readonly shortcut?: string | undefined
  /** One element that takes `aria-describedby`, or a function that puts the id on the control inside its element. */
  readonly children: DescribedElement | ((describedBy: string | undefined) => ReactNode)
}

type DescribedElement = ReactElement<{ 'aria-describedby'?: string | undefined }>

/** A resting pointer opens it after this long; a finger held down after `longPressMs`. */
const restMs = 500
const longPressMs = 500
/** Time to cross the gap between the control and the tip. */
const leaveMs = 160
/** A finger that moves further than this scrolls or drags, and is not a long press. */
const steadyPx = 8

/**
 * A tip on hover, on keyboard focus and on a long press; Escape closes it, the pointer may rest on it (WCAG 1.4.13),
 * and pressing the control closes it. It lives in the browser's top layer, so no panel cuts it off.
 */
export function Tooltip({ text, title, shortcut, children }: TooltipProps) {
  const id = useId()
  const anchorRef = useRef<HTMLSpanElement>(null)
  const tipRef = useRef<HTMLSpanElement>(null)
  const timerRef = useRef(0)
  const pressRef = useRef<{ x: number; y: number } | null>(null)
  const [isOpen, setOpen] = useState(false)

  const later = (open: boolean, delayMs: number) => {
    window.clearTimeout(timerRef.current)
    timerRef.current = window.setTimeout(() => setOpen(open), delayMs)
  }
  const close = () => later(false, 0)

  useEffect(() => () => window.clearTimeout(timerRef.current), [])

  useEffect(() => {
    const tip = tipRef.current
    const target = anchorRef.current?.firstElementChild
    if (!isOpen || !tip || !target) return
    tip.showPopover()
    const place = () => {
      const { left, top } = placeTooltip(
        target.getBoundingClientRect(),
        { width: tip.offsetWidth, height: tip.offsetHeight },
        { width: document.documentElement.clientWidth, height: window.innerHeight },
      )
      tip.style.left = `${left}px`
      tip.style.top = `${top}px`
    }
    place()
    const hide = () => setOpen(false)
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') hide()
    }
    const onPointerDown = (event: globalThis.PointerEvent) => {
      if (!tip.contains(event.target as Node)) hide()
    }
    document.addEventListener('keydown', onKeyDown, true)
    document.addEventListener('pointerdown', onPointerDown, true)
    window.addEventListener('scroll', hide, { capture: true, passive: true })
    window.addEventListener('resize', hide)
    return () => {
      if (tip.matches(':popover-open')) tip.hidePopover()
      document.removeEventListener('keydown', onKeyDown, true)
      document.removeEventListener('pointerdown', onPointerDown, true)
      window.removeEventListener('scroll', hide, { capture: true })
      window.removeEventListener('resize', hide)
    }
  }, [isOpen])

  const describe = (ownId: string | undefined) => {
    if (typeof children === 'function') return children(ownId)
    const both = [children.props['aria-describedby'], ownId].filter(Boolean).join(' ')
    return both ? cloneElement(children, { 'aria-describedby': both }) : children
  }
  if (!text && !title) return describe(undefined)

  const handlers = {
    onPointerOver: (event: PointerEvent) => {
      if (event.pointerType !== 'touch' && event.buttons === 0) later(true, restMs)
    },
    onPointerOut: (event: PointerEvent) => {
      if (event.pointerType !== 'touch') later(false, leaveMs)
    },
    onPointerDown: (event: PointerEvent) => {
      if (event.pointerType !== 'touch') return close()
      pressRef.current = { x: event.clientX, y: event.clientY }
      later(true, longPressMs)
    },
    onPointerMove: (event: PointerEvent) => {
      const press = pressRef.current
      if (!press || Math.hypot(event.clientX - press.x, event.clientY - press.y) <= steadyPx) return
      pressRef.current = null
      close()
    },
    onPointerUp: () => {
      // A lifted finger ends a long press that was not long enough, and leaves an open tip to be read.
      if (pressRef.current && !isOpen) window.clearTimeout(timerRef.current)
      pressRef.current = null
    },
    onPointerCancel: () => {
      pressRef.current = null
      close()
    },
    onFocus: (event: FocusEvent) => {
      if (
        event.target.matches(':focus-visible') &&
        !event.target.matches('input:not([type=range], [type=radio], [type=checkbox])')
      )
        later(true, restMs)
    },
    onBlur: close,
    onInput: close,
    onClick: close,
  }

  return (
    <span className="tooltip-anchor" ref={anchorRef} {...handlers}>
      {describe(text ? id : undefined)}
      <span className="tooltip" role="tooltip" id={id} popover="manual" ref={tipRef}>
        {title && (
          <b className="tooltip-title" aria-hidden="true">
            {title}
            {shortcut && <kbd>{shortcut}</kbd>}
          </b>
        )}
        {text}
        {!title && shortcut && <kbd>{shortcut}</kbd>}
      </span>
    </span>
  )
}
