import { useCallback, useSyncExternalStore } from 'react'

/** True while the media query holds. */
export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', listener)
      return () => list.removeEventListener('change', listener)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches)
}

/** 'desktop': all panels beside the landscape. 'projector': the right column is a drawer. 'phone': one panel below it. */
export type Layout = 'desktop' | 'projector' | 'phone'

/** The same widths as in the style sheets. */
export function useLayout(): Layout {
  const isPhone = useMediaQuery('(max-width: 699px)')
  const isProjector = useMediaQuery('(max-width: 1099px)')
  return isPhone ? 'phone' : isProjector ? 'projector' : 'desktop'
}
