import type { FrameCell } from '../store/frameCell.ts'

/** Numbers in pictures change no more often than numbers in words: 10 times a second. */
const sparseMs = 100
/** A running curve moves by less than a pixel in this time at speed 1; every frame would cost more and show no more. */
const runningMs = 50

/**
 * Calls `redraw` within 50 ms after what `running` reads has changed, and within 100 ms after any other change of the cell: axes and
 * levels of a plot may wait while a slider is dragged or the pointer moves. At once where nothing was drawn for that long.
 */
export function subscribeSparingly(
  cell: Pick<FrameCell, 'subscribe'>,
  redraw: () => void,
  running: () => unknown,
): () => void {
  let last = running()
  let lastMs = -Infinity
  let dueMs = Infinity
  let timer: ReturnType<typeof setTimeout> | undefined
  const draw = () => {
    clearTimeout(timer)
    dueMs = Infinity
    lastMs = performance.now()
    redraw()
  }
  const unsubscribe = cell.subscribe(() => {
    const next = running()
    const wanted = lastMs + (next === last ? sparseMs : runningMs)
    last = next
    if (wanted >= dueMs) return
    dueMs = wanted
    clearTimeout(timer)
    const waitMs = wanted - performance.now()
    if (waitMs <= 0) draw()
    else timer = setTimeout(draw, waitMs)
  })
  return () => {
    unsubscribe()
    clearTimeout(timer)
  }
}
