import { useLayoutEffect, useState } from 'react'
import type { RefObject } from 'react'

export interface ElementSize {
  readonly width: number
  readonly height: number
  /** The font size of the page in CSS pixels, read together with the size: reading it in a render would compute all styles then and there. */
  readonly rem: number
}

/** The content size of an element in CSS pixels, zero before the first layout. */
export function useElementSize(ref: RefObject<Element | null>): ElementSize {
  const [size, setSize] = useState<ElementSize>({ width: 0, height: 0, rem: 16 })
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return
      const { width, height } = entry.contentRect
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
      setSize((old) => (old.width === width && old.height === height && old.rem === rem ? old : { width, height, rem }))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref])
  return size
}
