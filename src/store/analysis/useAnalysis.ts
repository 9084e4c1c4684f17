import { useEffect, useState, useSyncExternalStore } from 'react'
import { createCellReader, isShallowEqual } from '../cellReader.ts'
import { browserTimers } from '../environment.ts'
import { useLab } from '../useLab.ts'
import type { AnalysisCell, AnalysisPart } from './analysis.ts'

const millisecondsPerSecond = 1000

/** A value of the analysis cell as text needs it: like `useCell`. It computes nothing by itself: `useWanted` says what is to be computed. */
export function useAnalysis<T>(
  reader: (cell: AnalysisCell) => T,
  hz = 10,
  isEqual: (a: T, b: T) => boolean = isShallowEqual,
): T {
  const { cell } = useLab().analysis
  const [cellReader] = useState(() =>
    createCellReader({ cell, reader, isEqual, intervalMs: millisecondsPerSecond / hz, timers: browserTimers }),
  )
  // A reader written in place is new in every render, and may read something else.
  cellReader.setReader(reader)
  return useSyncExternalStore(cellReader.subscribe, cellReader.current, cellReader.current)
}

/** The part is computed as long as the component is there. */
export function useWanted(part: AnalysisPart): void {
  const { want } = useLab().analysis
  useEffect(() => want(part), [want, part])
}
