import { memo, useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react'
import type { Ref } from 'react'
import { watchTokens } from '../readTokens.ts'
import { fitCells } from './fitCells.ts'
import { createPixelCanvas } from './pixelCanvas.ts'
import type { PixelCanvas } from './pixelCanvas.ts'
import type { PixelCoding } from './pixelColours.ts'
import './PixelPicture.css'

export interface PixelPictureHandle {
  /** Paints these pixels now, without a render of React. They are not kept. */
  readonly draw: (pixels: Uint8Array | Int8Array) => void
}

interface PixelPictureProps {
  readonly columns: number
  readonly rows: number
  /** Row by row. Only while there is no `read`. */
  readonly pixels?: Uint8Array | Int8Array | undefined
  /** `sign`: −1 paper, 0 unknown (hatched), 1 ink. `byte`: 0 paper, over the tones between, to 255 ink. */
  readonly coding: PixelCoding
  /** What is seen, in words. Without it the picture is a decoration beside words. */
  readonly label?: string | undefined
  /** Count it up when the same array holds something new. */
  readonly version?: number | undefined
  /** Gives the newest pixels; asked at every notice of `subscribe`, and when the size or the theme changes. */
  readonly read?: (() => Uint8Array | Int8Array | null) | undefined
  /** Calls its listener whenever `read` has something new, once a frame at most. Returns how to stop. */
  readonly subscribe?: ((listener: () => void) => () => void) | undefined
  readonly ref?: Ref<PixelPictureHandle> | undefined
}

/**
 * A picture of square pixels in the ink and paper of the theme, as wide as the place it stands in. `--pixel-ink` and
 * `--pixel-paper` on a parent replace the colours.
 */
export const PixelPicture = memo(function PixelPicture(props: PixelPictureProps) {
  const { columns, rows, pixels, coding, label, read, subscribe, ref } = props
  const frameRef = useRef<HTMLSpanElement>(null)
  const canvasRef = useRef<HTMLCanvasElement>(null)
  const painterRef = useRef<PixelCanvas>(null)
  const drawRef = useRef<() => void>(() => undefined)

  const paint = (next: Uint8Array | Int8Array | null | undefined) => {
    const canvas = canvasRef.current
    if (!canvas || !next) return
    painterRef.current ??= createPixelCanvas(canvas)
    painterRef.current.paint(next, coding)
  }
  useImperativeHandle(ref, () => ({ draw: paint }))

  // At every render: `memo` leaves only those with something new, and React clears the canvas when its size changes.
  useLayoutEffect(() => {
    drawRef.current = () => paint(read ? read() : pixels)
    drawRef.current()
  })

  useEffect(() => subscribe?.(() => drawRef.current()), [subscribe])

  useEffect(
    () =>
      watchTokens(() => {
        painterRef.current?.forgetColours()
        drawRef.current()
      }),
    [],
  )

  useLayoutEffect(() => {
    const frame = frameRef.current
    const canvas = canvasRef.current
    if (!frame || !canvas) return
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return
      const fit = fitCells(columns, rows, entry.contentRect, window.devicePixelRatio)
      canvas.style.width = `${fit.width}px`
      canvas.style.height = `${fit.height}px`
      // Fewer device pixels than cells: neighbours are averaged, or thin lines would vanish.
      canvas.dataset.smooth = String(fit.cell * window.devicePixelRatio < 1)
    })
    observer.observe(frame)
    return () => observer.disconnect()
  }, [columns, rows])

  return (
    <span
      ref={frameRef}
      className="pixel-picture"
      style={{ aspectRatio: `${columns} / ${rows}` }}
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined || undefined}
    >
      <canvas ref={canvasRef} className="pixel-canvas" width={columns} height={rows} />
    </span>
  )
})
