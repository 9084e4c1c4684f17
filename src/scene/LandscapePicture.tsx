import { useFrame, useThree } from '@react-three/fiber'
import { useEffect, useLayoutEffect, useState } from 'react'
import type { PictureLab } from '../store/pictureLab.ts'
import { createPictureCapture } from './capture/pictureCapture.ts'
import type { Insets } from './orbit.ts'
import type { ScenePalette } from './palette.ts'
import { createPictureFrame } from './pictureFrame.ts'
import { createPictureLabels } from './pictureLabels.ts'
import { createPictureObjects } from './pictureObjects.ts'
import { createPictureParts } from './pictureParts.ts'
import type { SceneSession } from './sceneSession.ts'
import type { Viewpoint } from './viewpoint.ts'

interface LandscapePictureProps {
  readonly picture: PictureLab
  readonly viewpoint: Viewpoint
  readonly session: SceneSession
  readonly palette: ScenePalette
  readonly insets: Insets
}

/** The picture inside the canvas. Each frame mutates its objects from the newest frame. */
export function LandscapePicture({ picture, viewpoint, session, palette, insets }: LandscapePictureProps) {
  const gl = useThree((state) => state.gl)
  const invalidate = useThree((state) => state.invalidate)
  const [parts] = useState(createPictureParts)
  const [frame] = useState(() => createPictureFrame(picture, parts, viewpoint))
  const [labels] = useState(() => createPictureLabels(picture, session.overlay, viewpoint))
  const [objects] = useState(() => createPictureObjects(parts))

  useEffect(() => () => parts.dispose(), [parts])
  useEffect(() => session.connect(() => invalidate(), labels), [session, invalidate, labels])
  useEffect(() => picture.cell.subscribe(() => invalidate()), [picture, invalidate])
  useEffect(() => picture.analysis?.subscribe(() => invalidate()), [picture, invalidate])
  useEffect(() => picture.store.subscribe(() => invalidate()), [picture, invalidate])
  useLayoutEffect(() => {
    parts.setPalette(palette)
    viewpoint.setInsets(insets)
    invalidate()
  }, [parts, palette, viewpoint, insets, invalidate])
  useEffect(() => {
    const screen = { renderer: gl, picture, palette, insets, host: session.host, labels, frame }
    return picture.capture.provide(createPictureCapture({ ...screen, size: () => viewpoint.size }))
  }, [gl, picture, palette, insets, session, labels, frame, viewpoint])

  useFrame((state) => {
    const startMs = performance.now()
    viewpoint.setSize(state.size.width, state.size.height)
    // The opening begins with the first surface, not while an empty canvas waits for it.
    const isMoving = picture.cell.landscape !== null && viewpoint.rig.step(startMs)
    viewpoint.apply()
    const prepared = frame.prepare(state.viewport.dpr, startMs)
    if (prepared) {
      objects.renew()
      gl.render(state.scene, viewpoint.camera)
      labels.write(prepared)
      session.drawn(picture.cell.landscapeVersion, performance.now() - startMs)
    }
    if (isMoving || prepared?.isChanging) invalidate()
  }, 1)

  return (
    <>
      <color attach="background" args={[palette.paper]} />
      <primitive object={objects.group} />
    </>
  )
}
