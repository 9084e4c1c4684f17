/** Remembers the newest entries only. */
export interface Newest<K, V> {
  /** Makes the entry the newest again. */
  readonly get: (key: K) => V | undefined
  readonly set: (key: K, value: V) => void
}

/**
 * For what is derived from a part of the document and is larger than that part. A WeakMap would keep it as long as the history of undo keeps
 * the part: for 200 banks of 100 memories of 128 x 128 pixels that is 330 MB.
 */
export function newestOf<K, V>(capacity: number): Newest<K, V> {
  const entries = new Map<K, V>()
  function set(key: K, value: V) {
    entries.delete(key)
    entries.set(key, value)
    const oldest = entries.keys().next()
    if (entries.size > capacity && oldest.done !== true) entries.delete(oldest.value)
  }
  return {
    get(key) {
      const value = entries.get(key)
      if (value !== undefined) set(key, value)
      return value
    },
    set,
  }
}
