import { useEffect, useId, useImperativeHandle, useLayoutEffect, useRef } from 'react'
import type { FocusEvent, KeyboardEvent, Ref } from 'react'
import { watchTokens } from '../readTokens.ts'
import { brushCorner, brushOutline, roundBrush } from './brush.ts'
import type { Drawing } from './drawing.ts'
import { outlineWidth } from './editorTools.ts'
import type { ToolSettings } from './editorTools.ts'
import { createPixelCanvas } from './pixelCanvas.ts'
import type { PixelCanvas } from './pixelCanvas.ts'
import { listenToPointers } from './pointerStrokes.ts'
import type { PointerTarget } from './pointerStrokes.ts'
import type { Cell, PixelSize } from './raster.ts'
import type { PicturePoint } from './stroke.ts'
import { bringInSight, fitSurface, isFlat } from './surfaceFit.ts'
import './PixelPicture.css'
import './EditorSurface.css'

export interface EditorSurfaceHandle {
  readonly paint: (pixels: Int8Array) => void
  /** The cell that the arrow keys move; null hides it. */
  readonly showCursor: (cell: Cell | null) => void
  readonly say: (words: string) => void
}

interface EditorSurfaceProps {
  readonly size: PixelSize
  readonly label: string
  readonly settings: ToolSettings
  readonly drawing: Drawing
  /** What a press of a pointer begins. */
  readonly begin: PointerTarget['begin']
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onKeyUp: (event: KeyboardEvent) => void
  readonly onFocus: (event: FocusEvent) => void
  readonly onBlur: () => void
  readonly ref: Ref<EditorSurfaceHandle>
}

/** From this many CSS pixels a cell, lines are drawn between the cells. */
const leastCellForGrid = 8

const help = 'Arrows move, Space draws, arrows with Space or Shift held draw a stroke, Escape leaves.'

/** The picture itself: canvas, grid, outline of the brush, cursor of the keyboard. Nothing of it renders while drawing. */
export function EditorSurface(props: EditorSurfaceProps) {
  const { size, label, settings, drawing, begin, ref, ...handlers } = props
  const { columns, rows } = size
  const frameRef = useRef<HTMLDivElement>(null)
  const stackRef = useRef<HTMLDivElement>(null)
  const canvasRef = useRef<HTMLCanvasElement>(null)
  const painterRef = useRef<PixelCanvas>(null)
  const outlineRef = useRef<SVGGElement>(null)
  const cursorRef = useRef<SVGGElement>(null)
  const spokenRef = useRef<HTMLSpanElement>(null)
  const helpId = useId()
  const width = outlineWidth(settings)

  useImperativeHandle(
    ref,
    () => ({
      paint: (pixels) => {
        if (!canvasRef.current) return
        painterRef.current ??= createPixelCanvas(canvasRef.current)
        painterRef.current.paint(pixels, 'sign')
      },
      showCursor: (cell) => {
        place(cursorRef.current, cell)
        if (!cell || !frameRef.current || !stackRef.current) return
        const side = stackRef.current.offsetWidth / columns
        bringInSight(frameRef.current, cell.column * side, side)
      },
      say: (words) => {
        if (spokenRef.current) spokenRef.current.textContent = words
      },
    }),
    [columns],
  )

  const targetRef = useRef<PointerTarget>(null)
  useLayoutEffect(() => {
    const toPoint = (event: { clientX: number; clientY: number }): PicturePoint => {
      const box = stackRef.current?.getBoundingClientRect()
      if (!box || box.width === 0) return { x: 0, y: 0 }
      return {
        x: ((event.clientX - box.left) / box.width) * columns,
        y: ((event.clientY - box.top) / box.height) * rows,
      }
    }
    const hover = (at: PicturePoint | null) => place(outlineRef.current, at && brushCorner(at.x, at.y, width))
    targetRef.current = { ...drawing, toPoint, begin, hover }
  })

  useEffect(() => {
    const stack = stackRef.current
    if (!stack) return
    const now = () => targetRef.current
    return listenToPointers(stack, {
      toPoint: (event) => now()?.toPoint(event) ?? { x: 0, y: 0 },
      begin: (...args) => now()?.begin(...args),
      extend: (...places) => now()?.extend(...places),
      confirm: () => now()?.confirm(),
      end: () => now()?.end(),
      cancel: () => now()?.cancel(),
      hover: (at) => now()?.hover(at),
    })
  }, [])

  useEffect(
    () =>
      watchTokens(() => {
        painterRef.current?.forgetColours()
        painterRef.current?.paint(drawing.pixels(), 'sign')
      }),
    [drawing],
  )

  useLayoutEffect(() => {
    const frame = frameRef.current
    const stack = stackRef.current
    if (!frame || !stack) return
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return
      const fit = fitSurface({ columns, rows }, entry.contentRect, window.devicePixelRatio)
      stack.style.width = `${fit.width}px`
      stack.style.height = `${fit.height}px`
      stack.style.setProperty('--cell', `${fit.cell}px`)
      stack.dataset.grid = String(fit.cell >= leastCellForGrid)
    })
    observer.observe(frame)
    return () => observer.disconnect()
  }, [columns, rows])

  const outline = brushOutline(roundBrush(width))
  return (
    <div
      ref={frameRef}
      className="editor-surface"
      data-flat={isFlat(size) || undefined}
      style={{ aspectRatio: `${columns} / ${rows}`, maxWidth: `calc(70svh * ${columns / rows})` }}
      role="application"
      aria-roledescription="drawing"
      aria-label={label}
      aria-describedby={helpId}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a picture with its own keys is what the role is for
      tabIndex={0}
      {...handlers}
    >
      <div ref={stackRef} className="editor-stack" data-tool={settings.tool}>
        <canvas ref={canvasRef} className="pixel-canvas" width={columns} height={rows} />
        <div className="editor-grid" />
        <svg viewBox={`0 0 ${columns} ${rows}`} aria-hidden="true">
          <g ref={outlineRef} className="editor-outline" visibility="hidden">
            <path className="editor-mark-edge" d={outline} />
            <path className="editor-mark" d={outline} />
          </g>
          <g ref={cursorRef} className="editor-cursor" visibility="hidden">
            <rect className="editor-mark-edge" width="1" height="1" />
            <rect className="editor-mark" width="1" height="1" />
          </g>
        </svg>
      </div>
      <span className="visually-hidden" id={helpId}>
        {help}
      </span>
      <span className="visually-hidden" aria-live="polite" ref={spokenRef} />
    </div>
  )
}

function place(mark: SVGGElement | null, cell: Cell | null): void {
  mark?.setAttribute('visibility', cell ? 'visible' : 'hidden')
  if (cell) mark?.setAttribute('transform', `translate(${cell.column} ${cell.row})`)
}
