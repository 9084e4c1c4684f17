import { useRef } from 'react'
import type { FocusEvent, KeyboardEvent, RefObject } from 'react'
import type { Drawing } from './drawing.ts'
import { editorKeyOf, isPenKey, paintOf, pixelValue, strokeToolOf } from './editorTools.ts'
import type { EditorKey, ToolSettings } from './editorTools.ts'
import type { EditorSurfaceHandle } from './EditorSurface.tsx'
import { shiftInto } from './raster.ts'
import type { Cell } from './raster.ts'

interface EditorKeysProps {
  readonly drawing: Drawing
  readonly levels: 2 | 3
  readonly settings: ToolSettings
  readonly onSettings: (settings: ToolSettings) => void
  readonly surfaceRef: RefObject<EditorSurfaceHandle | null>
  /** Takes the focus away from the picture. */
  readonly leave: () => void
}

const middleOf = ({ column, row }: Cell) => ({ x: column + 0.5, y: row + 0.5 })

/**
 * Drawing by keyboard: a cursor of one cell that the arrows move, and a pen that Space or Enter puts down, for as long as the key is held: what the
 * arrows draw meanwhile is one stroke.
 */
export function useEditorKeys({ drawing, levels, settings, onSettings, surfaceRef, leave }: EditorKeysProps) {
  const cursorRef = useRef<Cell | null>(null)
  /** Whose stroke is open: that of Shift and the arrows, that of a key held down, or a line waiting for its other end. */
  const strokeRef = useRef<'run' | 'press' | 'line' | null>(null)
  const shiftGestureRef = useRef<string | undefined>(undefined)

  const cursor = (): Cell => {
    const { columns, rows } = drawing.size()
    const { column, row } = cursorRef.current ?? { column: Math.floor(columns / 2), row: Math.floor(rows / 2) }
    return { column: Math.min(columns - 1, column), row: Math.min(rows - 1, row) }
  }
  const show = () => {
    const cell = cursor()
    cursorRef.current = cell
    surfaceRef.current?.showCursor(cell)
    const value = drawing.pixels()[cell.row * drawing.size().columns + cell.column] ?? 0
    surfaceRef.current?.say(`row ${cell.row + 1}, column ${cell.column + 1}, ${paintOf(value)}`)
  }
  const finish = () => {
    if (strokeRef.current !== null) drawing.end()
    strokeRef.current = null
  }

  const shift = (right: number, down: number, isRepeat: boolean) => {
    // Holding an arrow down is one gesture.
    shiftGestureRef.current = drawing.edit(
      (out, pixels, size) => shiftInto(out, pixels, size, { right, down }),
      isRepeat ? shiftGestureRef.current : undefined,
    )
    surfaceRef.current?.say(`shifted ${right < 0 ? 'left' : right > 0 ? 'right' : down < 0 ? 'up' : 'down'}`)
  }
  const move = (key: EditorKey & { kind: 'move' }, isRepeat: boolean) => {
    if (settings.tool === 'shift') return shift(key.right, key.down, isRepeat)
    const { columns, rows } = drawing.size()
    const from = cursor()
    if (key.isDrawing && settings.tool !== 'fill' && strokeRef.current === null) {
      strokeRef.current = 'run'
      drawing.begin(strokeToolOf(settings, false), middleOf(from))
    }
    if (!key.isDrawing && strokeRef.current === 'run') finish()
    cursorRef.current = {
      column: Math.max(0, Math.min(columns - 1, from.column + key.right)),
      row: Math.max(0, Math.min(rows - 1, from.row + key.down)),
    }
    if (strokeRef.current !== null) drawing.extend(middleOf(cursorRef.current))
    show()
  }
  const apply = () => {
    const cell = cursor()
    const at = middleOf(cell)
    if (strokeRef.current === 'line') finish()
    else if (settings.tool === 'line') {
      strokeRef.current = 'line'
      // Held: calling it off leaves nothing behind.
      drawing.begin(strokeToolOf(settings, false), at, true)
    } else {
      finish()
      strokeRef.current = 'press'
      // The pen takes away what it would paint on itself, so that one key does both.
      const isInk = drawing.pixels()[cell.row * drawing.size().columns + cell.column] === pixelValue.ink
      drawing.begin(strokeToolOf(settings, settings.tool === 'pen' && isInk), at)
    }
    show()
  }
  const escape = () => {
    if (strokeRef.current === null) return leave()
    strokeRef.current = null
    drawing.cancel()
    show()
  }

  const handlers = {
    onKeyDown: (event: KeyboardEvent) => {
      const key = editorKeyOf(event, settings, levels)
      if (!key) return
      event.preventDefault()
      switch (key.kind) {
        case 'move':
          return move(key, event.repeat)
        case 'apply':
          // A key held down comes again and again: it is still the same press.
          return event.repeat ? undefined : apply()
        case 'leave':
          return escape()
        case 'settings':
          finish()
          return onSettings(key.settings)
        default:
          key satisfies never
      }
    },
    onKeyUp: (event: KeyboardEvent) => {
      if (event.key === 'Shift' && strokeRef.current === 'run') finish()
      if (isPenKey(event.key) && strokeRef.current === 'press') finish()
    },
    onFocus: (event: FocusEvent) => {
      if (event.currentTarget.matches(':focus-visible')) show()
    },
    onBlur: () => {
      finish()
      surfaceRef.current?.showCursor(null)
    },
  }
  const hideCursor = () => {
    finish()
    surfaceRef.current?.showCursor(null)
  }
  return { handlers, hideCursor }
}
