import { useEffect, useSyncExternalStore } from 'react'
import type { ReadonlyPair } from '../../model/vector.ts'
import { useLab } from '../../store/useLab.ts'
import type { Lab } from '../../store/lab.ts'

/** What the regime map shows of a diagram that is on the page: the path of the document from A to B, or the line from no input through B. */
export type PathOnMap = { readonly kind: 'path' } | { readonly kind: 'ray'; readonly to: ReadonlyPair }

/** Who is on the page, by lab: the diagrams, the newest last, and the maps that want to know. */
interface Showing {
  diagrams: readonly { readonly path: PathOnMap | null }[]
  readonly listeners: Set<() => void>
}

const showings = new WeakMap<Lab, Showing>()

function showingOf(lab: Lab): Showing {
  const showing = showings.get(lab) ?? { diagrams: [], listeners: new Set() }
  showings.set(lab, showing)
  return showing
}

/** The path stands on the regime map as long as the component is there. Null: a diagram without a path in that plane. */
export function useShowPath(path: PathOnMap | null): void {
  const lab = useLab()
  useEffect(() => {
    const showing = showingOf(lab)
    const own = { path }
    const change = (diagrams: Showing['diagrams']) => {
      showing.diagrams = diagrams
      for (const listener of showing.listeners) listener()
    }
    change([...showing.diagrams, own])
    return () => change(showing.diagrams.filter((each) => each !== own))
  }, [lab, path])
}

/** The path of the newest diagram on the page; null where there is none. */
export function usePathOnMap(): PathOnMap | null {
  const showing = showingOf(useLab())
  return useSyncExternalStore(
    (listener) => {
      showing.listeners.add(listener)
      return () => void showing.listeners.delete(listener)
    },
    () => showing.diagrams.at(-1)?.path ?? null,
  )
}
