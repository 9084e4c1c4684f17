import { dropIndex, edgeScroll, gapLine, type BankFlow, type Box, type Point } from './dropPlace.ts'

interface DragOptions {
  /** The element that scrolls, with all items in it as direct children of class `bank-item`, and the line that shows the gap. */
  readonly list: HTMLElement
  readonly line: HTMLElement
  readonly item: HTMLElement
  readonly start: PointerEvent
  readonly flow: BankFlow
  /** The item was let go elsewhere: its new place in the bank. */
  readonly onDrop: (index: number) => void
}

/** A pointer that moves less than this presses, and does not drag. */
const steadyPx = 5
/** A finger on a tile first rests so long, so that a swipe still scrolls. */
const holdMs = 320

/**
 * Drags an item of the bank by mouse, pen or finger. It moves elements, not React's state: nothing is rendered until the item is let go.
 * Escape, or a second finger that takes over, puts it back.
 */
export function startBankDrag({ list, line, item, start, flow, onDrop }: DragOptions): void {
  const control = new AbortController()
  const { signal } = control
  const items = [...list.querySelectorAll<HTMLElement>(':scope > .bank-item')]
  const from = items.indexOf(item)
  const isHeld = flow === 'grid' && start.pointerType === 'touch'
  let drag: { readonly boxes: readonly Box[]; index: number } | null = null
  let pointer: Point = { x: start.clientX, y: start.clientY }
  let frame = 0

  /** The pointer in pixels of the list's content, which do not change when it scrolls. */
  const inContent = ({ x, y }: Point): Point => {
    const box = list.getBoundingClientRect()
    return { x: x - box.left, y: y - box.top + list.scrollTop }
  }
  const origin = inContent(pointer)

  const begin = () => {
    const outer = list.getBoundingClientRect()
    const boxes = items.map((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect()
      const down = list.scrollTop - outer.top
      return { left: left - outer.left, right: right - outer.left, top: top + down, bottom: bottom + down }
    })
    drag = { boxes, index: from }
    item.dataset['dragged'] = ''
    list.dataset['dragging'] = ''
    frame = requestAnimationFrame(follow)
  }

  const follow = () => {
    if (!drag) return
    list.scrollTop += edgeScroll(list.getBoundingClientRect(), pointer.y)
    const at = inContent(pointer)
    item.style.translate = `${flow === 'list' ? 0 : at.x - origin.x}px ${at.y - origin.y}px`
    drag.index = dropIndex(drag.boxes, from, at, flow)
    const gap = gapLine(drag.boxes, from, drag.index, flow)
    line.hidden = gap === null || drag.index === from
    if (gap) {
      line.style.translate = `${gap.left}px ${gap.top}px`
      line.style[flow === 'list' ? 'width' : 'height'] = `${gap.length}px`
    }
    frame = requestAnimationFrame(follow)
  }

  const end = () => {
    control.abort()
    window.clearTimeout(timer)
    cancelAnimationFrame(frame)
    item.style.translate = ''
    delete item.dataset['dragged']
    delete list.dataset['dragging']
    line.hidden = true
    line.style.width = ''
    line.style.height = ''
  }

  const drop = () => {
    const index = drag?.index ?? from
    if (drag) swallowClick()
    end()
    if (index !== from) onDrop(index)
  }

  const timer = isHeld ? window.setTimeout(begin, holdMs) : 0
  window.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerId !== start.pointerId) return
      pointer = { x: event.clientX, y: event.clientY }
      const hasMoved = Math.hypot(pointer.x - start.clientX, pointer.y - start.clientY) > steadyPx
      if (drag || !hasMoved) return
      // A finger that moves before it rested scrolls.
      if (isHeld) end()
      else begin()
    },
    { signal },
  )
  window.addEventListener('pointerup', drop, { signal })
  window.addEventListener('pointercancel', end, { signal })
  window.addEventListener('touchmove', (event) => drag && event.cancelable && event.preventDefault(), {
    signal,
    passive: false,
  })
  window.addEventListener('contextmenu', (event) => drag && event.preventDefault(), { signal })
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      end()
    },
    { signal, capture: true },
  )
}

/** The click that follows the end of a drag opens nothing. */
function swallowClick(): void {
  const swallow = (event: Event) => {
    event.preventDefault()
    event.stopPropagation()
  }
  window.addEventListener('click', swallow, { capture: true, once: true })
  // It comes in the same task, or not at all.
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0)
}
