import type { Solid } from './landscapeSolid.ts'
import { shadedParts, type ShadedPart } from './shadedParts.ts'

/** What the file says of itself, in `asset.extras`, as JSON. */
export type GlbExtras = Readonly<Record<string, unknown>>

const magic = 0x46546c67
const jsonChunk = 0x4e4f534a
const binaryChunk = 0x004e4942
const floatType = 5126
const indexType = 5125
const vertexTarget = 34962
const indexTarget = 34963
const floatBytes = 4

interface View {
  readonly buffer: 0
  readonly byteOffset: number
  readonly byteLength: number
  readonly target: number
}

interface Accessor {
  readonly bufferView: number
  readonly componentType: number
  readonly count: number
  readonly type: 'VEC3' | 'SCALAR'
  readonly min?: readonly number[]
  readonly max?: readonly number[]
}

/**
 * The solid as a binary glTF 2.0 file: metres, y upwards, its middle at the origin of the ground, with normals and a colour a vertex.
 * `colourOf`: the colour of a height, 0 to 1 between floor and ceiling of the view, as red, green, blue from 0 to 1 in sRGB. Format:
 * registry.khronos.org/glTF/specs/2.0.
 */
export function glbFile(
  solid: Solid,
  colourOf: (share: number) => readonly [number, number, number],
  extras: GlbExtras,
): Uint8Array<ArrayBuffer> {
  const parts = shadedParts(solid, colourOf)
  const arrays: (Float32Array | Uint32Array)[] = []
  const views: View[] = []
  const accessors: Accessor[] = []
  let length = 0
  const add = (array: Float32Array | Uint32Array, hasRange = false) => {
    const isIndex = array instanceof Uint32Array
    views.push({
      buffer: 0,
      byteOffset: length,
      byteLength: array.byteLength,
      target: isIndex ? indexTarget : vertexTarget,
    })
    accessors.push({
      bufferView: views.length - 1,
      componentType: isIndex ? indexType : floatType,
      count: isIndex ? array.length : array.length / 3,
      type: isIndex ? 'SCALAR' : 'VEC3',
      ...(hasRange && rangeOf(array)),
    })
    arrays.push(array)
    length += array.byteLength
    return accessors.length - 1
  }
  const primitives = parts.map(({ positions, normals, colours, triangles }: ShadedPart) => ({
    attributes: { POSITION: add(positions, true), NORMAL: add(normals), COLOR_0: add(colours) },
    indices: add(triangles),
    material: 0,
    mode: 4,
  }))
  const json = {
    asset: { version: '2.0', generator: 'Memoryscape', extras },
    scene: 0,
    scenes: [{ nodes: [0] }],
    nodes: [{ mesh: 0, name: 'Energy landscape' }],
    meshes: [{ primitives }],
    materials: [{ pbrMetallicRoughness: { metallicFactor: 0, roughnessFactor: 0.85 } }],
    buffers: [{ byteLength: length }],
    bufferViews: views,
    accessors,
  }
  return packed(new TextEncoder().encode(JSON.stringify(json)), arrays, length)
}

/** Bytes of the file for so many points a side, all but its words. */
export function glbBytes(columns: number): number {
  const [surface, wall] = [columns ** 2, 2 * columns]
  const vertices = surface + 4 * wall + 4 * (columns - 1) + 1
  const triangles = 2 * (columns - 1) ** 2 + 12 * (columns - 1)
  return vertices * 9 * floatBytes + triangles * 3 * floatBytes
}

/** Header, JSON padded with spaces to a multiple of four, and the arrays one after the other: all of four-byte numbers, so they are aligned. */
function packed(
  words: Uint8Array,
  arrays: readonly (Float32Array | Uint32Array)[],
  length: number,
): Uint8Array<ArrayBuffer> {
  const jsonLength = 4 * Math.ceil(words.length / 4)
  const binaryAt = 20 + jsonLength
  const bytes = new Uint8Array(binaryAt + 8 + length)
  const view = new DataView(bytes.buffer)
  const head = [magic, 2, bytes.length, jsonLength, jsonChunk]
  head.forEach((word, k) => view.setUint32(4 * k, word, true))
  bytes.fill(0x20, 20, binaryAt)
  bytes.set(words, 20)
  view.setUint32(binaryAt, length, true)
  view.setUint32(binaryAt + 4, binaryChunk, true)
  let at = binaryAt + 8
  for (const array of arrays) {
    // Every machine that runs a browser is little-endian, as the format is.
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at)
    at += array.byteLength
  }
  return bytes
}

/** The least and the largest of each coordinate. */
function rangeOf(positions: ArrayLike<number>): { min: number[]; max: number[] } {
  const min = [Infinity, Infinity, Infinity]
  const max = [-Infinity, -Infinity, -Infinity]
  for (let k = 0; k < positions.length; k++) {
    min[k % 3] = Math.min(min[k % 3] ?? 0, positions[k] ?? 0)
    max[k % 3] = Math.max(max[k % 3] ?? 0, positions[k] ?? 0)
  }
  return { min, max }
}
