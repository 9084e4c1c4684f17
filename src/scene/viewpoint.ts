import { Matrix4, PerspectiveCamera, Vector3 } from 'three'
import { createCameraRig } from './cameraRig.ts'
import {
  eyeInto,
  fieldOfView,
  fitBlock,
  FITTING_DISTANCE,
  freeAreaOf,
  type FreeArea,
  type Insets,
  type OrbitView,
  projectInto,
  TARGET,
  upInto,
} from './orbit.ts'
import type { WorldPoint } from './worldFrame.ts'

/** The camera of the picture: the rig's place, fitted to the part of the canvas that the panels leave free. */
export function createViewpoint(initial: OrbitView) {
  const camera = Object.assign(new PerspectiveCamera(26, 1, 0.05, 60), { manual: true })
  camera.matrixAutoUpdate = false
  const rig = createCameraRig(initial)
  const size = { width: 1, height: 1 }
  const eye = new Vector3()
  const up = new Vector3()
  const target = new Vector3(TARGET.x, TARGET.y, TARGET.z)
  const matrix = new Matrix4()
  const far = new Vector3()
  let insets: Insets = { top: 0, right: 0, bottom: 0, left: 0 }
  let free: FreeArea = freeAreaOf(1, 1, insets)
  const shift = { x: 0, y: 0 }

  return {
    camera,
    rig,
    size,
    eye,
    free: () => free,
    setSize(width: number, height: number) {
      size.width = Math.max(1, width)
      size.height = Math.max(1, height)
    },
    setInsets(next: Insets) {
      insets = next
    },
    /** Brings the camera to the rig's place. */
    apply() {
      const view = rig.view()
      free = freeAreaOf(size.width, size.height, insets)
      const fit = fitBlock(free, size.height, view)
      const zoom = FITTING_DISTANCE / view.distance
      const worldDistance = fit.distance / zoom
      eyeInto(eye, view, worldDistance)
      upInto(up, view)
      camera.position.copy(eye)
      camera.up.copy(up)
      // `lookAt` looks from where the matrix says.
      camera.updateMatrix()
      camera.lookAt(target)
      camera.updateMatrix()
      camera.updateMatrixWorld(true)
      const { width, height } = size
      shift.x = free.left + free.width / 2 - width / 2
      shift.y = free.top + free.height / 2 - height / 2 - fit.raise * zoom
      camera.aspect = width / height
      camera.fov = (fieldOfView(view.elevation) * 180) / Math.PI
      camera.near = Math.max(0.02, worldDistance - 3)
      camera.far = worldDistance + 5
      camera.setViewOffset(width, height, -shift.x, -shift.y, width, height)
      matrix.multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse)
    },
    /** After `apply`: the camera sees this rectangle of the canvas only. Places on the canvas are as before. */
    look({ left, top, width, height }: FreeArea) {
      camera.setViewOffset(size.width, size.height, left - shift.x, top - shift.y, width, height)
    },
    /** World to canvas pixels, as of the last `apply`. */
    projectInto: (out: { x: number; y: number }, point: Readonly<WorldPoint>) =>
      projectInto(out, matrix.elements, point, size),
    /** The direction of the ray through a canvas pixel; its origin is `eye`. */
    rayInto(out: Vector3, screenX: number, screenY: number): Vector3 {
      far.set((screenX / size.width) * 2 - 1, 1 - (screenY / size.height) * 2, 0.5).unproject(camera)
      return out.copy(far).sub(eye).normalize()
    },
  }
}

export type Viewpoint = ReturnType<typeof createViewpoint>
