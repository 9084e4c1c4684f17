import type { Solid } from './landscapeSolid.ts'

/** What the format has before its triangles: 80 bytes of text and their count. */
const headBytes = 84
const triangleBytes = 50
const titleBytes = 80

/** Bytes of a binary STL file with so many triangles. */
export function stlBytes(triangleCount: number): number {
  return headBytes + triangleBytes * triangleCount
}

/**
 * The solid as a binary STL file, in millimetres: what every slicer reads. After 80 bytes of text and the count, 50 bytes a triangle: its normal, its
 * three corners, little-endian single precision, and two bytes of zero. `title`: plain ASCII of the first 80 bytes; what does not fit is cut off.
 */
export function stlFile(
  { positions, triangles }: Pick<Solid, 'positions' | 'triangles'>,
  title: string,
): Uint8Array<ArrayBuffer> {
  const count = triangles.length / 3
  const bytes = new Uint8Array(stlBytes(count))
  bytes.set(plainAscii(title), 0)
  const view = new DataView(bytes.buffer)
  view.setUint32(titleBytes, count, true)
  for (let triangle = 0; triangle < count; triangle++) {
    let at = headBytes + triangleBytes * triangle
    const corners = triangles.subarray(3 * triangle, 3 * triangle + 3)
    for (const number of triangleNormal(positions, corners)) {
      view.setFloat32(at, number, true)
      at += 4
    }
    for (const corner of corners) {
      for (let axis = 0; axis < 3; axis++, at += 4) view.setFloat32(at, positions[3 * corner + axis], true)
    }
  }
  return bytes
}

/** The unit normal of a triangle, by the right-hand rule. */
export function triangleNormal(
  positions: Float32Array,
  [a = 0, b = 0, c = 0]: ArrayLike<number> & Iterable<number>,
): readonly [number, number, number] {
  const edge = (from: number, to: number, axis: number) => positions[3 * to + axis] - positions[3 * from + axis]
  const [ux, uy, uz] = [edge(a, b, 0), edge(a, b, 1), edge(a, b, 2)]
  const [vx, vy, vz] = [edge(a, c, 0), edge(a, c, 1), edge(a, c, 2)]
  const normal = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx] as const
  const length = Math.hypot(...normal)
  return [normal[0] / length, normal[1] / length, normal[2] / length]
}

/** A file that begins with `solid` is taken for the text form of the format by some readers. */
function plainAscii(text: string): Uint8Array {
  const plain = text.replaceAll(/[^\x20-\x7e]/g, '?').replace(/^\s*solid/i, 'The solid')
  return Uint8Array.from(plain.slice(0, titleBytes), (letter) => letter.charCodeAt(0))
}
