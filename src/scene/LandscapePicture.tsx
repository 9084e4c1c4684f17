import { useFrame, useThree } from '@react-three/fiber'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Mesh } from 'three'
import type { PictureLab } from '../store/pictureLab.ts'
import type { Insets } from './orbit.ts'
import type { ScenePalette } from './palette.ts'
import { createPictureFrame } from './pictureFrame.ts'
import { createPictureLabels } from './pictureLabels.ts'
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

/** The picture inside the canvas. React names the objects; each frame mutates them from the newest frame. */
export function LandscapePicture({ picture, viewpoint, session, palette, insets }: LandscapePictureProps) {
  const gl = useThree((state) => state.gl)
  const invalidate = useThree((state) => state.invalidate)
  const [parts] = useState(createPictureParts)
  const [frame] = useState(() => createPictureFrame(picture, parts, viewpoint))
  const [labels] = useState(() => createPictureLabels(picture, session.overlay, viewpoint))
  const surfaceRef = useRef<Mesh>(null)
  const skirtRef = useRef<Mesh>(null)

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

  useFrame((state) => {
    const startMs = performance.now()
    viewpoint.setSize(state.size.width, state.size.height)
    // The opening begins with the first surface, not while an empty canvas waits for it.
    const isMoving = picture.cell.landscape !== null && viewpoint.rig.step(startMs)
    viewpoint.apply()
    const prepared = frame.prepare(state.viewport.dpr, startMs)
    if (prepared) {
      if (surfaceRef.current) surfaceRef.current.geometry = parts.block.surface.geometry
      if (skirtRef.current) skirtRef.current.geometry = parts.block.skirt.geometry
      gl.render(state.scene, viewpoint.camera)
      labels.write(prepared)
      session.drawn(picture.cell.landscapeVersion, performance.now() - startMs)
    }
    if (isMoving || prepared?.isChanging) invalidate()
  }, 1)

  const { block, base, scale, curves, directions, cloud, trails, markers, balls, plumb } = parts
  return (
    <>
      <color attach="background" args={[palette.paper]} />
      <mesh args={[block.ground.geometry, block.ground.material]} renderOrder={-1} frustumCulled={false} />
      <mesh ref={surfaceRef} args={[block.surface.geometry, block.surface.material]} frustumCulled={false} />
      <mesh ref={skirtRef} args={[block.skirt.geometry, block.skirt.material]} frustumCulled={false} />
      <mesh args={[base.geometry, base.material]} renderOrder={1} frustumCulled={false} />
      <mesh args={[scale.geometry, scale.material]} renderOrder={1} frustumCulled={false} />
      <mesh args={[curves.geometry, curves.casing]} renderOrder={2} frustumCulled={false} />
      <mesh args={[curves.geometry, curves.ink]} renderOrder={3} frustumCulled={false} />
      <points args={[cloud.geometry, cloud.material]} renderOrder={4} frustumCulled={false} />
      <mesh args={[trails.geometry, trails.material]} renderOrder={5} frustumCulled={false} />
      <mesh args={[directions.geometry, directions.casing]} renderOrder={6} frustumCulled={false} />
      <mesh args={[directions.geometry, directions.ink]} renderOrder={7} frustumCulled={false} />
      <mesh args={[plumb.geometry, plumb.material]} renderOrder={8} frustumCulled={false} />
      <points args={[markers.geometry, markers.hidden]} renderOrder={9} frustumCulled={false} />
      <points args={[markers.geometry, markers.seen]} renderOrder={10} frustumCulled={false} />
      <points args={[balls.geometry, balls.hidden]} renderOrder={11} frustumCulled={false} />
      <points args={[balls.geometry, balls.seen]} renderOrder={12} frustumCulled={false} />
    </>
  )
}
