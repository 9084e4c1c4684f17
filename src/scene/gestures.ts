/** What the pointers do to the picture. Positions are canvas pixels. */
export interface GestureHandlers {
  /** Whether a touch that starts here is meant for the landscape rather than for scrolling the page. */
  strikes(x: number, y: number): boolean
  orbit(dx: number, dy: number): void
  zoom(ratio: number): void
  /** A click or tap without a drag. */
  tap(x: number, y: number): void
  hover(x: number, y: number): void
  leave(): void
  /** A drag, pinch or wheel has begun. */
  begin(): void
  /** It is over: the camera may be written to the document. */
  end(): void
  wantsWheel(): boolean
}

/** Movement, in pixels, beyond which a press is a drag. */
const TAP_SLOP = 6
const WHEEL_END_MS = 220
/** Change of distance for one pixel of wheel travel. */
const WHEEL_RATE = 0.0012

interface Contact {
  x: number
  y: number
  travel: number
}

function spread(contacts: Map<number, Contact>): { x: number; y: number; span: number } {
  const [a, b] = [...contacts.values()]
  if (!a) return { x: 0, y: 0, span: 0 }
  if (!b) return { x: a.x, y: a.y, span: 0 }
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, span: Math.hypot(a.x - b.x, a.y - b.y) }
}

/** Mouse, pen and touch on one element. One finger scrolls the page unless it starts on the landscape. Returns the detach function. */
export function attachGestures(element: HTMLElement, handlers: GestureHandlers): () => void {
  const contacts = new Map<number, Contact>()
  const controller = new AbortController()
  const listen = { signal: controller.signal }
  let mostContacts = 0
  let hasDragged = false
  let wheelTimer = 0

  const place = (event: { clientX: number; clientY: number }) => {
    const box = element.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }

  const release = (event: PointerEvent, isTap: boolean) => {
    const contact = contacts.get(event.pointerId)
    if (!contact) return
    contacts.delete(event.pointerId)
    if (contacts.size > 0) return
    if (hasDragged) handlers.end()
    else if (isTap && mostContacts === 1 && contact.travel <= TAP_SLOP) handlers.tap(contact.x, contact.y)
    mostContacts = 0
    hasDragged = false
  }

  element.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0 || contacts.size >= 2) return
      contacts.set(event.pointerId, { ...place(event), travel: 0 })
      mostContacts = Math.max(mostContacts, contacts.size)
      element.setPointerCapture(event.pointerId)
    },
    listen,
  )
  element.addEventListener(
    'pointermove',
    (event) => {
      const at = place(event)
      const contact = contacts.get(event.pointerId)
      if (!contact) {
        if (event.pointerType !== 'touch' && event.buttons === 0) handlers.hover(at.x, at.y)
        return
      }
      const before = spread(contacts)
      contact.travel += Math.hypot(at.x - contact.x, at.y - contact.y)
      contact.x = at.x
      contact.y = at.y
      if (!hasDragged && contact.travel <= TAP_SLOP && contacts.size === 1) return
      if (!hasDragged) handlers.begin()
      hasDragged = true
      const after = spread(contacts)
      handlers.orbit(after.x - before.x, after.y - before.y)
      if (before.span > 0 && after.span > 0) handlers.zoom(before.span / after.span)
    },
    listen,
  )
  element.addEventListener('pointerup', (event) => release(event, true), listen)
  element.addEventListener('pointercancel', (event) => release(event, false), listen)
  element.addEventListener(
    'pointerleave',
    () => {
      if (contacts.size === 0) handlers.leave()
    },
    listen,
  )
  element.addEventListener(
    'touchstart',
    (event) => {
      const touch = event.touches[0]
      // A page that scrolls already cannot be held.
      if (!touch || !event.cancelable) return
      const at = place(touch)
      if (event.touches.length > 1 || handlers.strikes(at.x, at.y)) event.preventDefault()
    },
    { ...listen, passive: false },
  )
  element.addEventListener(
    'wheel',
    (event) => {
      // A pinch on a trackpad arrives as a wheel with Ctrl: it always means the picture under it.
      if (!handlers.wantsWheel() && !event.ctrlKey) return
      event.preventDefault()
      const pixels = event.deltaMode === 1 ? event.deltaY * 16 : event.deltaY
      if (wheelTimer === 0) handlers.begin()
      handlers.zoom(Math.exp(pixels * WHEEL_RATE * (event.ctrlKey ? 6 : 1)))
      window.clearTimeout(wheelTimer)
      wheelTimer = window.setTimeout(() => {
        wheelTimer = 0
        handlers.end()
      }, WHEEL_END_MS)
    },
    { ...listen, passive: false },
  )
  return () => {
    window.clearTimeout(wheelTimer)
    controller.abort()
  }
}
