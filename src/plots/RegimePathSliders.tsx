import type { RefObject } from 'react'
import type { ReadonlyPair } from '../model/vector.ts'
import { formatFixed } from '../ui/formatNumber.ts'
import '../ui/VisuallyHidden.css'
import type { Range } from './regimeRange.ts'
import { RegimeSliders } from './RegimeSliders.tsx'
import type { PathOfMap } from './useRegimePath.ts'

interface RegimePathSlidersProps {
  readonly path: PathOfMap
  readonly limits: Range
  readonly step: number
  readonly endRefs: readonly [RefObject<HTMLInputElement | null>, RefObject<HTMLInputElement | null>]
  readonly describedBy: string
  readonly onMove: (grip: 'path-0' | 'path-1', place: ReadonlyPair) => void
  readonly onFocus: (end: 0 | 1 | null) => void
}

const names = ['A', 'B'] as const
const grips = ['path-0', 'path-1'] as const

/** Both ends of the path by keyboard. */
export function RegimePathSliders(props: RegimePathSlidersProps) {
  const { path, limits, step, endRefs, describedBy, onMove, onFocus } = props
  const ends = path.isRay ? ([1] as const) : ([0, 1] as const)
  return (
    <div className="visually-hidden" role="group" aria-label="Path of the diagram">
      {ends.map((end) => (
        <RegimeSliders
          key={end}
          place={path.ends[end]}
          limits={limits}
          step={step}
          labels={[
            `End ${names[end]} of the path, saliency of memory 1`,
            `End ${names[end]} of the path, saliency of memory 2`,
          ]}
          valueText={(axis) => formatFixed(path.ends[end][axis], 2)}
          describedBy={describedBy}
          firstRef={endRefs[end]}
          onMove={(place) => onMove(grips[end], place)}
          onFocusChange={(isFocused) => onFocus(isFocused ? end : null)}
        />
      ))}
    </div>
  )
}
