import type { ReactNode } from 'react'
import { IconButton } from '../../ui/IconButton.tsx'
import { ErrorBoundary } from '../ErrorBoundary.tsx'

interface RecallColumnProps {
  readonly title: string
  readonly side: 'left' | 'right'
  readonly children: ReactNode
  /** Holds the input: its saliencies then stay in sight under it. */
  readonly isInput?: boolean
  readonly isFolded?: boolean
  /** Given, the column folds to a tab. */
  readonly onToggle?: () => void
}

/** A column of the page that scrolls in itself. */
export function RecallColumn(props: RecallColumnProps) {
  const { title, side, children, isInput = false, isFolded = false, onToggle } = props
  if (isFolded) {
    return (
      <div className="recall-column" data-folded>
        <button type="button" className="recall-tab" data-side={side} aria-expanded={false} onClick={onToggle}>
          {title}
        </button>
      </div>
    )
  }
  return (
    <section className="recall-column" data-side={side} data-input={isInput || undefined} aria-label={title}>
      {onToggle && (
        <div className="recall-fold">
          <IconButton
            icon="fold"
            label={`Fold ${title}`}
            size="small"
            isExpanded
            tooltip="Gives its room to the landscape."
            onClick={onToggle}
          />
        </div>
      )}
      <div className="recall-column-body">
        <ErrorBoundary what={`The panel “${title}”`}>{children}</ErrorBoundary>
      </div>
    </section>
  )
}
