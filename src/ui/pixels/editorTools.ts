import type { IconName } from '../icons.tsx'
import { largestBrush, smallestBrush } from './brush.ts'
import type { StrokeTool } from './stroke.ts'

export type ToolKind = 'pen' | 'eraser' | 'unknown' | 'line' | 'fill' | 'shift'

/** What a pixel can be; a picture of two levels has no unknown pixels. */
export const pixelValue = { ink: 1, paper: -1, unknown: 0 } as const
export type Paint = keyof typeof pixelValue

export function paintOf(value: number): Paint {
  return value > 0 ? 'ink' : value < 0 ? 'paper' : 'unknown'
}

/** What a person chose at the tools. */
export interface ToolSettings {
  readonly tool: ToolKind
  readonly width: number
  /** What lines and fills are made of. */
  readonly paint: Paint
}

export const firstToolSettings: ToolSettings = { tool: 'pen', width: 1, paint: 'ink' }

interface ToolButton {
  readonly kind: ToolKind
  readonly icon: IconName
  readonly label: string
  readonly tooltip: string
  /** Works while the picture has the focus. */
  readonly key: string
}

export const toolButtons: readonly ToolButton[] = [
  { kind: 'pen', icon: 'pen', label: 'Pen', key: 'P', tooltip: 'Draws ink. The right mouse button erases.' },
  { kind: 'eraser', icon: 'eraser', label: 'Eraser', key: 'E', tooltip: 'Draws paper.' },
  {
    kind: 'unknown',
    icon: 'unknown',
    label: 'Unknown',
    key: 'U',
    tooltip: 'Makes pixels unknown: neither ink nor paper.',
  },
  { kind: 'line', icon: 'line', label: 'Line', key: 'L', tooltip: 'Press at one end, let go at the other.' },
  { kind: 'fill', icon: 'fill', label: 'Fill', key: 'F', tooltip: 'Fills the area of equal pixels that you press.' },
  {
    kind: 'shift',
    icon: 'shift',
    label: 'Shift',
    key: 'S',
    tooltip: 'Drags the whole picture; what leaves on one side comes in on the other.',
  },
]

export function toolsFor(levels: 2 | 3): readonly ToolButton[] {
  return toolButtons.filter(({ kind }) => kind !== 'unknown' || levels === 3)
}

/** What a press does. `isSecondary`: the right mouse button or the eraser of a stylus, which take ink away. */
export function strokeToolOf({ tool, width, paint }: ToolSettings, isSecondary: boolean): StrokeTool {
  const value = isSecondary ? pixelValue.paper : pixelValue[paint]
  switch (tool) {
    case 'pen':
      return { kind: 'pen', value: isSecondary ? pixelValue.paper : pixelValue.ink, width }
    case 'eraser':
      return { kind: 'pen', value: pixelValue.paper, width }
    case 'unknown':
      return { kind: 'pen', value: pixelValue.unknown, width }
    case 'line':
      return { kind: 'line', value, width }
    case 'fill':
      return { kind: 'fill', value }
    case 'shift':
      return { kind: 'shift' }
    default:
      return tool satisfies never
  }
}

/** The width of what is drawn: a fill and a shift start from one pixel. */
export function outlineWidth({ tool, width }: ToolSettings): number {
  return tool === 'fill' || tool === 'shift' ? 1 : width
}

export type EditorKey =
  | { readonly kind: 'move'; readonly right: number; readonly down: number; readonly isDrawing: boolean }
  | { readonly kind: 'apply' }
  | { readonly kind: 'leave' }
  | { readonly kind: 'settings'; readonly settings: ToolSettings }

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

interface KeyPress {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
}

/** Keys that put the pen down. */
export function isPenKey(key: string): boolean {
  return key === ' ' || key === 'Enter'
}

/** What a key means while the picture has the focus; null: it belongs to the page. */
export function editorKeyOf(press: KeyPress, settings: ToolSettings, levels: 2 | 3): EditorKey | null {
  if (press.ctrlKey || press.altKey || press.metaKey) return null
  const arrow = arrows[press.key]
  if (arrow) return { kind: 'move', right: arrow[0], down: arrow[1], isDrawing: press.shiftKey }
  if (isPenKey(press.key)) return { kind: 'apply' }
  if (press.key === 'Escape') return { kind: 'leave' }
  const thicker = press.key === ']' ? 1 : press.key === '[' ? -1 : 0
  if (thicker !== 0) {
    const width = Math.max(smallestBrush, Math.min(largestBrush, settings.width + thicker))
    return { kind: 'settings', settings: { ...settings, width } }
  }
  const tool = toolsFor(levels).find(({ key }) => key === press.key.toUpperCase())
  return tool ? { kind: 'settings', settings: { ...settings, tool: tool.kind } } : null
}
