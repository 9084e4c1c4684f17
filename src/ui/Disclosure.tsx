import type { ReactNode } from 'react'
import { Icon } from './icons.tsx'
import './Disclosure.css'

interface DisclosureProps {
  readonly title: ReactNode
  readonly children: ReactNode
  /** Given, the parent decides; else it opens and closes by itself, closed at first. */
  readonly isOpen?: boolean | undefined
  readonly onToggle?: ((isOpen: boolean) => void) | undefined
}

export function Disclosure({ title, children, isOpen, onToggle }: DisclosureProps) {
  return (
    <details className="disclosure" open={isOpen} onToggle={(event) => onToggle?.(event.currentTarget.open)}>
      <summary>
        <Icon name="unfold" size={14} />
        {title}
      </summary>
      <div className="disclosure-body">{children}</div>
    </details>
  )
}
