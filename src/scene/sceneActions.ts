import { Vector3 } from 'three'
import type { PictureLab } from '../store/pictureLab.ts'
import { FLIGHT_MS } from './cameraRig.ts'
import { chosenText, cursorText, markerText } from './cursorWords.ts'
import type { GestureHandlers } from './gestures.ts'
import { equilibriumAtCursor, movedCursor, type KeyCommand } from './keyCommands.ts'
import { isSameView, type OrbitView } from './orbit.ts'
import { strikeSurface, type Strike } from './picking.ts'
import type { PictureLabels } from './pictureLabels.ts'
import type { Viewpoint } from './viewpoint.ts'
import { worldToState } from './worldFrame.ts'

/** Radians of turn for one pixel of drag. */
const TURN_RATE = 0.0055
/** A key held down writes the camera to the document once it rests this long. */
const KEY_REST_MS = 350

/** What the page decides about the scene. */
export interface SceneOptions {
  readonly cameraPresets: Readonly<Record<'top' | 'oblique' | 'alongMemory1' | 'alongMemory2', OrbitView>>
  readonly reducedMotion: boolean
  /** Whether the wheel zooms. Only where the picture fills the page: else it would trap the page's scrolling. */
  readonly wheelZoom?: boolean
  /** Whether one finger on the landscape turns it; else every single finger scrolls the page. True where nothing is said. */
  readonly fingerTurns?: boolean
  /** Once, when the surface is on the screen. */
  readonly onFirstSurface?: () => void
}

/** What the scene's parts lend to its actions. All are read at the moment of use. */
export interface SceneLinks {
  readonly picture: PictureLab
  readonly viewpoint: Viewpoint
  invalidate(): void
  labels(): PictureLabels | null
  options(): SceneOptions
  /** Reads out to those who cannot see the cross-hair. */
  announce(text: string): void
}

/** Everything a person can do to the picture: gestures, keys, and following the camera of the document. */
export function createSceneActions(links: SceneLinks) {
  const { picture, viewpoint } = links
  const { rig } = viewpoint
  const direction = new Vector3()
  let followed: OrbitView = picture.store.getState().camera
  let isGesturing = false
  let restTimer = 0

  function strike(x: number, y: number): Strike | null {
    const { landscape, view } = picture.cell
    const labels = links.labels()
    if (!landscape || !labels) return null
    const shown = { extent: landscape.extent, floor: view.floor, ceiling: view.ceiling }
    return strikeSurface(
      viewpoint.eye,
      viewpoint.rayInto(direction, x, y),
      labels.heightOver(landscape, shown),
      labels.top,
    )
  }

  function stateAt(x: number, y: number): [number, number] | null {
    const found = strike(x, y)
    if (found?.kind !== 'surface' || !picture.cell.landscape) return null
    const [x1, x2] = worldToState(found.x, found.z, picture.cell.landscape.extent)
    return [x1, x2]
  }

  function setCursor(cursor: [number, number] | null) {
    if (cursor === null && picture.cell.cursor === null) return
    picture.cell.cursor = cursor
    picture.cell.touch()
  }

  function highlight(key: string | null) {
    if (picture.store.getState().highlightedKey !== key) picture.store.getState().highlight(key)
  }

  /** The marker at the keyboard's cross-hair. */
  function markerAtCursor(): string | null {
    const { cursor, equilibria, view } = picture.cell
    if (!cursor || !picture.store.getState().layers.equilibria) return null
    return equilibriumAtCursor(cursor, equilibria, view.extent)
  }

  const pointOf = (key: string | null) => picture.cell.equilibria.find((each) => each.key === key)

  /** Chooses an equilibrium, or lets go of the one that is chosen. */
  function toggle(key: string) {
    const { phase, select } = picture.store.getState()
    const point = pointOf(key)
    const isChosen = phase?.selectedKey === key
    select?.(isChosen ? null : key)
    links.announce(isChosen || !point ? 'Nothing is chosen.' : chosenText(point))
  }

  function dropAtCursor() {
    const { cursor } = picture.cell
    if (cursor) picture.store.getState().dropBall?.([cursor[0], cursor[1]])
    else moveCursor([0, 0])
  }

  function moveCursor(cursor: [number, number]) {
    setCursor(cursor)
    const state = picture.store.getState()
    const point = pointOf(markerAtCursor())
    highlight(point?.key ?? null)
    links.announce((point && state.select ? markerText(point) : '') + cursorText(cursor, picture.cell, state))
  }

  function enter() {
    const key = picture.store.getState().select ? markerAtCursor() : null
    if (key) toggle(key)
    else dropAtCursor()
  }

  /** Hides the cross-hair; without one lets go of what is chosen. */
  function escape() {
    const { phase, select } = picture.store.getState()
    if (picture.cell.cursor !== null) {
      highlight(null)
      return setCursor(null)
    }
    if (!select || !phase?.selectedKey) return
    select(null)
    links.announce('Nothing is chosen.')
  }

  function writeCamera() {
    const camera = { ...rig.destination() }
    if (isSameView(camera, followed)) return
    followed = camera
    picture.store.getState().setCamera(camera)
    followed = picture.store.getState().camera
  }

  function writeCameraAtRest() {
    window.clearTimeout(restTimer)
    restTimer = window.setTimeout(writeCamera, KEY_REST_MS)
  }

  function flyTo(view: OrbitView) {
    rig.flyTo(view, links.options().reducedMotion ? 0 : FLIGHT_MS)
    links.invalidate()
  }

  /** The document's camera changed: by an action here, or from outside (a preset, a lesson, undo). */
  function follow() {
    const { camera } = picture.store.getState()
    if (camera === followed || isGesturing) return
    const isEcho = isSameView(camera, followed)
    followed = camera
    if (!isEcho) flyTo(camera)
  }

  const gestures: GestureHandlers = {
    strikes: (x, y) => (links.options().fingerTurns ?? true) && strike(x, y) !== null,
    orbit(dx, dy) {
      rig.orbitBy(-dx * TURN_RATE, dy * TURN_RATE)
      links.invalidate()
    },
    zoom(ratio) {
      rig.zoomBy(ratio)
      links.invalidate()
    },
    tap(x, y) {
      const key = picture.store.getState().select ? (links.labels()?.markerAt(x, y) ?? null) : null
      if (key) return toggle(key)
      const state = stateAt(x, y)
      if (state) picture.store.getState().dropBall?.(state)
    },
    hover(x, y) {
      highlight(links.labels()?.markerAt(x, y) ?? null)
      setCursor(stateAt(x, y))
    },
    leave() {
      highlight(null)
      setCursor(null)
    },
    begin() {
      isGesturing = true
      setCursor(null)
    },
    end() {
      isGesturing = false
      writeCamera()
    },
    wantsWheel: () => links.options().wheelZoom ?? false,
  }

  function run(command: KeyCommand) {
    switch (command.kind) {
      case 'orbit':
        rig.orbitBy(command.azimuth, command.elevation)
        links.invalidate()
        return writeCameraAtRest()
      case 'zoom':
        rig.zoomBy(command.ratio)
        links.invalidate()
        return writeCameraAtRest()
      case 'preset':
        flyTo(links.options().cameraPresets[command.preset])
        return writeCamera()
      case 'cursor':
        return moveCursor(movedCursor(picture.cell.cursor, command, rig.view().azimuth, picture.cell.view.extent))
      case 'enter':
        return enter()
      case 'drop':
        return dropAtCursor()
      case 'hide':
        return escape()
      default:
        return command satisfies never
    }
  }

  return { gestures, run, follow, dispose: () => window.clearTimeout(restTimer) }
}
