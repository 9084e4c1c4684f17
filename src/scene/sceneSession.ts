import type { PictureLab } from '../store/pictureLab.ts'
import { attachGestures } from './gestures.ts'
import { keyCommand } from './keyCommands.ts'
import { createLabelOverlay, type LabelOverlay } from './labelOverlay.ts'
import type { PictureLabels } from './pictureLabels.ts'
import { createSceneActions, type SceneOptions } from './sceneActions.ts'
import type { Viewpoint } from './viewpoint.ts'

/** The elements that a scene lives in. */
export interface SceneElements {
  readonly host: HTMLElement
  readonly labels: HTMLElement
  /** A live region: what the cross-hair reads, for those who cannot see it. */
  readonly spoken: HTMLElement
}

/** One mounted scene outside React: its labels, its listeners, and what ties them to the picture. */
export interface SceneSession {
  readonly host: HTMLElement
  readonly overlay: LabelOverlay
  setOptions(options: SceneOptions): void
  /** The picture is there: how to ask for a frame, and where its markers are. */
  connect(invalidate: () => void, labels: PictureLabels): void
  /** A frame with this landscape is on the canvas. */
  drawn(landscapeVersion: number, scriptMs: number): void
  dispose(): void
}

export function createSceneSession(
  elements: SceneElements,
  picture: PictureLab,
  viewpoint: Viewpoint,
  initialOptions: SceneOptions,
): SceneSession {
  const { host } = elements
  const overlay = createLabelOverlay(elements.labels)
  let options = initialOptions
  let labels: PictureLabels | null = null
  let invalidate = () => {}
  const actions = createSceneActions({
    picture,
    viewpoint,
    invalidate: () => invalidate(),
    labels: () => labels,
    options: () => options,
    announce: (text) => {
      elements.spoken.textContent = text
    },
  })
  const detachGestures = attachGestures(host, actions.gestures)
  const unsubscribe = picture.store.subscribe(actions.follow)

  const onKeyDown = (event: KeyboardEvent) => {
    const command = keyCommand(event)
    if (!command) return
    event.preventDefault()
    actions.run(command)
  }
  host.addEventListener('keydown', onKeyDown)

  return {
    host,
    overlay,
    setOptions(next) {
      options = next
    },
    connect(nextInvalidate, nextLabels) {
      invalidate = nextInvalidate
      labels = nextLabels
    },
    drawn(landscapeVersion, scriptMs) {
      const { dataset } = host
      dataset['scriptMs'] = scriptMs.toFixed(2)
      const version = String(landscapeVersion)
      if (dataset['landscapeVersion'] !== version) dataset['landscapeVersion'] = version
      if (dataset['surface'] === 'drawn') return
      dataset['surface'] = 'drawn'
      performance.mark('first-surface')
      options.onFirstSurface?.()
    },
    dispose() {
      host.removeEventListener('keydown', onKeyDown)
      unsubscribe()
      detachGestures()
      actions.dispose()
      overlay.dispose()
    },
  }
}
