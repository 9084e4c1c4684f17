import type { ReactNode } from 'react'
import { KeyboardHelp } from '../panels/KeyboardHelp.tsx'
import { ShareButton } from '../panels/share/ShareButton.tsx'
import { useLab } from '../store/useLab.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { HistoryButtons } from './HistoryButtons.tsx'
import { Logo } from './Logo.tsx'
import { ReadOnlyMark } from './ReadOnlyMark.tsx'
import { views, type ViewId } from './routes.ts'
import { ThemeButton } from './ThemeButton.tsx'
import type { Layout } from './useMediaQuery.ts'
import './TopBar.css'

interface TopBarProps {
  readonly layout: Layout
  readonly view: ViewId
  /** What belongs to the view that is shown: what to load, and how it is looked at. */
  readonly children: ReactNode
}

/** Name and views on the left; what the view brings; what serves all views on the right. */
export function TopBar({ layout, view, children }: TopBarProps) {
  const { store } = useLab()
  const isPhone = layout === 'phone'
  return (
    <header className="top-bar" data-edge={isPhone ? undefined : 'top'}>
      <a className="wordmark" href={views[0].hash} aria-label="Memoryscape">
        <Logo />
        <span>Memoryscape</span>
      </a>
      <nav className="view-nav" aria-label="Views">
        {views.map(({ id, hash, title }) => (
          <a key={id} href={hash} aria-current={id === view ? 'page' : undefined}>
            {title}
          </a>
        ))}
      </nav>
      <div className="top-bar-view">{children}</div>
      <ReadOnlyMark />
      <HistoryButtons />
      <ShareButton viewHash={views.find(({ id }) => id === view)?.hash ?? ''} />
      <ThemeButton />
      {!isPhone && (
        <>
          <KeyboardHelp />
          <IconButton
            icon="focus"
            label="Focus"
            tooltip="Hides everything but the landscape. Escape brings the panels back."
            onClick={() => store.getState().setFocused(true)}
          />
        </>
      )}
    </header>
  )
}
