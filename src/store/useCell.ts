import { useState, useSyncExternalStore } from 'react'
import { createCellReader, isShallowEqual } from './cellReader.ts'
import { browserTimers } from './environment.ts'
import type { FrameCell } from './frameCell.ts'
import { useLab } from './useLab.ts'

const millisecondsPerSecond = 1000

/**
 * A value of the frame cell as text needs it: the component renders again at most `hz` times a second, and only when the value differs.
 * The reader must copy what it needs out of arrays. For pictures, subscribe to the cell and draw in an animation frame instead.
 */
export function useCell<T>(
  reader: (cell: FrameCell) => T,
  hz = 10,
  isEqual: (a: T, b: T) => boolean = isShallowEqual,
): T {
  const { cell } = useLab()
  const [cellReader] = useState(() =>
    createCellReader({ cell, reader, isEqual, intervalMs: millisecondsPerSecond / hz, timers: browserTimers }),
  )
  // A reader written in place is new in every render, and may read something else.
  cellReader.setReader(reader)
  return useSyncExternalStore(cellReader.subscribe, cellReader.current, cellReader.current)
}
