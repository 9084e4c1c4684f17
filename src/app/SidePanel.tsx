import type { ReactNode } from 'react'
import { IconButton } from '../ui/IconButton.tsx'
import type { Edge } from './insets.ts'
import './SidePanel.css'

interface SidePanelProps {
  readonly title: string
  readonly edge: Extract<Edge, 'left' | 'right'>
  readonly isFolded: boolean
  readonly onToggle: () => void
  readonly children: ReactNode
  /** Lies over what else is at the edges. */
  readonly isDrawer?: boolean
}

/** A margin note at one edge of the window, which folds to a tab on that edge. */
export function SidePanel({ title, edge, isFolded, onToggle, children, isDrawer = false }: SidePanelProps) {
  if (isFolded) {
    return (
      <button type="button" className="edge-tab" data-at={edge} aria-expanded={false} onClick={onToggle}>
        {title}
      </button>
    )
  }
  return (
    <section className="side-panel" data-edge={edge} data-drawer={isDrawer || undefined} aria-label={title}>
      <div className="side-panel-fold">
        <IconButton
          icon="fold"
          label={`Fold ${title}`}
          size="small"
          isExpanded
          tooltip="Gives its room to the landscape. The tab on the edge brings it back."
          onClick={onToggle}
        />
      </div>
      <div className="side-panel-body">{children}</div>
    </section>
  )
}
