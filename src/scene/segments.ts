import {
  BufferAttribute,
  DynamicDrawUsage,
  InstancedBufferGeometry,
  InstancedInterleavedBuffer,
  InterleavedBufferAttribute,
  ShaderMaterial,
  Vector3,
} from 'three'
import type { Field } from './field.ts'
import { segmentGlsl } from './fieldGlsl.ts'

/** Two triangles: x runs along the segment (0..1), y across it (-1..1). */
export const segmentQuad = new Float32Array([0, -1, 0, 1, -1, 0, 1, 1, 0, 0, -1, 0, 1, 1, 0, 0, 1, 0])

const vertexShader = /* glsl */ `
${segmentGlsl}
uniform float uWidth; // CSS pixels
uniform float uPixelRatio;
attribute vec3 from;
attribute vec3 to;
varying float vAcross;

void main() {
  float halfWidth = (0.5 * uWidth + 1.0) * uPixelRatio;
  vAcross = position.y * halfWidth;
  gl_Position = segmentCorner(from, to, position.xy, halfWidth, 0.0);
}
`

const fragmentShader = /* glsl */ `
uniform vec3 uColour;
uniform float uAlpha;
uniform float uWidth;
uniform float uPixelRatio;
varying float vAcross;

void main() {
  float half_ = 0.5 * uWidth * uPixelRatio;
  float alpha = 1.0 - smoothstep(half_ - 0.5, half_ + 0.5, abs(vAcross));
  gl_FragColor = vec4(uColour, alpha * uAlpha);
}
`

/** Straight lines in the world with a width in CSS pixels and smooth edges, whatever the graphics card's line support. */
export function createSegments(field: Field, capacity: number, isAlwaysSeen: boolean) {
  const data = new Float32Array(capacity * 6)
  const buffer = new InstancedInterleavedBuffer(data, 6, 1)
  buffer.setUsage(DynamicDrawUsage)
  const geometry = new InstancedBufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(segmentQuad, 3))
  geometry.setAttribute('from', new InterleavedBufferAttribute(buffer, 3, 0))
  geometry.setAttribute('to', new InterleavedBufferAttribute(buffer, 3, 3))
  geometry.instanceCount = 0
  const uniforms = {
    uViewport: field.uniforms.uViewport,
    uPixelRatio: field.uniforms.uPixelRatio,
    uColour: { value: new Vector3() },
    uAlpha: { value: 1 },
    uWidth: { value: 1 },
  }
  const material = new ShaderMaterial({
    uniforms,
    vertexShader,
    fragmentShader,
    transparent: true,
    depthWrite: false,
    depthTest: !isAlwaysSeen,
  })
  let count = 0
  return {
    geometry,
    material,
    uniforms,
    clear() {
      count = 0
    },
    add(x0: number, y0: number, z0: number, x1: number, y1: number, z1: number) {
      if (count >= capacity) return
      const at = count * 6
      data[at] = x0
      data[at + 1] = y0
      data[at + 2] = z0
      data[at + 3] = x1
      data[at + 4] = y1
      data[at + 5] = z1
      count++
    },
    finish() {
      geometry.instanceCount = count
      buffer.needsUpdate = true
    },
    dispose() {
      geometry.dispose()
      material.dispose()
    },
  }
}
