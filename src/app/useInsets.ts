import { useEffect, useState, type RefObject } from 'react'
import { insetsOf, sameInsets, type Edge, type Insets } from './insets.ts'

const noInsets: Insets = { top: 0, right: 0, bottom: 0, left: 0 }

/**
 * What panels cover of the picture, measured again whenever one of them changes its size. A panel takes part by its
 * attribute `data-edge`. The caller renders when panels come and go, and then they are looked up afresh.
 */
export function useInsets(shellRef: RefObject<HTMLElement | null>): Insets {
  const [insets, setInsets] = useState(noInsets)

  useEffect(() => {
    const shell = shellRef.current
    const picture = shell?.querySelector('.picture')
    if (!shell || !picture) return
    const panels = [...shell.querySelectorAll<HTMLElement>('[data-edge]')]
    const measure = () => {
      const next = insetsOf(
        picture.getBoundingClientRect(),
        panels
          .map((panel) => ({ edge: panel.dataset['edge'] as Edge, box: panel.getBoundingClientRect() }))
          // Those of another view are in the page too, without a box.
          .filter(({ box }) => box.width > 0),
      )
      setInsets((last) => (sameInsets(last, next) ? last : next))
    }
    const observer = new ResizeObserver(measure)
    for (const element of [picture, ...panels]) observer.observe(element)
    return () => observer.disconnect()
  })

  return insets
}
