import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { WebglState } from '../store/labState.ts'
import type { PictureLab } from '../store/pictureLab.ts'
import { openingView, OPENING_MS } from './cameraRig.ts'
import { LabCanvas } from './LabCanvas.tsx'
import { LandscapePicture } from './LandscapePicture.tsx'
import type { Insets } from './orbit.ts'
import type { ScenePalette } from './palette.ts'
import './scene.css'
import type { SceneOptions } from './sceneActions.ts'
import { createSceneSession, type SceneSession } from './sceneSession.ts'
import { keysTextFor, sceneColours } from './sceneWords.ts'
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
      style={sceneColours(palette)}
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
