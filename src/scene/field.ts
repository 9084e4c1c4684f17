import { DataTexture, FloatType, NearestFilter, RedFormat, RGFormat, Vector2 } from 'three'
import type { Landscape } from '../model/index.ts'
import type { ShownRange } from './worldFrame.ts'

/** The landscape on the graphics card: two float textures, and the uniforms that every material on the surface shares. */
export interface Field {
  readonly uniforms: {
    readonly uHeights: { value: DataTexture }
    readonly uGradients: { value: DataTexture }
    readonly uCells: { value: number }
    readonly uExtent: { value: number }
    readonly uRange: { value: Vector2 }
    readonly uViewport: { value: Vector2 }
    readonly uPixelRatio: { value: number }
  }
  /** Hands over the newest arrays without copying them. They must stay valid until the next frame is drawn. */
  show(landscape: Landscape): void
  setRange(shown: ShownRange): void
  dispose(): void
}

function floatTexture(data: Float32Array<ArrayBuffer>, columns: number, rows: number, channels: 1 | 2): DataTexture {
  const texture = new DataTexture(data, columns, rows, channels === 1 ? RedFormat : RGFormat, FloatType)
  texture.minFilter = NearestFilter
  texture.magFilter = NearestFilter
  texture.needsUpdate = true
  return texture
}

const owned = (array: Float32Array) => array as Float32Array<ArrayBuffer>

export function createField(): Field {
  const uniforms: Field['uniforms'] = {
    uHeights: { value: floatTexture(new Float32Array(4), 2, 2, 1) },
    uGradients: { value: floatTexture(new Float32Array(8), 2, 2, 2) },
    uCells: { value: 1 },
    uExtent: { value: 1 },
    uRange: { value: new Vector2(0, 1) },
    uViewport: { value: new Vector2(1, 1) },
    uPixelRatio: { value: 1 },
  }
  let size = [2, 2]
  return {
    uniforms,
    show(landscape) {
      const { columns, rows, heights, gradients, extent } = landscape
      uniforms.uExtent.value = extent
      if (columns === size[0] && rows === size[1]) {
        uniforms.uHeights.value.image.data = owned(heights)
        uniforms.uGradients.value.image.data = owned(gradients)
        uniforms.uHeights.value.needsUpdate = true
        uniforms.uGradients.value.needsUpdate = true
        return
      }
      size = [columns, rows]
      uniforms.uHeights.value.dispose()
      uniforms.uGradients.value.dispose()
      uniforms.uHeights.value = floatTexture(owned(heights), columns, rows, 1)
      uniforms.uGradients.value = floatTexture(owned(gradients), columns, rows, 2)
      uniforms.uCells.value = columns - 1
    },
    setRange(shown) {
      uniforms.uRange.value.set(shown.floor, 1 / Math.max(1e-9, shown.ceiling - shown.floor))
    },
    dispose() {
      uniforms.uHeights.value.dispose()
      uniforms.uGradients.value.dispose()
    },
  }
}
