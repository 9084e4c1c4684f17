import { Color, Scene } from 'three'
import type { PictureLab } from '../store/pictureLab.ts'
import { openingView, OPENING_MS } from './cameraRig.ts'
import type { Insets } from './orbit.ts'
import type { ScenePalette } from './palette.ts'
import { createPictureFrame } from './pictureFrame.ts'
import { createPictureLabels } from './pictureLabels.ts'
import { createPictureObjects } from './pictureObjects.ts'
import { createPictureParts } from './pictureParts.ts'
import './scene.css'
import type { SceneOptions } from './sceneActions.ts'
import { createSceneSession } from './sceneSession.ts'
import { keysTextFor, sceneColours } from './sceneWords.ts'
import { createViewpoint } from './viewpoint.ts'
import { createGraphics, pixelRatioFor } from './webgl.ts'

export interface MountedLandscapeProps extends SceneOptions {
  readonly picture: PictureLab
  /** What it shows, to those who cannot see it. */
  readonly label: string
  readonly palette: ScenePalette
  readonly insets: Insets
  /** Nothing is painted behind the landscape: the page shows there. As it is at the beginning. */
  readonly isTransparent: boolean
  /** Whether the first view is reached by the directed opening. */
  readonly hasOpening: boolean
}

export interface MountedLandscape {
  readonly update: (props: MountedLandscapeProps) => void
  readonly unmount: () => void
}

function addPart(host: HTMLElement, className: string): HTMLElement {
  const part = host.ownerDocument.createElement('div')
  part.className = className
  host.append(part)
  return part
}

/** The elements of `LandscapeScene`. */
function addElements(place: HTMLElement, picture: PictureLab) {
  const host = addPart(place, 'scene')
  host.setAttribute('role', 'application')
  host.tabIndex = 0
  const room = addPart(host, 'scene-canvas-host')
  const labels = addPart(host, 'scene-labels')
  labels.setAttribute('aria-hidden', 'true')
  const keys = addPart(host, 'scene-spoken')
  keys.id = 'scene-keys'
  keys.textContent = keysTextFor(picture.store.getState())
  host.setAttribute('aria-describedby', keys.id)
  const spoken = addPart(host, 'scene-spoken')
  spoken.setAttribute('aria-live', 'polite')
  const canvas = host.ownerDocument.createElement('canvas')
  canvas.className = 'scene-canvas'
  room.append(canvas)
  return { host, room, labels, spoken, canvas }
}

/**
 * The picture of `LandscapeScene` without React and its reconciler, which are 100 kB of what an embed would have to load: the same parts, drawn on demand by a
 * loop of its own. Where there is no WebGL, it says so to `picture` and draws nothing.
 */
export function mountLandscape(place: HTMLElement, first: MountedLandscapeProps): MountedLandscape {
  let props = first
  const { picture } = first
  const elements = addElements(place, picture)
  const { host, room, canvas } = elements
  const report = (webgl: 'available' | 'missing' | 'lost') => picture.store.getState().setWebgl(webgl)
  const made = createGraphics(canvas, first.isTransparent)
  if (!made) {
    report('missing')
    return { update: () => {}, unmount: () => host.remove() }
  }
  const graphics = made
  const { renderer } = graphics

  const { camera } = picture.store.getState()
  const isDirected = first.hasOpening && !first.reducedMotion
  const viewpoint = createViewpoint(isDirected ? openingView(camera) : camera)
  if (isDirected) viewpoint.rig.flyTo(camera, OPENING_MS)
  const session = createSceneSession(elements, picture, viewpoint, first)
  const parts = createPictureParts()
  const frame = createPictureFrame(picture, parts, viewpoint)
  const labels = createPictureLabels(picture, session.overlay, viewpoint)
  const objects = createPictureObjects(parts)
  const scene = new Scene()
  scene.add(objects.group)
  let handle = 0

  const invalidate = () => {
    if (handle === 0) handle = requestAnimationFrame(draw)
  }
  function draw() {
    handle = 0
    const startMs = performance.now()
    // The opening begins with the first surface, not while an empty canvas waits for it.
    const isMoving = picture.cell.landscape !== null && viewpoint.rig.step(startMs)
    viewpoint.apply()
    const prepared = frame.prepare(renderer.getPixelRatio(), startMs)
    if (prepared) {
      objects.renew()
      renderer.render(scene, viewpoint.camera)
      labels.write(prepared)
      session.drawn(picture.cell.landscapeVersion, performance.now() - startMs)
    }
    if (isMoving || prepared?.isChanging) invalidate()
  }

  function resize() {
    const [width, height] = [Math.max(1, room.clientWidth), Math.max(1, room.clientHeight)]
    renderer.setPixelRatio(pixelRatioFor(graphics))
    renderer.setSize(width, height)
    viewpoint.setSize(width, height)
    invalidate()
  }

  function wear(next: MountedLandscapeProps) {
    const isNewPalette = next.palette !== props.palette || next === first
    props = next
    session.setOptions(props)
    host.setAttribute('aria-label', props.label)
    if (!isNewPalette) return
    for (const [name, colour] of Object.entries(sceneColours(props.palette))) host.style.setProperty(name, colour)
    host.toggleAttribute('data-transparent', first.isTransparent)
    scene.background = first.isTransparent ? null : new Color(props.palette.paper)
    parts.setPalette(props.palette)
    viewpoint.setInsets(props.insets)
    invalidate()
  }

  const controller = new AbortController()
  const listen = { signal: controller.signal }
  const observer = new ResizeObserver(resize)
  observer.observe(room)
  window.addEventListener('resize', resize, listen)
  canvas.addEventListener('webglcontextlost', (event) => (event.preventDefault(), report('lost')), listen)
  canvas.addEventListener('webglcontextrestored', () => (report('available'), invalidate()), listen)
  const releases = [
    session.connect(invalidate, labels),
    picture.cell.subscribe(invalidate),
    picture.analysis?.subscribe(invalidate),
    picture.store.subscribe(invalidate),
  ]
  wear(first)
  resize()
  report('available')

  return {
    update: wear,
    unmount() {
      controller.abort()
      observer.disconnect()
      if (handle !== 0) cancelAnimationFrame(handle)
      for (const release of releases) release?.()
      session.dispose()
      parts.dispose()
      renderer.dispose()
      // Else the context lives until the garbage is collected, and counts among those that a browser allows.
      renderer.forceContextLoss()
      host.remove()
    },
  }
}
