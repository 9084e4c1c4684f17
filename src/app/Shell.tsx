import { Activity, lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useLab, useLabState } from '../store/useLab.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { FocusExit } from './FocusExit.tsx'
import { LandscapeTools } from './LandscapeTools.tsx'
import { LandscapeView } from './LandscapeView.tsx'
import { PaperContours } from './PaperContours.tsx'
import { unknownRouteSentence, views } from './routes.ts'
import { TopBar } from './TopBar.tsx'
import { useLayout } from './useMediaQuery.ts'
import { useRoute } from './useRoute.ts'
import { useShortcuts } from './useShortcuts.ts'
import { useTheme } from './useTheme.ts'
import { useVisited } from './useVisited.ts'
import './Shell.css'

const RecallView = lazy(async () => ({ default: (await import('./recall/RecallView.tsx')).RecallView }))

/**
 * The page around its views, in one of three layouts. A view that was left keeps everything but its running parts:
 * React takes down its effects, and with them its canvas and its subscriptions.
 */
export function Shell() {
  const lab = useLab()
  const shellRef = useRef<HTMLDivElement>(null)
  const layout = useLayout()
  const { view, unknown } = useRoute()
  const visited = useVisited(view)
  const isFocused = useLabState((state) => state.isFocused)
  const [recallTools, setRecallTools] = useState<HTMLElement | null>(null)
  useTheme()
  useShortcuts()

  useEffect(() => {
    if (unknown !== null) lab.store.getState().notify({ tone: 'info', text: unknownRouteSentence(unknown) })
  }, [lab, unknown])
  useEffect(() => lab.setOnScreen(view === 'landscape'), [lab, view])
  useEffect(() => {
    const shown = views.find(({ id }) => id === view)
    if (shown) document.title = `Memoryscape: ${shown.about}`
  }, [view])

  return (
    <div ref={shellRef} className="shell" data-layout={layout} data-view={view} data-focused={isFocused || undefined}>
      {!isFocused && (
        <TopBar layout={layout} view={view}>
          {view === 'landscape' ? <LandscapeTools /> : <div ref={setRecallTools} className="top-bar-view" />}
        </TopBar>
      )}
      {visited.has('landscape') && (
        <Activity mode={view === 'landscape' ? 'visible' : 'hidden'}>
          <LandscapeView layout={layout} shellRef={shellRef} />
        </Activity>
      )}
      {visited.has('recall') && (
        <Activity mode={view === 'recall' ? 'visible' : 'hidden'}>
          <ErrorBoundary what="The Recall view">
            <Suspense fallback={<PaperContours />}>
              <RecallView layout={layout} toolsHost={recallTools} />
            </Suspense>
          </ErrorBoundary>
        </Activity>
      )}
      {isFocused && <FocusExit />}
    </div>
  )
}
