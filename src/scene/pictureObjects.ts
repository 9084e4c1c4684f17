import { Group, Mesh, Points, type BufferGeometry, type Material } from 'three'
import type { PictureParts } from './pictureParts.ts'

/** The parts of a picture as objects of three, in the order in which they are drawn. `renew` after each `prepare`. */
export function createPictureObjects(parts: PictureParts) {
  const { block, base, scale, curves, directions, cloud, trails, markers, balls, plumb } = parts
  const group = new Group()
  const add = <T extends Mesh | Points>(object: T, renderOrder: number): T => {
    object.renderOrder = renderOrder
    object.frustumCulled = false
    group.add(object)
    return object
  }
  const mesh = (geometry: BufferGeometry, material: Material, order: number) => add(new Mesh(geometry, material), order)
  const points = (geometry: BufferGeometry, material: Material, order: number) =>
    add(new Points(geometry, material), order)

  mesh(block.ground.geometry, block.ground.material, -1)
  const surface = mesh(block.surface.geometry, block.surface.material, 0)
  const skirt = mesh(block.skirt.geometry, block.skirt.material, 0)
  mesh(base.geometry, base.material, 1)
  mesh(scale.geometry, scale.material, 1)
  mesh(curves.geometry, curves.casing, 2)
  mesh(curves.geometry, curves.ink, 3)
  points(cloud.geometry, cloud.material, 4)
  mesh(trails.geometry, trails.material, 5)
  mesh(directions.geometry, directions.casing, 6)
  mesh(directions.geometry, directions.ink, 7)
  mesh(plumb.geometry, plumb.material, 8)
  points(markers.geometry, markers.hidden, 9)
  points(markers.geometry, markers.seen, 10)
  points(balls.geometry, balls.hidden, 11)
  points(balls.geometry, balls.seen, 12)
  return {
    group,
    /** A landscape of another resolution brings new geometries. */
    renew() {
      surface.geometry = block.surface.geometry
      skirt.geometry = block.skirt.geometry
    },
  }
}
