import { readTokens, watchTokens } from '../ui/readTokens.ts'
import type { Tokens } from '../ui/readTokens.ts'
import { createTextSprites, type TextSprites } from './textSprites.ts'

/** What a picture is drawn on: sizes in CSS pixels, whatever the screen's pixels are. */
export interface Sheet {
  readonly context: CanvasRenderingContext2D
  readonly width: number
  readonly height: number
  readonly tokens: Tokens
  readonly text: TextSprites
  /** Screen pixels of a CSS pixel. */
  readonly pixelRatio: number
  /** Paths for a context that is no canvas; without it they are the browser's. See `newPath`. */
  readonly makePath?: (data: string) => Path2D
  /** Groups with names, where a drawing can have them. See `inPart`. */
  readonly part?: (name: string, draw: () => void, title?: string) => void
}

export interface CanvasSurface {
  /** Asks for one drawing in the next animation frame, however often it is called. */
  readonly redraw: () => void
  readonly dispose: () => void
}

/** Beyond this the eye gains nothing and the memory grows. */
const mostPixelRatio = 3

/** Keeps a canvas sharp and in the colours of the theme, and draws on it at most once an animation frame. */
export function createCanvasSurface(canvas: HTMLCanvasElement, draw: (sheet: Sheet) => void): CanvasSurface {
  const context = canvas.getContext('2d')
  const text = createTextSprites()
  let tokens: Tokens | null = null
  let handle = 0
  let width = 0
  let height = 0

  const paint = () => {
    handle = 0
    if (!context || width === 0 || height === 0) return
    const pixelRatio = Math.min(mostPixelRatio, window.devicePixelRatio || 1)
    const [columns, rows] = [Math.round(width * pixelRatio), Math.round(height * pixelRatio)]
    if (canvas.width !== columns || canvas.height !== rows) {
      canvas.width = columns
      canvas.height = rows
    }
    tokens ??= readTokens(canvas)
    context.setTransform(columns / width, 0, 0, rows / height, 0, 0)
    context.clearRect(0, 0, width, height)
    draw({ context, width, height, tokens, text, pixelRatio })
  }
  const redraw = () => {
    if (handle === 0) handle = requestAnimationFrame(paint)
  }
  const renew = () => {
    tokens = null
    text.forget()
    redraw()
  }

  const observer = new ResizeObserver(([entry]) => {
    if (!entry) return
    width = entry.contentRect.width
    height = entry.contentRect.height
    // The size class of the window may have changed the thickness of lines with it.
    renew()
  })
  observer.observe(canvas)
  const unwatch = watchTokens(renew)
  document.fonts.addEventListener('loadingdone', renew)
  window.addEventListener('resize', redraw)
  return {
    redraw,
    dispose() {
      if (handle !== 0) cancelAnimationFrame(handle)
      observer.disconnect()
      unwatch()
      document.fonts.removeEventListener('loadingdone', renew)
      window.removeEventListener('resize', redraw)
    },
  }
}
