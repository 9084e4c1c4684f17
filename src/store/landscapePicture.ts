import type { FrameCell } from './frameCell.ts'
import type { LabState, LabStore } from './labState.ts'
import type { PictureLab, PictureState } from './pictureLab.ts'

/** The part of a lab's state that its picture reads; null where nothing of it differs from `last`. */
function changed(last: PictureState, { experiment, highlightedKey }: LabState): Partial<PictureState> | null {
  const { camera, layers } = experiment.view
  const isSame = last.camera === camera && last.layers === layers && last.highlightedKey === highlightedKey
  return isSame ? null : { camera, layers, highlightedKey }
}

/** The landscape of the two neurons as a picture sees it. Its state is read from the lab's: nothing is kept twice. */
export function createLandscapePicture(
  store: LabStore,
  cell: FrameCell,
  wantContours: PictureLab['wantContours'],
): PictureLab {
  const pictureOf = ({ experiment, highlightedKey }: LabState): PictureState => ({
    camera: experiment.view.camera,
    layers: experiment.view.layers,
    highlightedKey,
    memoryNames: null,
    setCamera: (camera) => store.getState().edit((document) => ({ ...document, view: { ...document.view, camera } })),
    highlight: (key) => store.getState().highlight(key),
    setWebgl: (webgl) => store.getState().setWebgl(webgl),
    dropBall: (state) => store.getState().dropBall(state),
  })
  const initial = pictureOf(store.getInitialState())
  let newest = initial
  const getState = () => {
    const change = changed(newest, store.getState())
    if (change) newest = { ...newest, ...change }
    return newest
  }
  return {
    store: {
      getState,
      getInitialState: () => initial,
      subscribe(listener) {
        let last = getState()
        return store.subscribe(() => {
          const next = getState()
          const before = last
          last = next
          if (next !== before) listener(next, before)
        })
      },
    },
    cell,
    wantContours,
  }
}
