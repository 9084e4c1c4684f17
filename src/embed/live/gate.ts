/** A press that moves further than this is no tap. */
const stillPx = 6

/**
 * Whose the gestures are. At first they are the page's: one finger and the wheel scroll it. A tap, a click or the keyboard's focus gives them to the picture; Escape,
 * a tap elsewhere, or leaving the frame gives them back.
 */
export interface Gate {
  readonly isActive: () => boolean
  /** Whether the tap under way acts on the picture: the one that woke it under a finger does not. */
  readonly takesTap: () => boolean
  readonly close: () => void
}

export function createGate(element: HTMLElement, onChange: () => void): Gate {
  const controller = new AbortController()
  const listen = { signal: controller.signal, capture: true }
  let isActive = false
  let wakes = false
  let startX = 0
  let startY = 0

  function set(next: boolean) {
    if (next === isActive) return
    isActive = next
    if (next) element.dataset['active'] = ''
    else delete element.dataset['active']
    onChange()
  }
  const isInside = (event: Event) => event.target instanceof Node && element.contains(event.target)

  document.addEventListener(
    'pointerdown',
    (event) => {
      if (!isInside(event)) return set(false)
      wakes = !isActive && event.pointerType === 'touch'
      startX = event.clientX
      startY = event.clientY
    },
    listen,
  )
  element.addEventListener(
    'pointerup',
    (event) => {
      // A finger that has moved was scrolling.
      if (Math.hypot(event.clientX - startX, event.clientY - startY) <= stillPx) queueMicrotask(() => set(true))
    },
    listen,
  )
  element.addEventListener(
    'focusin',
    (event) => event.target instanceof Element && event.target.matches(':focus-visible') && set(true),
    listen,
  )
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !isActive) return
      set(false)
      if (document.activeElement instanceof HTMLElement && isInside(event)) document.activeElement.blur()
    },
    listen,
  )
  window.addEventListener('blur', () => set(false), { signal: controller.signal })
  return {
    isActive: () => isActive,
    takesTap: () => !wakes,
    close: () => controller.abort(),
  }
}
