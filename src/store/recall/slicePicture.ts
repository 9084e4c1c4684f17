import { createStore } from 'zustand/vanilla'
import type { FrameCell } from '../frameCell.ts'
import type { Lab } from '../lab.ts'
import type { LabState } from '../labState.ts'
import type { PictureLab, PictureState } from '../pictureLab.ts'
import { editRecall } from './editRecall.ts'
import type { RecallCell } from './recall.ts'

interface SlicePictureOptions {
  readonly lab: Lab
  readonly cell: Pick<RecallCell, 'slice' | 'subscribe'>
  readonly frameCell: FrameCell
  readonly wantContours: PictureLab['wantContours']
}

/** The slice as a picture sees it: a store that follows the document and the newest slice. */
export function createSlicePicture({ lab, cell, frameCell, wantContours }: SlicePictureOptions): {
  readonly picture: PictureLab
  readonly dispose: () => void
} {
  const store = createStore<PictureState>()((set) => ({
    ...seenIn(lab.store.getState()),
    memoryNames: null,
    phase: null,
    highlightedKey: null,
    setCamera: (camera) =>
      editRecall(lab.store, (recall) => ({ ...recall, slice: { ...recall.slice, camera } }), {
        label: 'Turn the view',
      }),
    highlight: (highlightedKey) => set({ highlightedKey }),
    setWebgl: (webgl) => lab.store.getState().setWebgl(webgl),
    dropBall: null,
    select: null,
  }))

  function nameDirections() {
    const { memories } = lab.store.getState().experiment.recall
    const nameOf = (id: number | undefined) => memories.find((memory) => memory.id === id)?.name ?? ''
    const names = cell.slice === null ? null : directionNames(cell.slice, nameOf)
    const known = store.getState().memoryNames
    if (names?.[0] !== known?.[0] || names?.[1] !== known?.[1]) store.setState({ memoryNames: names })
  }

  const releases = [
    cell.subscribe(nameDirections),
    lab.store.subscribe((state, before) => {
      if (state.experiment === before.experiment) return
      const seen = seenIn(state)
      const { camera, layers } = store.getState()
      if (seen.camera !== camera || seen.layers !== layers) store.setState(seen)
      if (state.experiment.recall.memories !== before.experiment.recall.memories) nameDirections()
    }),
  ]
  return {
    picture: { store, cell: frameCell, analysis: null, wantContours, capture: lab.picture.capture },
    dispose: () => releases.forEach((release) => release()),
  }
}

/** What the two directions of a slice are called on it. `nameOf`: the name of a memory. */
export function directionNames(
  { memories, hasAuxiliaryDirection }: Pick<NonNullable<RecallCell['slice']>, 'memories' | 'hasAuxiliaryDirection'>,
  nameOf: (id: number) => string,
): readonly [string, string] {
  const first = nameOf(memories[0])
  return [first, hasAuxiliaryDirection ? `half-turned ${first}` : nameOf(memories[1])]
}

/** Both views share their layers. */
function seenIn({ experiment }: LabState): Pick<PictureState, 'camera' | 'layers'> {
  return { camera: experiment.recall.slice.camera, layers: experiment.view.layers }
}
