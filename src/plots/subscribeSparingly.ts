import type { FrameCell } from '../store/frameCell.ts'

/** Numbers in pictures change no more often than numbers in words: 10 times a second. */
const sparseMs = 100

/**
 * Calls `redraw` at once when what `urgent` reads has changed, and within 100 ms after any other change of the cell: axes
 * and levels of a plot may wait while a slider is dragged or the pointer moves, a running curve may not.
 */
export function subscribeSparingly(
  cell: Pick<FrameCell, 'subscribe'>,
  redraw: () => void,
  urgent: () => unknown,
): () => void {
  let last = urgent()
  let timer: ReturnType<typeof setTimeout> | undefined
  const unsubscribe = cell.subscribe(() => {
    const next = urgent()
    if (next !== last) {
      last = next
      redraw()
    } else
      timer ??= setTimeout(() => {
        timer = undefined
        redraw()
      }, sparseMs)
  })
  return () => {
    unsubscribe()
    clearTimeout(timer)
  }
}
