import type { AnalysisCell } from './analysis/analysis.ts'
import { createGroundCell } from './analysis/groundCell.ts'
import { createCaptureSlot } from './captureSlot.ts'
import type { FrameCell } from './frameCell.ts'
import type { LabState, LabStore } from './labState.ts'
import type { PictureLab, PictureState } from './pictureLab.ts'

interface LandscapePictureOptions {
  readonly store: LabStore
  readonly cell: FrameCell
  readonly analysis: AnalysisCell
  readonly wantContours: PictureLab['wantContours']
}

/** The landscape of the two neurons as a picture sees it. Its state is read from the lab's: nothing is kept twice. */
export function createLandscapePicture({ store, cell, analysis, wantContours }: LandscapePictureOptions): PictureLab {
  const ground = createGroundCell(cell, analysis, () => store.getState().experiment)
  const pictureOf = (lab: LabState): PictureState => ({
    ...seenIn(lab, ground.quantity()),
    memoryNames: null,
    setCamera: (camera) => store.getState().edit((document) => ({ ...document, view: { ...document.view, camera } })),
    highlight: (key) => store.getState().highlight(key),
    select: (key) => store.getState().select(key),
    setWebgl: (webgl) => store.getState().setWebgl(webgl),
    dropBall: (state) => store.getState().dropBall(state),
  })
  const initial = pictureOf(store.getInitialState())
  let newest = initial
  const getState = () => {
    const seen = seenIn(store.getState(), ground.quantity())
    if (!isSeen(newest, seen)) newest = { ...newest, ...seen }
    return newest
  }
  return {
    store: {
      getState,
      getInitialState: () => initial,
      subscribe(listener) {
        let last = getState()
        const look = () => {
          const next = getState()
          const before = last
          last = next
          if (next !== before) listener(next, before)
        }
        // The first density makes the ground another quantity.
        const releases = [store.subscribe(look), analysis.subscribe(look)]
        return () => releases.forEach((release) => release())
      },
    },
    cell: ground.cell,
    analysis,
    wantContours,
    capture: createCaptureSlot(),
  }
}

type Seen = Pick<PictureState, 'camera' | 'layers' | 'highlightedKey'> & {
  readonly phase: NonNullable<PictureState['phase']>
}

/** The part of a lab's state that its picture reads. */
function seenIn({ experiment, highlightedKey, selectedKey }: LabState, quantity: 'energy' | 'density'): Seen {
  const { camera, layers, phase } = experiment.view
  return { camera, layers, highlightedKey, phase: { settings: phase, selectedKey, quantity } }
}

/** True where the picture knows all of it. */
function isSeen(known: PictureState, { camera, layers, highlightedKey, phase }: Seen): boolean {
  return (
    known.camera === camera &&
    known.layers === layers &&
    known.highlightedKey === highlightedKey &&
    known.phase?.settings === phase.settings &&
    known.phase.selectedKey === phase.selectedKey &&
    known.phase.quantity === phase.quantity
  )
}
