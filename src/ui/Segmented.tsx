import { useId } from 'react'
import type { ReactNode } from 'react'
import { Tooltip } from './Tooltip.tsx'
import './VisuallyHidden.css'
import './Segmented.css'

export interface SegmentedOption<Value extends string> {
  readonly value: Value
  readonly label: ReactNode
  readonly tooltip?: ReactNode
}

interface SegmentedProps<Value extends string> {
  /** What is being chosen, in words. */
  readonly label: string
  /** Show the label above the segments; it is spoken in any case. */
  readonly isLabelShown?: boolean | undefined
  readonly options: readonly SegmentedOption<Value>[]
  readonly value: Value
  readonly onChange: (value: Value) => void
}

/** One of a few: native radio buttons in a row of segments, with the arrow keys of radio buttons. */
export function Segmented<Value extends string>({
  label,
  isLabelShown,
  options,
  value,
  onChange,
}: SegmentedProps<Value>) {
  const id = useId()
  return (
    <div className="segmented" role="radiogroup" aria-labelledby={id}>
      <span className={isLabelShown ? 'segmented-label' : 'visually-hidden'} id={id}>
        {label}
      </span>
      <div className="segmented-row">
        {options.map((option) => (
          <Tooltip key={option.value} text={option.tooltip}>
            {(describedBy) => (
              <label className="segmented-option">
                <input
                  type="radio"
                  name={id}
                  value={option.value}
                  checked={option.value === value}
                  aria-describedby={describedBy}
                  onChange={() => onChange(option.value)}
                />
                <span className="segmented-face">{option.label}</span>
              </label>
            )}
          </Tooltip>
        ))}
      </div>
    </div>
  )
}
