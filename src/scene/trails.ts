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
import { fieldGlsl, segmentGlsl } from './fieldGlsl.ts'
import { displayColourInto, type ScenePalette } from './palette.ts'
import { segmentQuad } from './segments.ts'
import { MOST_TRAIL_POINTS, TRAIL_STRIDE, trailPointsInto, type TrailSource } from './trailPoints.ts'

const vertexShader = /* glsl */ `
${fieldGlsl}
${segmentGlsl}
uniform float uHalfWidth;
attribute vec4 from;
attribute vec4 to;
varying float vAcross;
varying float vTime;
varying float vFresh;

void main() {
  vFresh = mix(from.w, max(to.w, 0.0), position.x);
  if (to.w < 0.0) vFresh = mix(from.w, 1.0, position.x);
  vTime = mix(from.z, to.z, position.x);
  vAcross = position.y * uHalfWidth;
  bool isOutside = max(max(abs(from.x), abs(from.y)), max(abs(to.x), abs(to.y))) > uExtent * 1.001;
  if (from.w < 0.0 || isOutside) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  vec3 lift = vec3(0.0, 0.004, 0.0);
  gl_Position = segmentCorner(surfacePoint(from.xy) + lift, surfacePoint(to.xy) + lift, position.xy, uHalfWidth, 0.0006);
}
`

const fragmentShader = /* glsl */ `
uniform vec3 uColour;
uniform vec3 uCasing;
uniform float uHalfWidth;
uniform float uPixelRatio;
varying float vAcross;
varying float vTime;
varying float vFresh;

void main() {
  float away = abs(vAcross) / uPixelRatio;
  float line = 1.0 - smoothstep(0.9, 1.7, away);
  float casing = 1.0 - smoothstep(1.9, 3.0, away);
  // A dash across the trail every half unit of time, dropped where the ball is so slow that they would merge.
  float perPixel = max(fwidth(vTime), 1e-6) * uPixelRatio;
  float sinceTick = abs(fract(vTime * 2.0 + 0.5) - 0.5) * 0.5 / perPixel;
  float tick = (1.0 - smoothstep(0.5, 1.4, sinceTick)) * (1.0 - smoothstep(3.9, 4.7, away));
  tick *= 1.0 - smoothstep(0.05, 0.11, perPixel);
  float ink = max(line, tick);
  float fresh = vFresh * vFresh * (3.0 - 2.0 * vFresh);
  float alpha = max(ink, casing * 0.45) * fresh;
  gl_FragColor = vec4(mix(uCasing, uColour, ink), alpha);
}
`

/** The trails of all balls in one draw call: the same array read twice, shifted by one point, gives the segments. */
export function createTrails(field: Field) {
  const data = new Float32Array((MOST_TRAIL_POINTS + 1) * TRAIL_STRIDE)
  const buffer = new InstancedInterleavedBuffer(data, TRAIL_STRIDE, 1)
  buffer.setUsage(DynamicDrawUsage)
  const next = new InstancedInterleavedBuffer(data.subarray(TRAIL_STRIDE), TRAIL_STRIDE, 1)
  next.setUsage(DynamicDrawUsage)
  const geometry = new InstancedBufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(segmentQuad, 3))
  geometry.setAttribute('from', new InterleavedBufferAttribute(buffer, 4, 0))
  geometry.setAttribute('to', new InterleavedBufferAttribute(next, 4, 0))
  geometry.instanceCount = 0
  const uniforms = {
    ...field.uniforms,
    uHalfWidth: { value: 5 },
    uColour: { value: new Vector3() },
    uCasing: { value: new Vector3() },
  }
  const material = new ShaderMaterial({ uniforms, vertexShader, fragmentShader, transparent: true, depthWrite: false })
  return {
    geometry,
    material,
    update(sources: Iterable<TrailSource>) {
      const count = trailPointsInto(data, sources, MOST_TRAIL_POINTS)
      geometry.instanceCount = Math.max(0, count - 1)
      for (const each of [buffer, next]) {
        each.clearUpdateRanges()
        each.addUpdateRange(0, Math.max(0, count - 1) * TRAIL_STRIDE)
        each.needsUpdate = true
      }
      uniforms.uHalfWidth.value = 5 * field.uniforms.uPixelRatio.value
    },
    setPalette(palette: ScenePalette) {
      displayColourInto(uniforms.uColour.value, palette.ball)
      displayColourInto(uniforms.uCasing.value, palette.isDark ? palette.paper : palette.ink)
    },
    dispose() {
      geometry.dispose()
      material.dispose()
    },
  }
}
