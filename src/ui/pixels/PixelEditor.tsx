import { useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { largestBrushFor } from './brush.ts'
import { createDrawing } from './drawing.ts'
import { EditorSurface } from './EditorSurface.tsx'
import type { EditorSurfaceHandle } from './EditorSurface.tsx'
import { EditorToolbar } from './EditorToolbar.tsx'
import { firstToolSettings, strokeToolOf } from './editorTools.ts'
import { useEditorKeys } from './useEditorKeys.ts'
import '../VisuallyHidden.css'
import './PixelEditor.css'

const atNextFrame = (callback: () => void) => {
  const request = requestAnimationFrame(callback)
  return () => cancelAnimationFrame(request)
}

interface PixelEditorProps {
  readonly columns: number
  readonly rows: number
  /** Row by row: 1 ink, −1 paper and, with three levels, 0 unknown. */
  readonly pixels: Int8Array
  readonly levels: 2 | 3
  /** What is drawn, in words. */
  readonly label: string
  /**
   * A new picture, yours to keep: once a frame during a stroke and at its end, with the same gesture, so that a stroke can
   * be one step back. A stroke that is called off ends with the picture that it began with.
   */
  readonly onDraw: (next: Int8Array, gesture: string) => void
}

/** Draws pictures by mouse, finger, stylus and keyboard. What it draws is shown at once, and comes back through `pixels`. */
export function PixelEditor({ columns, rows, pixels, levels, label, onDraw }: PixelEditorProps) {
  const surfaceRef = useRef<EditorSurfaceHandle>(null)
  const frameRef = useRef<HTMLDivElement>(null)
  const id = useId()
  const [chosen, setSettings] = useState(firstToolSettings)
  const [drawing] = useState(() => createDrawing({ name: `draw ${id}`, atNextFrame }))
  useLayoutEffect(() => {
    drawing.connect({ paint: (next) => surfaceRef.current?.paint(next), emit: onDraw })
  })
  useLayoutEffect(() => drawing.load(pixels, { columns, rows }), [drawing, pixels, columns, rows])

  const largestWidth = largestBrushFor({ columns, rows })
  // The same object as long as nothing is chosen: the toolbar renders only then, not at every frame of a stroke.
  const settings = useMemo(() => ({ ...chosen, width: Math.min(chosen.width, largestWidth) }), [chosen, largestWidth])
  const keys = useEditorKeys({
    drawing,
    levels,
    settings,
    onSettings: setSettings,
    surfaceRef,
    leave: () => frameRef.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus(),
  })

  return (
    <div ref={frameRef} className="pixel-editor">
      <EditorToolbar {...{ drawing, levels, settings, largestWidth }} onSettings={setSettings} />
      <EditorSurface
        ref={surfaceRef}
        size={{ columns, rows }}
        {...{ label, settings, drawing }}
        begin={(at, isSecondary, isHeld) => {
          keys.hideCursor()
          drawing.begin(strokeToolOf(settings, isSecondary), at, isHeld)
        }}
        {...keys.handlers}
      />
    </div>
  )
}
