import type { ReactNode } from 'react'
import { Tooltip } from './Tooltip.tsx'
import './Switch.css'

interface SwitchProps {
  readonly label: ReactNode
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
  readonly tooltip?: ReactNode
  readonly isDisabled?: boolean | undefined
}

export function Switch({ label, isOn, onChange, tooltip, isDisabled }: SwitchProps) {
  return (
    <Tooltip text={tooltip}>
      {(describedBy) => (
        <label className="switch">
          <input
            type="checkbox"
            role="switch"
            checked={isOn}
            aria-checked={isOn}
            disabled={isDisabled}
            aria-describedby={describedBy}
            onChange={(event) => onChange(event.target.checked)}
          />
          <span className="switch-label">{label}</span>
        </label>
      )}
    </Tooltip>
  )
}
