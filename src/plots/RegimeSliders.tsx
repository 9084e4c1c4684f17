import { useRef } from 'react'
import type { KeyboardEvent, RefObject } from 'react'
import type { ReadonlyPair } from '../model/vector.ts'
import { roundToStep, stepsOfKey } from '../ui/fieldValue.ts'
import { StillInput } from '../ui/StillInput.tsx'
import type { Range } from './regimeRange.ts'

interface RegimeSlidersProps {
  readonly place: ReadonlyPair
  readonly limits: Range
  /** One press of an arrow key. */
  readonly step: number
  readonly labels: readonly [string, string]
  readonly valueText: (axis: 0 | 1) => string
  readonly describedBy: string
  readonly firstRef: RefObject<HTMLInputElement | null>
  readonly onMove: (place: ReadonlyPair) => void
  readonly onFocusChange?: ((isFocused: boolean) => void) | undefined
}

const axes = [0, 1] as const

/** A place in the plane as two sliders that nobody sees: one stop of the Tab key, the arrow keys for both axes. */
export function RegimeSliders(props: RegimeSlidersProps) {
  const { place, limits, step, labels, valueText, describedBy, firstRef, onMove, onFocusChange } = props
  const secondRef = useRef<HTMLInputElement>(null)
  const refs = [firstRef, secondRef] as const
  const onKeyDown = (event: KeyboardEvent) => {
    const steps = stepsOfKey(event.key, event.shiftKey)
    if (steps === null) return
    event.preventDefault()
    const axis = event.key === 'ArrowUp' || event.key === 'ArrowDown' || event.key.startsWith('Page') ? 1 : 0
    // The focus follows the axis, so that a screen reader says the number that changes.
    refs[axis].current?.focus({ preventScroll: true })
    const moved = roundToStep(place[axis] + steps * step, step)
    onMove(axis === 0 ? [moved, place[1]] : [place[0], moved])
  }
  return axes.map((axis) => (
    <StillInput
      key={axis}
      ref={refs[axis]}
      type="range"
      min={limits.low}
      max={limits.high}
      step="any"
      value={place[axis]}
      tabIndex={axis === 0 ? 0 : -1}
      aria-label={labels[axis]}
      aria-roledescription="two-dimensional slider"
      aria-orientation={axis === 0 ? 'horizontal' : 'vertical'}
      aria-valuetext={valueText(axis)}
      aria-describedby={describedBy}
      onChange={(event) => {
        const value = event.target.valueAsNumber
        onMove(axis === 0 ? [value, place[1]] : [place[0], value])
      }}
      onKeyDown={onKeyDown}
      onFocus={() => onFocusChange?.(true)}
      onBlur={() => onFocusChange?.(false)}
    />
  ))
}
