/**
 * `next`, with every part that equals the same part of `before` replaced by it, so that what did not change stays the same object.
 * For plain JSON values.
 */
export function keepUnchanged<T>(before: T, next: T): T {
  if (Object.is(before, next)) return before
  if (!isContainer(before) || !isContainer(next) || Array.isArray(before) !== Array.isArray(next)) return next
  const keys = Object.keys(next)
  const merged: Record<string, unknown> = {}
  let isSame = keys.length === Object.keys(before).length
  for (const key of keys) {
    merged[key] = keepUnchanged(before[key], next[key])
    isSame &&= key in before && Object.is(merged[key], before[key])
  }
  if (isSame) return before
  return (Array.isArray(next) ? Object.values(merged) : merged) as T
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
