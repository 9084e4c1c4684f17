import type { Sight } from './stage.ts'

/** Watches whether an element is on the screen: in this page, and in the pages around it. */
export function watchSight(element: Element): Sight {
  const listeners = new Set<() => void>()
  let isInView = false
  new IntersectionObserver((entries) => {
    const next = entries.at(-1)?.isIntersecting ?? false
    if (next === isInView) return
    isInView = next
    for (const listener of listeners) listener()
  }).observe(element)
  return {
    isInView: () => isInView,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
