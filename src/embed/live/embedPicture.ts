import type { WebglState } from '../../store/labState.ts'
import type { PictureLab, PictureState } from '../../store/pictureLab.ts'

interface PictureRules {
  /** Whether a tap may drop a ball now: the author decides, and a tap that only woke the picture does not count. */
  readonly canDrop: () => boolean
  readonly takesTap: () => boolean
  readonly onWebgl: (webgl: WebglState) => void
}

/** The lab's picture, with what a reader of an embed may do to it. */
export function createEmbedPicture(picture: PictureLab, { canDrop, takesTap, onWebgl }: PictureRules): PictureLab {
  const { store } = picture
  let known: PictureState | null = null
  let knownDrop = false
  let shown: PictureState = store.getInitialState()
  const getState = () => {
    const state = store.getState()
    const mayDrop = canDrop()
    if (state === known && mayDrop === knownDrop) return shown
    known = state
    knownDrop = mayDrop
    const { dropBall } = state
    shown = {
      ...state,
      dropBall: mayDrop && dropBall ? (place) => takesTap() && dropBall(place) : null,
      setWebgl: (webgl) => {
        state.setWebgl(webgl)
        onWebgl(webgl)
      },
    }
    return shown
  }
  return {
    ...picture,
    store: {
      getState,
      getInitialState: store.getInitialState,
      subscribe: (listener) => {
        let last = getState()
        return store.subscribe(() => {
          const before = last
          last = getState()
          listener(last, before)
        })
      },
    },
  }
}
