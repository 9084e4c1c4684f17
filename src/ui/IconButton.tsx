import type { ReactNode } from 'react'
import { Icon } from './icons.tsx'
import type { IconName } from './icons.tsx'
import { Tooltip } from './Tooltip.tsx'
import './IconButton.css'

interface IconButtonProps {
  readonly icon?: IconName | undefined
  /** The name of the action: spoken, and shown in the tip; with `hasText` also on the button. */
  readonly label: string
  readonly onClick: () => void
  /** What it does, in a sentence. */
  readonly tooltip?: ReactNode
  /** The key that does the same: `Space`. */
  readonly shortcut?: string | undefined
  readonly hasText?: boolean | undefined
  /** Given, the button is a switch that stays down. */
  readonly isPressed?: boolean | undefined
  /** Given, the button opens and closes something. */
  readonly isExpanded?: boolean | undefined
  /** Stays in the tab order, so that its tip can say why. */
  readonly isDisabled?: boolean | undefined
  readonly tone?: 'plain' | 'main' | undefined
  readonly size?: 'small' | 'normal' | 'large' | undefined
}

export function IconButton(props: IconButtonProps) {
  const {
    icon,
    label,
    onClick,
    tooltip,
    shortcut,
    hasText,
    isPressed,
    isExpanded,
    isDisabled,
    tone = 'plain',
    size = 'normal',
  } = props
  return (
    <Tooltip text={tooltip} title={hasText ? undefined : label} shortcut={shortcut}>
      <button
        type="button"
        className="icon-button"
        data-tone={tone}
        data-size={size}
        data-text={hasText || undefined}
        aria-label={hasText ? undefined : label}
        aria-pressed={isPressed}
        aria-expanded={isExpanded}
        aria-disabled={isDisabled || undefined}
        aria-keyshortcuts={shortcut}
        onClick={isDisabled ? undefined : onClick}
      >
        {icon && <Icon name={icon} size={size === 'large' ? 24 : size === 'small' ? 16 : 20} />}
        {hasText && <span>{label}</span>}
      </button>
    </Tooltip>
  )
}
