import { useCallback, useMemo, useSyncExternalStore } from 'react'

/** True while the media query holds. One list for each user of it: browsers keep every one that was made, and a page renders often. */
export function useMediaQuery(query: string): boolean {
  const list = useMemo(() => window.matchMedia(query), [query])
  const subscribe = useCallback(
    (listener: () => void) => {
      list.addEventListener('change', listener)
      return () => list.removeEventListener('change', listener)
    },
    [list],
  )
  return useSyncExternalStore(subscribe, () => list.matches)
}

/** 'desktop': all panels beside the landscape. 'projector': the right column is a drawer. 'phone': one panel below it. */
export type Layout = 'desktop' | 'projector' | 'phone'

/** The same widths as in the style sheets. */
export function useLayout(): Layout {
  const isPhone = useMediaQuery('(max-width: 699px)')
  const isProjector = useMediaQuery('(max-width: 1099px)')
  return isPhone ? 'phone' : isProjector ? 'projector' : 'desktop'
}
