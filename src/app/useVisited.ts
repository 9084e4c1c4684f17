import { useState } from 'react'
import type { ViewId } from './routes.ts'

/** The views that were shown so far: only these are in the page. */
export function useVisited(view: ViewId): ReadonlySet<ViewId> {
  const [visited, setVisited] = useState<ReadonlySet<ViewId>>(() => new Set([view]))
  if (visited.has(view)) return visited
  const next = new Set([...visited, view])
  setVisited(next)
  return next
}
