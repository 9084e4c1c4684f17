import type { PixelSize } from './raster.ts'
import { beginStrokeInto, extendStrokeInto } from './stroke.ts'
import type { PicturePoint, Stroke, StrokeTool } from './stroke.ts'

/** Where a drawing is shown and kept. */
export interface DrawingOwner {
  /** Show these pixels now. They are the drawing's own: copy to keep. */
  readonly paint: (pixels: Int8Array) => void
  /** A new picture to keep; the same gesture all through a stroke. */
  readonly emit: (next: Int8Array, gesture: string) => void
}

interface DrawingEnvironment {
  /** Calls back before the next frame. Returns how to call it off. */
  readonly atNextFrame: (callback: () => void) => () => void
  /** The first words of the names of gestures: different for every editor of a page. */
  readonly name: string
}

/** The picture under the pen: strokes are painted at once, and told to the owner once a frame and at their end. */
export interface Drawing {
  /** Until then nothing is shown or told. */
  readonly connect: (owner: DrawingOwner) => void
  readonly pixels: () => Int8Array
  readonly size: () => PixelSize
  readonly isStroking: () => boolean
  /** The picture of the owner. During a stroke the pen wins, unless the size is another. */
  readonly load: (pixels: Int8Array, size: PixelSize) => void
  /** A held stroke is painted, but not told before `confirm` or `end`: it may turn out to be the start of a scroll. */
  readonly begin: (tool: StrokeTool, at: PicturePoint, isHeld?: boolean) => void
  /** Through all of these places, painted once. */
  readonly extend: (...places: readonly PicturePoint[]) => void
  readonly confirm: () => void
  readonly end: () => void
  /** Puts everything back as it was before the stroke. */
  readonly cancel: () => void
  /** A change of the whole picture, a gesture of its own unless one is given. Returns the gesture. */
  readonly edit: (changeInto: (out: Int8Array, pixels: Int8Array, size: PixelSize) => void, gesture?: string) => string
}

interface ActiveStroke {
  readonly gesture: string
  stroke: Stroke
  isHeld: boolean
  wasTold: boolean
}

export function createDrawing({ atNextFrame, name }: DrawingEnvironment): Drawing {
  let size: PixelSize = { columns: 0, rows: 0 }
  let working = new Int8Array(0)
  let active: ActiveStroke | null = null
  let callOff: (() => void) | null = null
  let owner: DrawingOwner | null = null
  let gestures = 0

  const nameGesture = () => `${name} ${++gestures}`

  const tell = () => {
    callOff?.()
    callOff = null
    if (!active || active.isHeld) return
    // Paint on paint: nothing to undo later, so nothing to tell.
    if (!active.wasTold && !differ(working, active.stroke.before)) return
    active.wasTold = true
    owner?.emit(working.slice(), active.gesture)
  }
  const tellSoon = () => {
    if (!active?.isHeld) callOff ??= atNextFrame(tell)
  }
  const drop = () => {
    callOff?.()
    callOff = null
    active = null
  }
  const end = () => {
    if (!active) return
    active.isHeld = false
    const isAllTold = active.wasTold && callOff === null
    if (!isAllTold) tell()
    drop()
  }
  return {
    connect: (nextOwner) => {
      owner = nextOwner
    },
    pixels: () => working,
    size: () => size,
    isStroking: () => active !== null,
    load: (pixels, nextSize) => {
      const isSameSize = nextSize.columns === size.columns && nextSize.rows === size.rows
      if (active && isSameSize) return
      drop()
      size = nextSize
      working = pixels.slice(0, size.columns * size.rows)
      owner?.paint(working)
    },
    begin: (tool, at, isHeld = false) => {
      end()
      const stroke = beginStrokeInto(working, size, tool, at)
      active = { gesture: nameGesture(), stroke, isHeld, wasTold: false }
      owner?.paint(working)
      tellSoon()
    },
    extend: (...places) => {
      if (!active) return
      for (const to of places) active.stroke = extendStrokeInto(working, size, active.stroke, to)
      owner?.paint(working)
      tellSoon()
    },
    confirm: () => {
      if (!active?.isHeld) return
      active.isHeld = false
      tellSoon()
    },
    end,
    cancel: () => {
      if (!active) return
      working.set(active.stroke.before)
      owner?.paint(working)
      if (active.wasTold) tell()
      drop()
    },
    edit: (changeInto, gesture = nameGesture()) => {
      end()
      const next = working.slice()
      changeInto(next, working, size)
      if (differ(next, working)) {
        working = next
        owner?.paint(working)
        owner?.emit(working.slice(), gesture)
      }
      return gesture
    },
  }
}

function differ(a: Int8Array, b: Int8Array): boolean {
  return a.some((value, i) => value !== b[i])
}
