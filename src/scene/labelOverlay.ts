/** One label in the overlay: its element, and what was written to it last. */
interface Entry {
  readonly element: HTMLElement
  html: string
  className: string
  transform: string
  opacity: string
  width: number
  height: number
  isUsed: boolean
}

/**
 * Labels over the canvas. Per frame: `begin`, `put` each label, `end`. Elements are reused by key, the DOM is written only
 * where something changed, and moving a label writes only its transform. `html` comes from our own tables, never from a user.
 */
export function createLabelOverlay(host: HTMLElement) {
  const entries = new Map<string, Entry>()

  function entryOf(key: string, className: string, html: string): Entry {
    let entry = entries.get(key)
    if (!entry) {
      const element = document.createElement('span')
      host.append(element)
      entry = { element, html: '', className: '', transform: '', opacity: '', width: 0, height: 0, isUsed: false }
      entries.set(key, entry)
    }
    if (entry.className !== className || entry.html !== html) {
      entry.element.className = `scene-label ${className}`
      if (entry.html !== html) entry.element.innerHTML = html
      entry.className = className
      entry.html = html
      entry.width = 0
    }
    return entry
  }

  return {
    begin() {
      for (const entry of entries.values()) entry.isUsed = false
    },
    /** The size of a label, measured once after its text changes. */
    measure(key: string, className: string, html: string): { readonly width: number; readonly height: number } {
      const entry = entryOf(key, className, html)
      if (entry.width === 0) {
        entry.width = entry.element.offsetWidth
        entry.height = entry.element.offsetHeight
      }
      return entry
    },
    /** Puts the centre of a label at canvas pixels. */
    put(key: string, className: string, html: string, x: number, y: number, opacity = 1) {
      const entry = entryOf(key, className, html)
      entry.isUsed = true
      const transform = `translate(${x.toFixed(1)}px,${y.toFixed(1)}px) translate(-50%,-50%)`
      const shown = opacity.toFixed(2)
      if (entry.transform !== transform) entry.element.style.transform = entry.transform = transform
      if (entry.opacity !== shown) entry.element.style.opacity = entry.opacity = shown
    },
    end() {
      for (const entry of entries.values()) {
        if (entry.isUsed || entry.opacity === '0') continue
        entry.element.style.opacity = entry.opacity = '0'
      }
    },
    dispose() {
      for (const entry of entries.values()) entry.element.remove()
      entries.clear()
    },
  }
}

export type LabelOverlay = ReturnType<typeof createLabelOverlay>
