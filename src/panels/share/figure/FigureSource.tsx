import type { ComponentType, RefObject } from 'react'
import './FigureSource.css'

interface FigureSourceProps {
  readonly hostRef: RefObject<HTMLDivElement | null>
  readonly Source: ComponentType | undefined
}

/** Holds what a figure is copied from, where nobody meets it. */
export function FigureSource({ hostRef, Source }: FigureSourceProps) {
  return (
    <div ref={hostRef} className="figure-source" inert aria-hidden="true">
      {Source && <Source />}
    </div>
  )
}
