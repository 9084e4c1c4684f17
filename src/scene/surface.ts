import {
  BufferAttribute,
  BufferGeometry,
  DataTexture,
  LinearFilter,
  RGBAFormat,
  ShaderMaterial,
  UnsignedByteType,
  Vector3,
} from 'three'
import type { Field } from './field.ts'
import { displayColourInto, type ScenePalette } from './palette.ts'
import {
  groundFragment,
  groundVertex,
  skirtFragment,
  skirtVertex,
  surfaceFragment,
  surfaceVertex,
} from './surfaceGlsl.ts'
import type { Tint } from './tint.ts'

/** A static grid of columns x rows vertices at grid coordinates 0..1; the vertex shader lifts it. */
function makeGridGeometry(columns: number, rows: number): BufferGeometry {
  const positions = new Float32Array(columns * rows * 3)
  const indices = new Uint32Array((columns - 1) * (rows - 1) * 6)
  let write = 0
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column
      positions[3 * at] = column / (columns - 1)
      positions[3 * at + 1] = row / (rows - 1)
      if (row === rows - 1 || column === columns - 1) continue
      const [a, b, c, d] = [at, at + 1, at + columns, at + columns + 1]
      // Diagonals alternate by quadrant, so that the mesh has the symmetries of the landscape.
      const isRising = column < (columns - 1) / 2 === row < (rows - 1) / 2
      indices.set(isRising ? [a, b, d, a, d, c] : [a, b, c, b, d, c], write)
      write += 6
    }
  }
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(positions, 3))
  geometry.setIndex(new BufferAttribute(indices, 1))
  return geometry
}

/** The four cut sides of the block: grid coordinates, z = 1 on the surface and 0 on the base. */
function makeSkirtGeometry(count: number): BufferGeometry {
  const positions: number[] = []
  const outwards: number[] = []
  const indices: number[] = []
  const sides: readonly [(s: number) => [number, number], [number, number, number]][] = [
    [(s) => [s, 0], [0, 0, 1]],
    [(s) => [1, s], [1, 0, 0]],
    [(s) => [1 - s, 1], [0, 0, -1]],
    [(s) => [0, 1 - s], [-1, 0, 0]],
  ]
  for (const [place, outward] of sides) {
    for (let k = 0; k < count; k++) {
      const [x, y] = place(k / (count - 1))
      const at = positions.length / 3
      positions.push(x, y, 0, x, y, 1)
      outwards.push(...outward, ...outward)
      if (k < count - 1) indices.push(at, at + 2, at + 1, at + 1, at + 2, at + 3)
    }
  }
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3))
  geometry.setAttribute('outward', new BufferAttribute(new Float32Array(outwards), 3))
  geometry.setIndex(indices)
  return geometry
}

const GROUND_HALF_WIDTH = 2

function makeGroundGeometry(): BufferGeometry {
  const h = GROUND_HALF_WIDTH
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array([-h, -h, 0, h, -h, 0, h, h, 0, -h, h, 0]), 3))
  geometry.setIndex([0, 1, 2, 0, 2, 3])
  return geometry
}

function colourTexture(): DataTexture {
  const texture = new DataTexture(new Uint8Array(256 * 4), 256, 1, RGBAFormat, UnsignedByteType)
  texture.minFilter = LinearFilter
  texture.magFilter = LinearFilter
  return texture
}

/** Stretches a table of RGB bytes of any length over the 256 texels. */
function writeColours(texture: DataTexture, table: Uint8Array): void {
  const data = texture.image.data as Uint8Array
  const last = table.length / 3 - 1
  for (let k = 0; k < 256; k++) {
    const position = (k / 255) * last
    const entry = Math.min(Math.floor(position), last - 1)
    for (let channel = 0; channel < 3; channel++) {
      const low = table[3 * entry + channel] ?? 0
      const high = table[3 * entry + 3 + channel] ?? 0
      data[4 * k + channel] = Math.round(low + (high - low) * (position - entry))
    }
    data[4 * k + 3] = 255
  }
  texture.needsUpdate = true
}

/** The relief block: surface, cut sides and the shadow under it. */
export function createBlock(field: Field, tint: Tint) {
  const uniforms = {
    ...field.uniforms,
    ...tint.uniforms,
    ...tint.basinUniforms,
    uColours: { value: colourTexture() },
    uPaper: { value: new Vector3() },
    uInk: { value: new Vector3() },
    uAccent: { value: new Vector3() },
    uGlow: { value: new Vector3() },
    uKeyLight: { value: new Vector3(0, 1, 0) },
    uDensityColours: { value: colourTexture() },
    uSpacing: { value: 0 },
    uCursor: { value: new Vector3() },
  }
  const surface = {
    geometry: makeGridGeometry(2, 2),
    material: tint.compile(
      new ShaderMaterial({ uniforms, vertexShader: surfaceVertex, fragmentShader: surfaceFragment }),
    ),
  }
  const skirt = {
    geometry: makeSkirtGeometry(2),
    material: new ShaderMaterial({ uniforms, vertexShader: skirtVertex, fragmentShader: skirtFragment }),
  }
  const ground = {
    geometry: makeGroundGeometry(),
    material: new ShaderMaterial({
      uniforms,
      vertexShader: groundVertex,
      fragmentShader: groundFragment,
      transparent: true,
      depthWrite: false,
    }),
  }
  const parts = [surface, skirt, ground]
  return {
    uniforms,
    surface,
    skirt,
    ground,
    /** New grids for a new resolution; the caller hands them to the meshes. */
    setGrid(columns: number, rows: number) {
      surface.geometry.dispose()
      skirt.geometry.dispose()
      surface.geometry = makeGridGeometry(columns, rows)
      skirt.geometry = makeSkirtGeometry(columns)
    },
    setPalette(palette: ScenePalette) {
      displayColourInto(uniforms.uPaper.value, palette.paper)
      displayColourInto(uniforms.uInk.value, palette.ink)
      displayColourInto(uniforms.uAccent.value, palette.accent)
      const table = palette.energyColours
      const middle = 3 * Math.floor(table.length / 6)
      uniforms.uGlow.value.set(
        (table[middle] ?? 0) / 255,
        (table[middle + 1] ?? 0) / 255,
        (table[middle + 2] ?? 0) / 255,
      )
      writeColours(uniforms.uColours.value, table)
      writeColours(uniforms.uDensityColours.value, palette.densityColours)
    },
    /** Light from the upper left of the viewer, wherever the camera stands, as on a printed map. */
    setLight(azimuth: number) {
      const angle = azimuth - 1.95
      uniforms.uKeyLight.value.set(0.66 * Math.sin(angle), 0.75, 0.66 * Math.cos(angle)).normalize()
    },
    dispose() {
      uniforms.uColours.value.dispose()
      uniforms.uDensityColours.value.dispose()
      for (const part of parts) {
        part.geometry.dispose()
        part.material.dispose()
      }
    },
  }
}
