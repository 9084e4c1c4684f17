import { useEffect, useRef, useState } from 'react'
import { useLab, useLabState } from '../store/useLab.ts'
import { Announcer } from './Announcer.tsx'
import { DesktopPanels } from './DesktopPanels.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { FocusExit } from './FocusExit.tsx'
import { NoticeBar } from './NoticeBar.tsx'
import { PhonePanels } from './PhonePanels.tsx'
import { PictureArea } from './PictureArea.tsx'
import { PrintCaption } from './PrintCaption.tsx'
import { unknownRouteSentence, views } from './routes.ts'
import { TopBar } from './TopBar.tsx'
import { useInsets } from './useInsets.ts'
import { useLayout } from './useMediaQuery.ts'
import { useRoute } from './useRoute.ts'
import { useShortcuts } from './useShortcuts.ts'
import { useTheme } from './useTheme.ts'
import './Shell.css'

/** The landscape with everything around it, in one of three layouts. The picture keeps its place in the tree in all of them. */
export function Shell() {
  const { store } = useLab()
  const shellRef = useRef<HTMLDivElement>(null)
  const layout = useLayout()
  const { view, unknown } = useRoute()
  const isFocused = useLabState((state) => state.isFocused)
  // Read for its changes alone: panels that fold cover another part of the picture.
  useLabState((state) => state.folded)
  const [isDrawerOpen, setDrawerOpen] = useState(false)
  const insets = useInsets(shellRef)
  useTheme()
  useShortcuts()

  useEffect(() => {
    if (unknown !== null) store.getState().notify({ tone: 'info', text: unknownRouteSentence(unknown) })
  }, [store, unknown])

  return (
    <div ref={shellRef} className="shell" data-layout={layout} data-focused={isFocused || undefined}>
      {!isFocused && <TopBar layout={layout} view={view} />}
      <main className="stage">
        <h1 className="visually-hidden">{views.find(({ id }) => id === view)?.title}: two neurons, two memories</h1>
        <div className="picture">
          <ErrorBoundary what="The picture">
            <PictureArea insets={insets} layout={layout} />
          </ErrorBoundary>
        </div>
        {!isFocused &&
          (layout === 'phone' ? (
            <PhonePanels />
          ) : (
            <DesktopPanels isDrawer={layout === 'projector'} isDrawerOpen={isDrawerOpen} onDrawer={setDrawerOpen} />
          ))}
      </main>
      <NoticeBar insets={insets} />
      {isFocused && <FocusExit />}
      <PrintCaption />
      <Announcer />
    </div>
  )
}
