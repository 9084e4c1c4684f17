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
  /** The right panel is a drawer: closed at first, and open in the place of the left one, since there is no room for both. */
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
  const isInputBehindDrawer = isDrawer && isDrawerOpen && !folded.input
  const isInputFolded = folded.input || isInputBehindDrawer
  const toggleInput = () => {
    if (isDrawer) onDrawer(false)
    if (!isInputBehindDrawer) toggleFold('input')
  }
  return (
    <>
      <SidePanel title="Input and model" edge="left" isFolded={isInputFolded} onToggle={toggleInput}>
        <ErrorBoundary what="The input panel">
          <InputPanel />
          <ModelPanel />
        </ErrorBoundary>
      </SidePanel>
      <div className="bottom" data-left={!isInputFolded || undefined} data-right={!isHereFolded || undefined}>
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
