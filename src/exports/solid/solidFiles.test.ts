import { describe, expect, test } from 'vitest'
import { findEquilibria } from '../../model/equilibria.ts'
import { makeLandscape, sampleLandscapeInto } from '../../model/landscape.ts'
import { neededView } from '../../model/viewScale.ts'
import { glbBytes, glbFile } from './glbFile.ts'
import { landscapeSolid } from './landscapeSolid.ts'
import { expectClosed, volumeOf, welded } from './solid.laws.ts'
import { stlBytes, stlFile } from './stlFile.ts'

const system = { saliency: [1.5, 2], gain: 1, current: [0, 0] } as const
const columns = 41
const view = neededView(system, findEquilibria(system))
const landscape = sampleLandscapeInto(makeLandscape(columns, columns), system, view.extent)
const solid = landscapeSolid(landscape, view, { widthMm: 80, heightMm: 30, baseMm: 3, columns })
const volume = volumeOf(solid.positions, solid.triangles)

interface GltfJson {
  asset: { version: string; extras: unknown }
  accessors: {
    bufferView: number
    count: number
    type: string
    componentType: number
    min?: number[]
    max?: number[]
  }[]
  bufferViews: { byteOffset: number; byteLength: number }[]
  buffers: { byteLength: number }[]
  meshes: { primitives: { attributes: Record<'POSITION' | 'NORMAL' | 'COLOR_0', number>; indices: number }[] }[]
}

describe('STL', () => {
  const bytes = stlFile(solid, 'Memoryscape 1.0: two stable memories – α₁')
  const data = new DataView(bytes.buffer)

  test('has its text, its count, and as many bytes as it says', () => {
    expect(new TextDecoder().decode(bytes.subarray(0, 41))).toBe('Memoryscape 1.0: two stable memories ? ??')
    expect(data.getUint32(80, true)).toBe(solid.triangles.length / 3)
    expect(bytes.length).toBe(stlBytes(solid.triangles.length / 3))
    expect(new TextDecoder().decode(stlFile(solid, 'solid rock').subarray(0, 5))).not.toBe('solid')
  })

  test('is closed as it is read back, with normals that point outwards', () => {
    const count = data.getUint32(80, true)
    const points = new Float32Array(9 * count)
    let worst = 0
    for (let k = 0; k < count; k++) {
      const at = 84 + 50 * k
      const numbers = Array.from({ length: 12 }, (_, n) => data.getFloat32(at + 4 * n, true))
      points.set(numbers.slice(3), 9 * k)
      const [nx, ny, nz] = numbers as [number, number, number]
      worst = Math.max(worst, Math.abs(Math.hypot(nx, ny, nz) - 1))
      expect(data.getUint16(at + 48, true)).toBe(0)
    }
    expect(worst).toBeLessThan(1e-6)
    expectClosed(welded(points))
    const own = Array.from({ length: 3 * count }, (_, k) => k)
    expect(volumeOf(points, own) / volume).toBeCloseTo(1, 6)
  })
})

describe('glTF', () => {
  const words = { title: 'Two stable memories – α₁', document: { version: 3 } }
  const bytes = glbFile(solid, (share) => [share, 0.5, 1 - share], words)
  const data = new DataView(bytes.buffer)
  const jsonLength = data.getUint32(12, true)
  const json = JSON.parse(new TextDecoder().decode(bytes.subarray(20, 20 + jsonLength))) as GltfJson
  const binaryAt = 28 + jsonLength
  const sliceOf = (accessor: number) => {
    const { byteOffset, byteLength } = json.bufferViews[json.accessors[accessor].bufferView]
    return bytes.slice(binaryAt + byteOffset, binaryAt + byteOffset + byteLength).buffer
  }
  const floats = (accessor: number) => new Float32Array(sliceOf(accessor))
  const indexList = (accessor: number) => new Uint32Array(sliceOf(accessor))

  test('chunks are aligned, and lengths agree', () => {
    expect([data.getUint32(0, true), data.getUint32(4, true)]).toEqual([0x46546c67, 2])
    expect(data.getUint32(8, true)).toBe(bytes.length)
    expect(jsonLength % 4).toBe(0)
    expect(data.getUint32(16, true)).toBe(0x4e4f534a)
    expect(data.getUint32(binaryAt - 4, true)).toBe(0x004e4942)
    expect(data.getUint32(binaryAt - 8, true)).toBe(bytes.length - binaryAt)
    expect(json.buffers).toEqual([{ byteLength: bytes.length - binaryAt }])
    expect(glbBytes(columns)).toBe(bytes.length - binaryAt)
    expect(json.asset).toMatchObject({ version: '2.0', extras: words })
    for (const { byteOffset, byteLength } of json.bufferViews) {
      expect(byteOffset % 4).toBe(0)
      expect(byteOffset + byteLength).toBeLessThanOrEqual(bytes.length - binaryAt)
    }
  })

  test('bounds, unit normals, indices and colours are what the format asks for', () => {
    for (const { attributes, indices } of json.meshes[0].primitives) {
      const position = json.accessors[attributes.POSITION]
      const points = floats(attributes.POSITION)
      for (const axis of [0, 1, 2]) {
        const along = points.filter((_, k) => k % 3 === axis)
        expect(position.min![axis]).toBe(along.reduce((a, b) => Math.min(a, b)))
        expect(position.max![axis]).toBe(along.reduce((a, b) => Math.max(a, b)))
      }
      expect(indexList(indices).every((index) => index < position.count)).toBe(true)
      const normals = floats(attributes.NORMAL)
      const lengths = Array.from({ length: position.count }, (_, k) =>
        Math.hypot(...normals.subarray(3 * k, 3 * k + 3)),
      )
      expect(lengths.every((length) => Math.abs(length - 1) < 1e-5)).toBe(true)
      expect(floats(attributes.COLOR_0).every((part) => part >= 0 && part <= 1)).toBe(true)
    }
  })

  test('is one closed body of metres with y upwards', () => {
    const points: number[] = []
    for (const { attributes, indices } of json.meshes[0].primitives) {
      const positions = floats(attributes.POSITION)
      for (const index of indexList(indices)) points.push(...positions.subarray(3 * index, 3 * index + 3))
    }
    const all = Float32Array.from(points)
    expectClosed(welded(all))
    const own = Array.from({ length: all.length / 3 }, (_, k) => k)
    expect((volumeOf(all, own) * 1e9) / volume).toBeCloseTo(1, 5)
  })
})
