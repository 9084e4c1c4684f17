import type { ReactNode } from 'react'
import { Icon } from './icons.tsx'
import { Tooltip } from './Tooltip.tsx'
import './VisuallyHidden.css'
import './Select.css'

export interface SelectOption<Value extends string> {
  readonly value: Value
  readonly label: string
}

interface SelectProps<Value extends string> {
  readonly label: string
  /** Spoken but not shown. */
  readonly isLabelHidden?: boolean | undefined
  readonly options: readonly SelectOption<Value>[]
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly tooltip?: ReactNode
}

export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, isLabelHidden, options, value, onChange, tooltip } = props
  return (
    <Tooltip text={tooltip}>
      {(describedBy) => (
        <label className="select">
          <span className={isLabelHidden ? 'visually-hidden' : 'select-label'}>{label}</span>
          <span className="select-box">
            <select
              value={value}
              aria-describedby={describedBy}
              onChange={(event) => onChange(event.target.value as Value)}
            >
              {options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </select>
            <Icon name="down" size={16} />
          </span>
        </label>
      )}
    </Tooltip>
  )
}
