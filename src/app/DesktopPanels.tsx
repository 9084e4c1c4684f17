import { useEffect, useState } from 'react'
import { HerePanel } from '../panels/HerePanel.tsx'
import { InputPanel } from '../panels/InputPanel.tsx'
import { ModelPanel } from '../panels/ModelPanel.tsx'
import { useLab, useLabState } from '../store/useLab.ts'
import { BottomStrip } from './BottomStrip.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { SidePanel } from './SidePanel.tsx'
import './DesktopPanels.css'

/** The margin notes of a large window. On a projector the right one is a drawer over the landscape, closed at first. */
export function DesktopPanels({ isDrawer }: { readonly isDrawer: boolean }) {
  const { store } = useLab()
  const folded = useLabState((state) => state.folded)
  const { toggleFold } = store.getState()
  const [isDrawerOpen, setDrawerOpen] = useState(false)

  useEffect(() => {
    if (!isDrawerOpen) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) setDrawerOpen(false)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [isDrawerOpen])

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
        data-right={(!isDrawer && !isHereFolded) || undefined}
      >
        <BottomStrip isFolded={folded.plots} onToggle={() => toggleFold('plots')} />
      </div>
      <SidePanel
        title="What is here"
        edge="right"
        isFolded={isHereFolded}
        isDrawer={isDrawer}
        onToggle={() => (isDrawer ? setDrawerOpen(!isDrawerOpen) : toggleFold('here'))}
      >
        <ErrorBoundary what="The panel of what is here">
          <HerePanel />
        </ErrorBoundary>
      </SidePanel>
    </>
  )
}
