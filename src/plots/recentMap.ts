/** Remembers what was asked for of late, and lets go of the rest. */
export interface RecentMap<T> {
  /** What is known under the key, or what `make` makes. */
  readonly get: (key: string, make: () => T) => T
  readonly clear: () => void
}

/**
 * Two generations: what was not asked for during one whole generation goes with its end. A generation is `uses` calls of `get`, or `capacity`
 * different keys, whichever comes first; so there are never more than twice `capacity` entries.
 */
export function createRecentMap<T>(uses: number, capacity: number): RecentMap<T> {
  let older = new Map<string, T>()
  let newer = new Map<string, T>()
  let usesLeft = uses
  return {
    get(key, make) {
      if (--usesLeft <= 0 || newer.size >= capacity) {
        older = newer
        newer = new Map()
        usesLeft = uses
      }
      let value = newer.get(key)
      if (value === undefined) {
        value = older.get(key) ?? make()
        newer.set(key, value)
      }
      return value
    },
    clear() {
      older.clear()
      newer.clear()
    },
  }
}
