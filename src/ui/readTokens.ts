/** The colours of the theme, read off an element for drawing on a canvas. */
export interface Tokens {
  /** Whether the theme is the dark one. */
  readonly isDark: boolean
  readonly paper: string
  readonly panel: string
  readonly ink: string
  readonly inkSoft: string
  readonly hairline: string
  readonly accent: string
  readonly memory1: string
  readonly memory2: string
  /** `--memory-1` to `--memory-8`. */
  readonly memories: readonly string[]
  readonly stable: string
  readonly unstable: string
  readonly warning: string
  readonly failure: string
  readonly ball: string
  /** The face of the controls, for text on a canvas. */
  readonly fontFamily: string
  /** Pixels of 1rem. */
  readonly rem: number
  /** How much thicker than usual lines and marks are (a projector). */
  readonly mark: number
}

/** Where a page sets no colours for memories. */
const memoryFallbacks = ['#06c', '#c50', '#273', '#a2a', '#a80', '#087', '#c25', '#555'] as const

export function readTokens(element: Element): Tokens {
  const style = getComputedStyle(element)
  const read = (name: string, fallback: string) => style.getPropertyValue(name).trim() || fallback
  return {
    isDark: style.colorScheme === 'dark',
    paper: read('--paper', '#fff'),
    panel: read('--panel', '#fff'),
    ink: read('--ink', '#222'),
    inkSoft: read('--ink-soft', '#555'),
    hairline: read('--hairline', '#ccc'),
    accent: read('--accent', '#808'),
    memory1: read('--memory-1', '#06c'),
    memory2: read('--memory-2', '#c50'),
    memories: memoryFallbacks.map((fallback, k) => read(`--memory-${k + 1}`, fallback)),
    stable: read('--stable', '#273'),
    unstable: read('--unstable', '#752'),
    warning: read('--warning', '#850'),
    failure: read('--failure', '#b22'),
    ball: read('--ball', '#fd4'),
    fontFamily: style.fontFamily,
    rem: Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16,
    mark: Number.parseFloat(read('--mark', '1')) || 1,
  }
}

/** Who is to be told. The page has one theme, so all canvases share one watch: a hundred thumbnails would make hundreds, and browsers keep every media query. */
const listeners = new Set<() => void>()
let stopWatching: (() => void) | null = null

/**
 * Calls back when the theme may have changed: the system's preference, the attribute `data-theme` of the page, or the
 * size class of the window. Returns how to stop.
 */
export function watchTokens(onChange: () => void): () => void {
  const listener = () => onChange()
  listeners.add(listener)
  stopWatching ??= watchPage(() => listeners.forEach((tell) => tell()))
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    stopWatching?.()
    stopWatching = null
  }
}

function watchPage(onChange: () => void): () => void {
  const queries = ['(prefers-color-scheme: dark)', '(min-width: 700px)', '(min-width: 1100px)'].map((query) =>
    matchMedia(query),
  )
  for (const query of queries) query.addEventListener('change', onChange)
  const observer = new MutationObserver(onChange)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class', 'style'] })
  return () => {
    for (const query of queries) query.removeEventListener('change', onChange)
    observer.disconnect()
  }
}
