import type { ReactNode } from 'react'
import './VisuallyHidden.css'

interface VisuallyHiddenProps {
  readonly children: ReactNode
  readonly id?: string | undefined
  /** Said by a screen reader when the words change. Leave it out for words that change all the time. */
  readonly live?: 'polite' | 'assertive' | undefined
}

/** Words for those who listen: not seen, not taking space, still read out. */
export function VisuallyHidden({ children, id, live }: VisuallyHiddenProps) {
  return (
    <span className="visually-hidden" id={id} aria-live={live}>
      {children}
    </span>
  )
}
