import type { Timers } from '../engine/watchdog.ts'

/** Something that changes often and tells so. */
interface Cell {
  readonly subscribe: (listener: () => void) => () => void
}

/** A value read from a cell, at most so many times a second. */
export interface CellReader<C extends Cell, T> {
  /** The value last read: the same one until it differs. */
  readonly current: () => T
  /** Calls back when `current` has changed. The last change is never lost. */
  readonly subscribe: (listener: () => void) => () => void
  /** Reads otherwise from now on, and at once. */
  readonly setReader: (reader: (cell: C) => T) => void
}

export interface CellReaderOptions<C extends Cell, T> {
  readonly cell: C
  readonly reader: (cell: C) => T
  readonly intervalMs: number
  readonly isEqual: (a: T, b: T) => boolean
  readonly timers: Timers
}

export function createCellReader<C extends Cell, T>({
  cell,
  reader,
  intervalMs,
  isEqual,
  timers,
}: CellReaderOptions<C, T>): CellReader<C, T> {
  let read = reader
  let value = read(cell)
  let lastMs = -Infinity
  const refresh = () => {
    lastMs = timers.now()
    const next = read(cell)
    if (isEqual(value, next)) return false
    value = next
    return true
  }
  return {
    current: () => value,
    setReader(next) {
      if (next === read) return
      read = next
      const fresh = read(cell)
      if (!isEqual(value, fresh)) value = fresh
    },
    subscribe(listener) {
      let cancel: (() => void) | null = null
      const update = () => {
        cancel = null
        if (refresh()) listener()
      }
      const unsubscribe = cell.subscribe(() => {
        if (cancel !== null) return
        const waitMs = lastMs + intervalMs - timers.now()
        if (waitMs <= 0) update()
        else cancel = timers.after(waitMs, update)
      })
      // Something may have changed between the first reading and this subscription.
      update()
      return () => {
        unsubscribe()
        cancel?.()
      }
    },
  }
}

/** Equal numbers, strings, or lists and objects whose parts are the same. */
export function isShallowEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const left = Object.entries(a)
  const right = new Map(Object.entries(b))
  return left.length === right.size && left.every(([key, value]) => right.has(key) && Object.is(value, right.get(key)))
}
