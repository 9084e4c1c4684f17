import { createContext, createElement, useContext, useState, useSyncExternalStore, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { createCellReader, isShallowEqual } from '../cellReader.ts'
import { browserTimers } from '../environment.ts'
import type { Recall, RecallCell, RecallState } from './recall.ts'

const RecallContext = createContext<Recall | null>(null)

/** Makes the run of the Recall view known to everything inside. It is made, and disposed of, outside React. */
export function RecallProvider({ recall, children }: { readonly recall: Recall; readonly children: ReactNode }) {
  return createElement(RecallContext, { value: recall }, children)
}

/** The run of the Recall view around this component. */
export function useRecall(): Recall {
  const recall = useContext(RecallContext)
  if (recall === null) throw new Error('This component needs a RecallProvider around it.')
  return recall
}

/** A part of what the person does to the run. The selector must give the same object as long as nothing changed. */
export function useRecallState<T>(selector: (state: RecallState) => T): T {
  return useStore(useRecall().store, selector)
}

const millisecondsPerSecond = 1000

/** A value of the recall cell as text needs it: like `useCell`. The reader must copy what it needs out of arrays. */
export function useRecallCell<T>(
  reader: (cell: RecallCell) => T,
  hz = 10,
  isEqual: (a: T, b: T) => boolean = isShallowEqual,
): T {
  const { cell } = useRecall()
  const [cellReader] = useState(() =>
    createCellReader({ cell, reader, isEqual, intervalMs: millisecondsPerSecond / hz, timers: browserTimers }),
  )
  // A reader written in place is new in every render, and may read something else.
  cellReader.setReader(reader)
  return useSyncExternalStore(cellReader.subscribe, cellReader.current, cellReader.current)
}
