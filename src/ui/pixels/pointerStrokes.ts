import type { PicturePoint } from './stroke.ts'

/** What the pointers over a picture do to it. */
export interface PointerTarget {
  readonly toPoint: (event: { readonly clientX: number; readonly clientY: number }) => PicturePoint
  readonly begin: (at: PicturePoint, isSecondary: boolean, isHeld: boolean) => void
  readonly extend: (...places: readonly PicturePoint[]) => void
  /** The held stroke is a stroke. */
  readonly confirm: () => void
  readonly end: () => void
  readonly cancel: () => void
  /** Where the mouse or a stylus rests; null: nowhere. */
  readonly hover: (at: PicturePoint | null) => void
}

/** A second finger comes within this time of the first when two are meant. Until then a stroke is only shown, not kept. */
const twoFingersWithinMs = 120

const secondaryButton = 2
const stylusEraserButton = 5

/**
 * One pointer draws: mouse, stylus or finger. A second finger takes the stroke back and belongs, with the first, to the
 * page: by `touch-action: pinch-zoom` the browser scrolls and zooms with two fingers. Where a browser does not take over in
 * the middle of a touch, the fingers scroll the page here. Nothing is drawn again before all fingers are lifted.
 * Returns how to stop listening.
 */
export function listenToPointers(element: HTMLElement, target: PointerTarget): () => void {
  const fingers = new Map<number, { x: number; y: number }>()
  let drawing: number | null = null
  let isScrolling = false
  let timer = 0

  const stopDrawing = (how: 'end' | 'cancel') => {
    window.clearTimeout(timer)
    if (drawing === null) return
    drawing = null
    target[how]()
  }
  const onDown = (event: PointerEvent) => {
    const isTouch = event.pointerType === 'touch'
    if (isTouch) {
      fingers.set(event.pointerId, { x: event.clientX, y: event.clientY })
      if (fingers.size > 1) {
        isScrolling = true
        stopDrawing('cancel')
      }
    }
    const isSecondary = event.button === secondaryButton || event.button === stylusEraserButton
    // A palm beside a stylus, a second mouse button during a stroke, the middle button: not ours.
    if (drawing !== null || isScrolling || (event.button !== 0 && !isSecondary)) return
    drawing = event.pointerId
    element.setPointerCapture(event.pointerId)
    target.begin(target.toPoint(event), isSecondary, isTouch)
    if (isTouch) timer = window.setTimeout(target.confirm, twoFingersWithinMs)
  }
  const onMove = (event: PointerEvent) => {
    // All places since the last frame, so that a fast stroke is round. Read before anything is drawn, or each would cost a layout of the page.
    const places = event.pointerId === drawing ? event.getCoalescedEvents() : []
    const points = (places.length > 0 ? places : [event]).map((place) => target.toPoint(place))
    if (event.pointerType !== 'touch') target.hover(target.toPoint(event))
    const finger = fingers.get(event.pointerId)
    if (isScrolling && finger) {
      // Two fingers move: each carries its share.
      const share = 1 / fingers.size
      scrollFrom(element, share * (finger.x - event.clientX), share * (finger.y - event.clientY))
    }
    if (finger) fingers.set(event.pointerId, { x: event.clientX, y: event.clientY })
    if (event.pointerId === drawing) target.extend(...points)
  }
  const onUp = (event: PointerEvent) => {
    const how = event.type === 'pointercancel' ? 'cancel' : 'end'
    if (event.pointerId === drawing) stopDrawing(how)
    fingers.delete(event.pointerId)
    if (fingers.size === 0) isScrolling = false
  }
  const onLeave = () => target.hover(null)
  const onContextMenu = (event: Event) => event.preventDefault()

  element.addEventListener('pointerdown', onDown)
  element.addEventListener('pointermove', onMove)
  element.addEventListener('pointerup', onUp)
  element.addEventListener('pointercancel', onUp)
  element.addEventListener('lostpointercapture', onUp)
  element.addEventListener('pointerleave', onLeave)
  element.addEventListener('contextmenu', onContextMenu)
  return () => {
    stopDrawing('cancel')
    element.removeEventListener('pointerdown', onDown)
    element.removeEventListener('pointermove', onMove)
    element.removeEventListener('pointerup', onUp)
    element.removeEventListener('pointercancel', onUp)
    element.removeEventListener('lostpointercapture', onUp)
    element.removeEventListener('pointerleave', onLeave)
    element.removeEventListener('contextmenu', onContextMenu)
  }
}

/** Scrolls the nearest ancestor that still has somewhere to go, as the browser would. */
function scrollFrom(start: Element, right: number, down: number): void {
  for (let element: Element | null = start.parentElement; element; element = element.parentElement) {
    const isPage = element === document.scrollingElement
    const style = getComputedStyle(element)
    if (!isPage && !/auto|scroll/.test(style.overflowX + style.overflowY)) continue
    const { scrollLeft, scrollTop } = element
    element.scrollBy({ left: right, top: down, behavior: 'instant' })
    if (element.scrollLeft !== scrollLeft || element.scrollTop !== scrollTop) return
  }
}
