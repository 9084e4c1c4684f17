import { useState } from 'react'
import type { SliceSettings } from '../../experiment/recall/recallSettings.ts'
import { distanceSentence } from '../../panels/race/sliceWords.ts'
import { memoryTokenIndex } from '../../plots/recall/memoryTokenIndex.ts'
import { cssColour } from '../../scene/sceneColour.ts'
import { editRecall } from '../../store/recall/editRecall.ts'
import { useRecall, useRecallCell } from '../../store/recall/useRecall.ts'
import { useLab, useLabState } from '../../store/useLab.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { ErrorBoundary } from '../ErrorBoundary.tsx'
import { PictureArea } from '../PictureArea.tsx'
import { PictureSwitch } from '../PictureSwitch.tsx'
import type { Layout } from '../useMediaQuery.ts'
import { usePalette } from '../usePalette.ts'
import { SliceDrawer } from './SliceDrawer.tsx'
import { SliceMenu } from './SliceMenu.tsx'
import { StorySentence } from './StorySentence.tsx'
import './SliceArea.css'

const labels = {
  surface: 'Slice of the energy landscape in three dimensions',
  map: 'Slice of the energy landscape as a contour map',
}
/** How many times a second the words under the picture may change. */
const distanceReadings = 4
/** The line of tools and words at the foot covers so much of the picture, in CSS pixels. */
const footInsets = {
  desktop: { top: 0, right: 0, bottom: 40, left: 0 },
  projector: { top: 0, right: 0, bottom: 48, left: 0 },
  phone: { top: 0, right: 0, bottom: 44, left: 0 },
} as const satisfies Record<Layout, unknown>

/** The hero of the view: the landscape on the plane through two memories, with what the input did to it in one sentence. */
export function SliceArea({ layout }: { readonly layout: Layout }) {
  const { store } = useLab()
  const { picture } = useRecall()
  const kind = useLabState((state) => state.experiment.recall.slice.picture)
  const [first, second] = useRecallCell((cell) => cell.slice?.memories ?? [1, 2])
  const palette = usePalette(memoryTokenIndex(first), memoryTokenIndex(second))
  const lane = useLabState((state) => state.experiment.recall.slice.lane)
  const [isDrawerOpen, setDrawerOpen] = useState(false)
  // On a phone the same panel is one of the tabs.
  const hasDrawer = layout !== 'phone'
  return (
    <section className="slice-area" aria-label="The landscape of this network">
      <div className="slice-picture">
        <ErrorBoundary what="The picture">
          <PictureArea
            {...{ picture, kind, layout, palette, labels }}
            memoryColours={[cssColour(palette.memory1), cssColour(palette.memory2)]}
            insets={footInsets[layout]}
          />
        </ErrorBoundary>
      </div>
      <div className="slice-head">
        <StorySentence />
      </div>
      <div className="slice-foot">
        <DistanceNote lane={lane} />
        <div className="slice-tools" role="group" aria-label="Picture of the landscape">
          <PictureSwitch
            kind={kind}
            onChange={(next) =>
              editRecall(store, (recall) => ({ ...recall, slice: { ...recall.slice, picture: next } }), {
                label: next === 'map' ? 'Show the map' : 'Show the surface',
              })
            }
          />
          <SliceMenu />
          {hasDrawer && (
            <IconButton
              icon="surface"
              label="The slice"
              isExpanded={isDrawerOpen}
              tooltip="Which plane through all states this is, and what is on it."
              onClick={() => setDrawerOpen(!isDrawerOpen)}
            />
          )}
        </div>
      </div>
      {hasDrawer && isDrawerOpen && <SliceDrawer onClose={() => setDrawerOpen(false)} />}
    </section>
  )
}

/** How far the state is from what is drawn: the picture must not promise more than a slice. */
function DistanceNote({ lane }: { readonly lane: SliceSettings['lane'] }) {
  const sentence = useRecallCell(
    (cell) => (cell.frameVersion === 0 ? '' : distanceSentence(cell.distanceFromSlice, lane)),
    distanceReadings,
  )
  return <p className="slice-note">{sentence}</p>
}
