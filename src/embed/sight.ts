import type { Sight } from './stage.ts'

/**
 * Watches whether an element is on the screen: in this page, in the pages around it, and in a tab that can be seen. In one that cannot, the observer says
 * nothing, and a picture in 3-D would keep its place from those of another tab.
 */
export function watchSight(element: Element): Sight {
  const listeners = new Set<() => void>()
  let isOnPage = false
  let isInView = false
  const look = () => {
    const next = isOnPage && !document.hidden
    if (next === isInView) return
    isInView = next
    for (const listener of listeners) listener()
  }
  new IntersectionObserver((entries) => {
    isOnPage = entries.at(-1)?.isIntersecting ?? false
    look()
  }).observe(element)
  document.addEventListener('visibilitychange', look)
  return {
    isInView: () => isInView,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
