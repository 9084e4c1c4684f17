import { useEffect, useId, useMemo, useRef, useState, type CSSProperties } from 'react'
import type { WebglState } from '../store/labState.ts'
import type { PictureLab, PictureState } from '../store/pictureLab.ts'
import { openingView, OPENING_MS } from './cameraRig.ts'
import { LabCanvas } from './LabCanvas.tsx'
import { LandscapePicture } from './LandscapePicture.tsx'
import type { Insets } from './orbit.ts'
import type { ScenePalette } from './palette.ts'
import './scene.css'
import { cssColour } from './sceneColour.ts'
import type { SceneOptions } from './sceneActions.ts'
import { createSceneSession, type SceneSession } from './sceneSession.ts'
import { createViewpoint } from './viewpoint.ts'

export type { ScenePalette } from './palette.ts'

export interface LandscapeSceneProps extends SceneOptions {
  readonly picture: PictureLab
  /** What it shows, to those who cannot see it. */
  readonly label?: string
  readonly palette: ScenePalette
  /** Pixels at each edge that panels cover: the landscape is centred in what is left, and fits it. */
  readonly insets?: Insets
  /** Whether the first view is reached by the directed opening. */
  readonly hasOpening?: boolean
}

const noInsets: Insets = { top: 0, right: 0, bottom: 0, left: 0 }

const keysText =
  'Arrow keys turn the landscape, plus and minus zoom, Home resets the view. 1 is the view from the top, 2 oblique, 3 along memory 1, ' +
  '4 along memory 2. Shift with arrow keys, or W, A, S and D, move a cross-hair; '
const dropText = 'Enter or the space bar drops a ball there; '
const chooseText = 'at an equilibrium Enter chooses it; '
const hideText = 'Escape hides it.'

function keysTextFor({ dropBall, select }: PictureState): string {
  return keysText + (dropBall ? dropText : '') + (select ? chooseText : '') + hideText
}

/** The energy landscape in three dimensions: the surface, its equilibria, the balls and their trails, and the camera. */
export function LandscapeScene({
  picture,
  label = 'Energy landscape in three dimensions',
  palette,
  insets = noInsets,
  hasOpening = true,
  ...options
}: LandscapeSceneProps) {
  const keysId = useId()
  const hostRef = useRef<HTMLDivElement>(null)
  const labelsRef = useRef<HTMLDivElement>(null)
  const spokenRef = useRef<HTMLDivElement>(null)
  const [session, setSession] = useState<SceneSession | null>(null)
  const [firstOptions] = useState(options)

  const [viewpoint] = useState(() => {
    const { camera } = picture.store.getState()
    const isDirected = hasOpening && !options.reducedMotion
    const point = createViewpoint(isDirected ? openingView(camera) : camera)
    if (isDirected) point.rig.flyTo(camera, OPENING_MS)
    return point
  })

  useEffect(() => {
    if (!hostRef.current || !labelsRef.current || !spokenRef.current) return undefined
    const elements = { host: hostRef.current, labels: labelsRef.current, spoken: spokenRef.current }
    const made = createSceneSession(elements, picture, viewpoint, firstOptions)
    setSession(made)
    return () => made.dispose()
  }, [picture, viewpoint, firstOptions])
  useEffect(() => session?.setOptions(options))

  const content = useMemo(
    () => session && <LandscapePicture {...{ picture, viewpoint, session, palette, insets }} />,
    [picture, viewpoint, session, palette, insets],
  )

  return (
    <div
      ref={hostRef}
      className="scene"
      style={sceneStyle(palette)}
      role="application"
      aria-label={label}
      aria-describedby={keysId}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- an application takes the keyboard
      tabIndex={0}
    >
      {content && (
        <LabCanvas camera={viewpoint.camera} onWebgl={(webgl: WebglState) => picture.store.getState().setWebgl(webgl)}>
          {content}
        </LabCanvas>
      )}
      <div ref={labelsRef} className="scene-labels" aria-hidden="true" />
      <p id={keysId} className="scene-spoken">
        {keysTextFor(picture.store.getState())}
      </p>
      <div ref={spokenRef} className="scene-spoken" aria-live="polite" />
    </div>
  )
}

function sceneStyle(palette: ScenePalette): CSSProperties {
  const names = ['paper', 'ink', 'inkSoft', 'memory1', 'memory2', 'accent'] as const
  return Object.fromEntries(names.map((name) => [`--scene-${name}`, cssColour(palette[name])]))
}
