import type { Solid } from './landscapeSolid.ts'
import { triangleNormal } from './stlFile.ts'

/** Triangles with what a renderer needs at each of their corners: three numbers each. */
export interface ShadedPart {
  /** Metres, y upwards. */
  readonly positions: Float32Array
  readonly normals: Float32Array
  /** Red, green, blue from 0 to 1, linear. */
  readonly colours: Float32Array
  readonly triangles: Uint32Array
}

const metresPerMm = 1e-3
/** Walls and underside: the grey of unpainted plaster, in sRGB. */
const plaster = [0.82, 0.8, 0.77] as const

/** The surface, smooth and coloured by its heights, and the walls with the underside, each flat and plain. */
export function shadedParts(
  solid: Solid,
  colourOf: (share: number) => readonly [number, number, number],
): readonly [surface: ShadedPart, block: ShadedPart] {
  return [surfacePart(solid, colourOf), blockPart(solid)]
}

function surfacePart(solid: Solid, colourOf: (share: number) => readonly [number, number, number]): ShadedPart {
  const { shares, triangles, surfaceTriangles } = solid
  const own = triangles.slice(0, 3 * surfaceTriangles)
  const vertices = Array.from(shares, (_, vertex) => vertex)
  const colours = new Float32Array(3 * shares.length)
  shares.forEach((share, vertex) => colours.set(colourOf(share).map(linear), 3 * vertex))
  return { positions: turned(solid, vertices), normals: smoothNormals(solid, own), colours, triangles: own }
}

/** Each vertex at a corner of the block appears once for every side that it belongs to, since its normal is another there. */
function blockPart(solid: Solid): ShadedPart {
  const { positions, triangles, surfaceTriangles } = solid
  const own = triangles.slice(3 * surfaceTriangles)
  const places = new Map<string, number>()
  const vertices: number[] = []
  const normals: number[] = []
  for (let at = 0; at < own.length; at += 3) {
    const corners = own.subarray(at, at + 3)
    const normal = triangleNormal(positions, corners).map(Math.round)
    corners.forEach((vertex, k) => {
      const key = `${vertex} ${normal.join()}`
      const known = places.get(key) ?? vertices.length
      if (known === vertices.length) {
        places.set(key, known)
        vertices.push(vertex)
        normals.push(...upright(normal))
      }
      own[at + k] = known
    })
  }
  const colour = plaster.map(linear)
  const colours = Float32Array.from({ length: normals.length }, (_, k) => colour[k % 3] ?? 0)
  return { positions: turned(solid, vertices), normals: Float32Array.from(normals), colours, triangles: own }
}

/** Of each vertex of the surface: the mean of its triangles' normals, by their areas as seen from above, which are all the same. */
function smoothNormals({ positions, shares }: Solid, triangles: Uint32Array): Float32Array {
  const normals = new Float32Array(3 * shares.length)
  for (let at = 0; at < triangles.length; at += 3) {
    const corners = triangles.subarray(at, at + 3)
    const normal = triangleNormal(positions, corners)
    for (const vertex of corners) {
      // Over its upward part: the slope, which is what the mean is taken of.
      for (let axis = 0; axis < 3; axis++) normals[3 * vertex + axis] += (normal[axis] ?? 0) / normal[2]
    }
  }
  for (let at = 0; at < normals.length; at += 3) {
    const own = normals.subarray(at, at + 3)
    const length = Math.hypot(...own)
    own.set(upright(own.map((part) => part / length)))
  }
  return normals
}

/** Positions of some vertices in metres, y upwards, the middle of the ground at the origin. */
function turned({ positions, sizeMm }: Solid, vertices: readonly number[]): Float32Array {
  const turn = (vertex: number) => {
    const [x = 0, y = 0, z = 0] = positions.subarray(3 * vertex, 3 * vertex + 3)
    return upright([x - sizeMm[0] / 2, y - sizeMm[1] / 2, z]).map((part) => part * metresPerMm)
  }
  return Float32Array.from(vertices.flatMap(turn))
}

/** From z upwards to y upwards, right-handed as before. */
function upright([x = 0, y = 0, z = 0]: ArrayLike<number> & Iterable<number>): readonly number[] {
  return [x, z, -y]
}

/** Light of an sRGB value. IEC 61966-2-1. */
function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}
