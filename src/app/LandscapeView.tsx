import { useState, type RefObject } from 'react'
import { useLab, useLabState } from '../store/useLab.ts'
import { Announcer } from './Announcer.tsx'
import { DesktopPanels } from './DesktopPanels.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { NoticeBar } from './NoticeBar.tsx'
import { PhonePanels } from './PhonePanels.tsx'
import { PictureArea } from './PictureArea.tsx'
import { PrintCaption } from './PrintCaption.tsx'
import { useHereTab } from './useHereTab.ts'
import { useInsets } from './useInsets.ts'
import type { Layout } from './useMediaQuery.ts'
import { usePalette } from './usePalette.ts'
import { usePlayKey } from './usePlayKey.ts'

interface LandscapeViewProps {
  readonly layout: Layout
  /** Holds everything that can cover the picture. */
  readonly shellRef: RefObject<HTMLElement | null>
}

/** Two neurons: the landscape with everything around it. The picture keeps its place in the tree in all layouts. */
export function LandscapeView({ layout, shellRef }: LandscapeViewProps) {
  const { store, picture } = useLab()
  const kind = useLabState((state) => state.experiment.view.picture)
  const isFocused = useLabState((state) => state.isFocused)
  // Read for its changes alone: panels that fold cover another part of the picture.
  useLabState((state) => state.folded)
  const [isDrawerOpen, setDrawerOpen] = useState(false)
  const here = useHereTab()
  const insets = useInsets(shellRef)
  const palette = usePalette()
  usePlayKey(store)

  return (
    <>
      <main className="stage">
        <h1 className="visually-hidden">Landscape: two neurons, two memories</h1>
        <div className="picture">
          <ErrorBoundary what="The picture">
            <PictureArea {...{ picture, kind, insets, layout, palette }} />
          </ErrorBoundary>
        </div>
        {!isFocused &&
          (layout === 'phone' ? (
            <PhonePanels here={here} />
          ) : (
            <DesktopPanels
              here={here}
              isDrawer={layout === 'projector'}
              isDrawerOpen={isDrawerOpen}
              onDrawer={setDrawerOpen}
            />
          ))}
      </main>
      <NoticeBar insets={insets} />
      <PrintCaption />
      <Announcer />
    </>
  )
}
