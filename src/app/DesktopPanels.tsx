import { useEffect } from 'react'
import { InputPanel } from '../panels/InputPanel.tsx'
import { ModelPanel } from '../panels/ModelPanel.tsx'
import { PhasePanels } from '../panels/PhasePanels.tsx'
import { useLab, useLabState } from '../store/useLab.ts'
import { BottomStrip } from './BottomStrip.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { SidePanel } from './SidePanel.tsx'
import type { HereTabState } from './useHereTab.ts'
import './DesktopPanels.css'

interface DesktopPanelsProps {
  readonly here: HereTabState
  /** The right panel is a drawer: closed at first, and over the strip at the bottom. */
  readonly isDrawer: boolean
  readonly isDrawerOpen: boolean
  readonly onDrawer: (isOpen: boolean) => void
}

/** The margin notes of a large window. */
export function DesktopPanels({ here, isDrawer, isDrawerOpen, onDrawer }: DesktopPanelsProps) {
  const { store } = useLab()
  const folded = useLabState((state) => state.folded)
  const { toggleFold } = store.getState()

  useEffect(() => {
    if (!isDrawerOpen) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) onDrawer(false)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [isDrawerOpen, onDrawer])

  const isHereFolded = isDrawer ? !isDrawerOpen : folded.here
  return (
    <>
      <SidePanel title="Input and model" edge="left" isFolded={folded.input} onToggle={() => toggleFold('input')}>
        <ErrorBoundary what="The input panel">
          <InputPanel />
          <ModelPanel />
        </ErrorBoundary>
      </SidePanel>
      <div
        className="bottom"
        data-left={!folded.input || undefined}
        data-right={(!isHereFolded && (!isDrawer || folded.input)) || undefined}
      >
        <BottomStrip isFolded={folded.plots} onToggle={() => toggleFold('plots')} />
      </div>
      <SidePanel
        title="What is here"
        edge="right"
        isFolded={isHereFolded}
        isDrawer={isDrawer}
        onToggle={() => (isDrawer ? onDrawer(!isDrawerOpen) : toggleFold('here'))}
      >
        <ErrorBoundary what="The panel of what is here">
          <PhasePanels tab={here.tab} onTab={here.setTab} />
        </ErrorBoundary>
      </SidePanel>
    </>
  )
}
